/** Days of UTC, by which allowances are counted. */
import type { Instant } from './record.ts';

/** In milliseconds. */
export const dayLength = 24 * 60 * 60_000;

/** The first moment of the UTC day of an instant. */
export const dayStart = (instant: Instant): Instant => Math.floor(instant / dayLength) * dayLength;
