/** The order of the board. A page joins several pages of it, so it needs nothing else. */
import type { Fate } from './fate.ts';

/** Where an idea stands on the board: new, waiting for a word, under way, or decided. */
export const boardParts = ['new', 'waiting', 'underWay', 'decided'] as const;
export type BoardPart = (typeof boardParts)[number];

/** What the board goes by. */
interface OnBoard {
  readonly id: string;
  readonly fate: Pick<Fate, 'state' | 'since'>;
  /** It waits for a word of a steward. */
  readonly waits?: number | undefined;
}

export function boardPart({ fate: { state }, waits }: Omit<OnBoard, 'id'>): BoardPart {
  if (state === 'forward') return waits === undefined ? 'new' : 'waiting';
  return state === 'talked' || state === 'trying' ? 'underWay' : 'decided';
}

/**
 * The order of the board, in which no number of voices counts: the newest first, then those that wait longest,
 * then what is under way and what is decided, both with the last word first.
 */
export function inBoardOrder<Idea extends OnBoard>(ideas: readonly Idea[]): readonly Idea[] {
  return ideas.toSorted((one, other) => {
    const part = boardPart(one);
    const byTime = other.fate.since - one.fate.since || (one.id < other.id ? 1 : -1);
    return (
      boardParts.indexOf(part) - boardParts.indexOf(boardPart(other)) ||
      (part === 'waiting' ? -byTime : byTime)
    );
  });
}
