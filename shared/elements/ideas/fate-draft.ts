/** What a steward is about to say of an idea. */
import { countWords, leastWords } from '@kantine/core';
import type { DecidedState, PersonSummary } from '@kantine/core';

export interface FateDraft {
  readonly state: DecidedState;
  readonly reason: string;
  readonly who: readonly PersonSummary[];
  /** A day as a field for dates has it: 2026-12-24; empty for none. */
  readonly day: string;
}

export const states: readonly DecidedState[] = ['talked', 'trying', 'adopted', 'notNow'];

export const emptyFate: FateDraft = { state: 'talked', reason: '', who: [], day: '' };

const isPerson = (found: unknown): found is PersonSummary => {
  const { id, name } = (found ?? {}) as Partial<Record<'id' | 'name', unknown>>;
  return typeof id === 'string' && typeof name === 'string';
};

/** @returns the draft in what was stored; others may write to the storage. */
export function acceptFate(stored: Readonly<Record<string, unknown>>): FateDraft | undefined {
  const { reason, who, day } = stored;
  const state = states.find((each) => each === stored.state);
  const arePeople = Array.isArray(who) && who.every(isPerson);
  if (!state || !arePeople || typeof reason !== 'string' || typeof day !== 'string')
    return undefined;
  return { state, reason, who, day };
}

export const needsDay = ({ state }: FateDraft): boolean => state === 'trying' || state === 'notNow';

/** Noon of that day: it is the same day nearly everywhere. @returns undefined for no day. */
export function untilOf(draft: FateDraft): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(draft.day) ?? [];
  if (!needsDay(draft) || year === undefined) return undefined;
  return Date.UTC(Number(year), Number(month) - 1, Number(day), 12);
}

/** A day as a field for dates takes it. @param ahead so many days from now. */
export const dayAhead = (now: number, ahead: number): string =>
  new Date(now + ahead * 24 * 60 * 60_000).toISOString().slice(0, 10);

/** The first thing that is missing. */
export function missingIn(draft: FateDraft): 'who' | 'day' | 'reason' | undefined {
  if (draft.state === 'trying' && draft.who.length === 0) return 'who';
  if (needsDay(draft) && untilOf(draft) === undefined) return 'day';
  return countWords(draft.reason) < leastWords ? 'reason' : undefined;
}
