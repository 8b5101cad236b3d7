/**
 * An author's rows under some keys, by the author that the server names and then by their digests: what
 * others write into the columns of digests cannot come between.
 */
import type { PersonId } from '@kantine/core';
import { columns } from '../schema/index.ts';
import type { RestRequest, Talk } from '../wire/index.ts';
import { askIn, isTooMany } from './ask.ts';
import type { Row } from './row.ts';
import { rowsIn } from './rows-in.ts';
import type { ListReading } from './list-reading.ts';

export interface Owned {
  /** A number. */
  readonly author: PersonId;
  /** At most 60. */
  readonly owners: readonly string[];
}

/** Honest authors have one row a key, or two for a moment. */
const rowsPerKey = 20;

export const askOwn = (
  list: string,
  select: readonly string[],
  { author, owners }: Owned,
  narrowedBy: 'author' | 'values' = 'author',
): RestRequest =>
  askIn(list, {
    select,
    column: columns.owner,
    type: 'Text',
    values: owners,
    order: 'ascending',
    top: owners.length * rowsPerKey,
    author,
    narrowedBy,
  });

/** The lowest ones come first. */
export async function* ownRows(
  reading: ListReading,
  select: readonly string[],
  owned: Owned,
): Talk<readonly Row[]> {
  const ask = (names: readonly string[]): RestRequest => askOwn(reading.list, names, owned);
  const [outcome] = yield [ask(select)];
  if (!isTooMany(outcome)) return (yield* rowsIn(reading, outcome, ask, select)).rows;
  const { crowdedRows } = await import(/* webpackChunkName: 'crowded' */ './crowded.ts');
  return yield* crowdedRows(reading, select, owned);
}
