/** Rows of lists where people ask owners or stewards: people who may ask may write rows of any length. */
import { openReading } from '../store/list-reading.ts';
import type { Row } from '../store/row.ts';
import { rowsIn } from '../store/rows-in.ts';
import { getBare } from '../wire/index.ts';
import type { RestRequest, Talk } from '../wire/index.ts';

const pageSize = 500;

/** Some rows of a list, the newest first. */
export interface WrittenRows {
  /** Without those that are too long: nobody asks for anything by one. */
  readonly rows: readonly Row[];
  /** Where the next ones start; absent behind the last. */
  readonly next: number | undefined;
}

/**
 * Reads a page of them.
 * @param list its path.
 */
export async function* writtenRows(
  list: string,
  select: readonly string[],
  filter = '',
): Talk<WrittenRows> {
  const narrowed = filter === '' ? '' : `&$filter=${encodeURIComponent(filter)}`;
  const ask = (names: readonly string[]): RestRequest =>
    getBare(
      `${list}/items?$select=${names.join(',')}&$orderby=ID desc&$top=${pageSize}${narrowed}`,
    );
  const [outcome] = yield [ask(select)];
  const { rows, length, last } = yield* rowsIn(openReading(list, ''), outcome, ask, select);
  return { rows, next: length < pageSize ? undefined : last };
}
