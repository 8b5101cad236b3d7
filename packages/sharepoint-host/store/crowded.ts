/** The rows of an author who has more than 5,000 in a list. */
import { columns } from '../schema/index.ts';
import { answerOf } from '../wire/index.ts';
import type { RestRequest, Talk } from '../wire/index.ts';
import { askPage, isTooMany } from './ask.ts';
import { askOwn } from './own-rows.ts';
import type { Owned } from './own-rows.ts';
import type { Row } from './row.ts';
import { rowsIn } from './rows-in.ts';
import type { ListReading } from './list-reading.ts';
import { askNewest, windowIds, windowsAtOnce, windowsOf } from './windows.ts';

/**
 * By the digests first. Where these match more than 5,000 rows, too, somebody planted them: then the
 * newest 40,000 items are looked through, and the answer is incomplete.
 */
export async function* crowdedRows(
  reading: ListReading,
  select: readonly string[],
  owned: Owned,
): Talk<readonly Row[]> {
  const ask = (names: readonly string[]): RestRequest =>
    askOwn(reading.list, names, owned, 'values');
  const [outcome] = yield [ask(select)];
  if (!isTooMany(outcome)) return (yield* rowsIn(reading, outcome, ask, select)).rows;
  reading.missing.incomplete = true;
  const newest = yield* askNewest(reading.list);
  const starts = windowsOf(newest, 'descending').slice(0, windowsAtOnce);
  const own = owned.owners.map((owner) => `${columns.owner} eq '${owner}'`).join(' or ');
  const outcomes = yield starts.map((start) =>
    askPage(reading.list, {
      select,
      filter: `Id gt ${start} and Id le ${start + windowIds} and AuthorId eq ${owned.author} and (${own})`,
      order: 'ascending',
      top: windowIds,
    }),
  );
  const rows = outcomes.flatMap((window) => answerOf<readonly Row[]>(window));
  return rows.sort((one, other) => one.Id - other.Id);
}
