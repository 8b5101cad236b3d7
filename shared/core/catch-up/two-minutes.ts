/** How long reading takes, and what fits into two minutes: the rules are in `docs/catch-up.md` in words. */
import { countWords } from '../kernel/accept-text.ts';

/** Of words in running text. */
const wordsAMinute = 220;
/** What two minutes hold, with the time it takes to look up. In seconds. */
export const mostSeconds = 110;

/** @returns seconds, rounded up: a line is never free. */
export const secondsToRead = (texts: readonly string[]): number =>
  Math.max(1, Math.ceil((countWords(texts.join(' ')) * 60) / wordsAMinute));

export interface Fitting<Line> {
  readonly shown: readonly Line[];
  /** They can wait. */
  readonly left: readonly Line[];
  /** What reading those that are shown takes. */
  readonly seconds: number;
}

/**
 * The first lines that fit, in their order: what comes first is never left for what comes after it.
 * @param room in seconds.
 */
export function fitting<Line>(
  lines: readonly Line[],
  secondsOf: (line: Line) => number,
  room = mostSeconds,
): Fitting<Line> {
  let seconds = 0;
  let shown = 0;
  for (const line of lines) {
    const next = seconds + secondsOf(line);
    if (next > room) break;
    seconds = next;
    shown += 1;
  }
  return { shown: lines.slice(0, shown), left: lines.slice(shown), seconds };
}
