/** Calendar weeks, for an allowance that starts afresh every Monday. */
import type { Instant } from '../kernel/record.ts';

const day = 24 * 60 * 60 * 1000;

/** The Monday 00:00 UTC that the instant's week began. 1970-01-01 was a Thursday. */
export function weekStart(instant: Instant): Instant {
  const daysSinceMonday = (Math.floor(instant / day) + 3) % 7;
  return Math.floor(instant / day) * day - daysSinceMonday * day;
}

/** When the next week's allowance begins. */
export const nextWeek = (instant: Instant): Instant => weekStart(instant) + 7 * day;

/** A week's name: the date of its Monday, such as 2026-11-23. */
export const weekName = (instant: Instant): string =>
  new Date(weekStart(instant)).toISOString().slice(0, 10);
