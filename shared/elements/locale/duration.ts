/** How long something took, as people say it. */
import { unitFormat } from './formats.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** @returns «95 minutes», «3 hours» or «2 days»: rounded, at least one minute, and a larger unit from two of it on. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 2 * hour) {
    return unitFormat('minute').format(Math.max(1, Math.round(milliseconds / minute)));
  }
  if (milliseconds < 2 * day) return unitFormat('hour').format(Math.round(milliseconds / hour));
  return unitFormat('day').format(Math.round(milliseconds / day));
}
