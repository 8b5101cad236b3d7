/** Working days, Monday to Friday of UTC: nobody is expected to answer at the weekend. */
import { dayLength } from '../kernel/day.ts';
import type { Instant } from '../kernel/record.ts';

const week = 7 * dayLength;
const workingWeek = 5 * dayLength;
/** A Monday; the day of instant 0 is a Thursday. */
const monday = 4 * dayLength;

/** The working time until an instant, from a Monday on. */
function workedUntil(instant: Instant): number {
  const weeks = Math.floor((instant - monday) / week);
  const within = instant - monday - weeks * week;
  return weeks * workingWeek + Math.min(within, workingWeek);
}

/** How many working days lie between two instants, parts of days included. */
export const workingDays = (from: Instant, to: Instant): number =>
  Math.max(0, workedUntil(to) - workedUntil(from)) / dayLength;
