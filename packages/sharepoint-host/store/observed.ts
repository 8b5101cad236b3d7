/** Reading as before, while somebody takes note of what is answered. */
import type { RestRequest, Talk } from '../wire/index.ts';
import type { Row } from './row.ts';

export type TakeNote = (rows: readonly Row[]) => void;

/** A talk whose answers that hold something are shown to an observer, each with its question. */
export async function* observed<T>(
  talk: Talk<T>,
  note: (value: unknown, question: RestRequest) => void,
): Talk<T> {
  let step = await talk.next([]);
  while (step.done !== true) {
    const questions = step.value;
    const outcomes = yield questions;
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome.ok) note(outcome.value, questions[at] as RestRequest);
    }
    step = await talk.next(outcomes);
  }
  return step.value;
}

/** The rows of an answer that holds some. */
export const rowsOf = (value: unknown): readonly Row[] =>
  Array.isArray(value)
    ? (value as readonly Row[]).filter((row) => typeof row.AuthorId === 'number')
    : [];
