/** The rows of an author who has more than 5,000 in a list. */
import { columns } from '../schema/index.ts';
import { answerOf } from '../wire/index.ts';
import type { Operation, Talk } from '../wire/index.ts';
import { askPage, isTooMany } from './ask.ts';
import { askOwn } from './own-rows.ts';
import type { Owned } from './own-rows.ts';
import type { Row } from './row.ts';
import { rowsIn } from './rows-in.ts';
import type { Source } from './source.ts';
import { askNewest, windowIds, windowsAtOnce, windowsOf } from './windows.ts';

/**
 * By the digests first. Where these match more than 5,000 rows, too, somebody planted them: then the
 * newest 40,000 items are looked through, and the answer is incomplete.
 */
export async function* crowdedRows(
  source: Source,
  select: readonly string[],
  owned: Owned,
): Talk<readonly Row[]> {
  const ask = (names: readonly string[]): Operation => askOwn(source.list, names, owned, 'values');
  const [outcome] = yield [ask(select)];
  if (!isTooMany(outcome)) return (yield* rowsIn(source, outcome, ask, select)).rows;
  source.missing.incomplete = true;
  const newest = yield* askNewest(source.list);
  const starts = windowsOf(newest, 'descending').slice(0, windowsAtOnce);
  const own = owned.owners.map((owner) => `${columns.owner} eq '${owner}'`).join(' or ');
  const outcomes = yield starts.map((start) =>
    askPage(source.list, {
      select,
      filter: `Id gt ${start} and Id le ${start + windowIds} and AuthorId eq ${owned.author} and (${own})`,
      order: 'ascending',
      top: windowIds,
    }),
  );
  const rows = outcomes.flatMap((window) => answerOf<readonly Row[]>(window));
  return rows.sort((one, other) => one.Id - other.Id);
}
