import { dateFormat } from '../locale/formats.ts';

/** The time of day somewhere else. @returns undefined where the host's zone is no zone. */
export function localTimeText(timeZone: string, now: number): string | undefined {
  try {
    return dateFormat({ timeStyle: 'short', timeZone }).format(now);
  } catch {
    return undefined;
  }
}
