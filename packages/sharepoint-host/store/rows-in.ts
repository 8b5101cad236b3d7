import { answerOf } from '../wire/index.ts';
import type { RestRequest, Outcome, Talk } from '../wire/index.ts';
import { isTooLong } from './ask.ts';
import type { Row } from './row.ts';
import type { ListReading } from './list-reading.ts';

/** The rows of an answer. */
export interface RowsIn {
  readonly rows: readonly Row[];
  /** How many there are with those that are too long. */
  readonly length: number;
  /** The id of the last of them all, where reading goes on. */
  readonly last: number | undefined;
}

/**
 * The rows of an answer; where it is too long, those of its rows that are not.
 *
 * @param ask the same question, for other columns.
 */
export async function* rowsIn(
  reading: ListReading,
  outcome: Outcome | undefined,
  ask: (select: readonly string[]) => RestRequest,
  select: readonly string[],
): Talk<RowsIn> {
  if (isTooLong(outcome)) {
    const { shortRows } = await import(/* webpackChunkName: 'crowded' */ './long-rows.ts');
    return yield* shortRows(reading, ask, select);
  }
  const rows = answerOf<readonly Row[]>(outcome);
  return { rows, length: rows.length, last: rows.at(-1)?.Id };
}
