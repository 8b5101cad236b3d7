/** Moments as people say them. */
import { msg } from '@lit/localize';
import { dateFormat, relativeFormat } from './formats.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Clocks disagree a little; a moment no further ahead than this is now. */
const tolerance = 5 * minute;

/** How many midnights of the reader's zone lie between. */
const daysBetween = (instant: number, now: number): number =>
  Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(instant).setHours(0, 0, 0, 0)) / day);

/** @returns «just now», «5 minutes ago», «yesterday», or the date when it is a week away or ahead. */
export function momentText(instant: number, now: number): string {
  const age = now - instant;
  if (age < -tolerance || age >= 7 * day) return dateText(instant, now);
  if (age < minute) return msg('just now');
  const relative = relativeFormat();
  if (age < hour) return relative.format(-Math.floor(age / minute), 'minute');
  if (age < day) return relative.format(-Math.floor(age / hour), 'hour');
  return relative.format(-daysBetween(instant, now), 'day');
}

/** The date, with the year only where it is not this one. */
export function dateText(instant: number, now: number): string {
  const sameYear = new Date(instant).getFullYear() === new Date(now).getFullYear();
  return dateFormat({
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(instant);
}

/** The moment in full, for readers who want to know exactly. */
export const fullMomentText = (instant: number): string =>
  dateFormat({ dateStyle: 'full', timeStyle: 'short' }).format(instant);
