/** Reading as before, while somebody takes note of the rows that are read. */
import type { Outcome, Talk } from '../wire/index.ts';
import type { Row } from './row.ts';

export type TakeNote = (rows: readonly Row[]) => void;

/** A talk whose answers that hold rows are shown to an observer. */
export async function* observed<T>(talk: Talk<T>, note: TakeNote): Talk<T> {
  let step = await talk.next([]);
  while (step.done !== true) {
    const outcomes = yield step.value;
    for (const outcome of outcomes) note(rowsIn(outcome));
    step = await talk.next(outcomes);
  }
  return step.value;
}

const rowsIn = (outcome: Outcome): readonly Row[] =>
  outcome.ok && Array.isArray(outcome.value)
    ? (outcome.value as readonly Row[]).filter((row) => typeof row.AuthorId === 'number')
    : [];
