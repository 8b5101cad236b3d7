import { answerOf } from '../wire/index.ts';
import type { Operation, Outcome, Talk } from '../wire/index.ts';
import { isTooLong } from './ask.ts';
import type { Row } from './row.ts';
import type { Source } from './source.ts';

/** The rows of an answer. */
export interface RowsIn {
  readonly rows: readonly Row[];
  /** How many there are with those that are too long. */
  readonly length: number;
}

/**
 * The rows of an answer; where it is too long, those of its rows that are not.
 *
 * @param ask the same question, for other columns.
 */
export async function* rowsIn(
  source: Source,
  outcome: Outcome | undefined,
  ask: (select: readonly string[]) => Operation,
  select: readonly string[],
): Talk<RowsIn> {
  if (isTooLong(outcome)) {
    const { shortRows } = await import(/* webpackChunkName: 'crowded' */ './long-rows.ts');
    return yield* shortRows(source, ask, select);
  }
  const rows = answerOf<readonly Row[]>(outcome);
  return { rows, length: rows.length };
}
