/** Calendar months of UTC as whole numbers, so that a month is one thing in every language and time zone. */
import type { Instant } from '../kernel/record.ts';

/** The months since January of year 0: 24,322 is November 2026. */
export type Month = number;

export function monthOf(instant: Instant): Month {
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export const monthStart = (month: Month): Instant => Date.UTC(Math.floor(month / 12), month % 12);

/** Months before a goal was set, for where it began. */
export const monthsBefore = 3;

/** The months that a goal is about so far, the oldest first. */
export function monthsOf(created: Instant, until: Instant, now: Instant): readonly Month[] {
  const first = monthOf(created) - monthsBefore;
  const last = Math.max(monthOf(created), monthOf(Math.min(now, until)));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
