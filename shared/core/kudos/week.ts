/** Calendar weeks, for an allowance that starts afresh every Monday. */
import { dayLength, dayStart } from '../kernel/day.ts';
import type { Instant } from '../kernel/record.ts';

/** The Monday 00:00 UTC that the instant's week began. 1970-01-01 was a Thursday. */
export function weekStart(instant: Instant): Instant {
  const daysSinceMonday = (Math.floor(instant / dayLength) + 3) % 7;
  return dayStart(instant) - daysSinceMonday * dayLength;
}

/** When the next week's allowance begins. */
export const nextWeek = (instant: Instant): Instant => weekStart(instant) + 7 * dayLength;

/** A week's name: the date of its Monday, such as 2026-11-23. */
export const weekName = (instant: Instant): string =>
  new Date(weekStart(instant)).toISOString().slice(0, 10);
