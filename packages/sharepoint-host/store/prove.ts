/**
 * Which rows are records. Anybody may write rows by hand; one is believed if its key columns fit its
 * container and the author that the server names.
 */
import { idIndex } from '@kantine/core';
import type { ContainerQuery, PersonId, StoredRecord } from '@kantine/core';
import { columns, ownerDigest } from '../schema/index.ts';
import type { Talk } from '../wire/index.ts';
import { recordIn } from './row.ts';
import type { Kept, Row } from './row.ts';
import type { ListReading } from './list-reading.ts';

/**
 * Of others' rows the declared fields alone; what a later version wrote besides into the reader's own goes
 * along with a change of theirs.
 *
 * @returns undefined for a row that is no record of its author's.
 */
export async function believed(
  row: Row,
  kept: Kept,
  me: PersonId,
): Promise<StoredRecord | undefined> {
  const record = recordIn(row, kept);
  if (!record) return undefined;
  const owner = await ownerDigest(kept, record.author, record.key);
  if (row[columns.owner] !== owner) return undefined;
  if (record.author === me) return record;
  const declared = Object.entries(record.fields as object).filter(([name]) =>
    Object.hasOwn(kept.collection.fields, name),
  );
  return { ...record, fields: Object.fromEntries(declared) };
}

/**
 * Whether a lower row of the same author and key may lie where the query does not reach. Where rows are
 * counted by key, it adds nothing.
 */
export const isLookedUp = (query: ContainerQuery): boolean => {
  const { collection, index } = query;
  if (collection.key !== 'one' || (query.kind === 'count' && query.keyed === true)) return false;
  return index === idIndex || collection.indexes[index]?.proof === 'look';
};

/** @returns a record for each row, or undefined. */
export async function* prove(
  reading: ListReading,
  rows: readonly Row[],
  query: ContainerQuery,
): Talk<readonly (StoredRecord | undefined)[]> {
  const records = await Promise.all(rows.map((row) => believed(row, query, reading.me)));
  if (!isLookedUp(query)) return records;
  const { counting } = await import(/* webpackChunkName: 'look' */ './look.ts');
  const ids = yield* counting(
    reading,
    query.collection,
    records.filter((record) => record !== undefined),
  );
  return records.map((record) => (record && ids.has(record.id) ? record : undefined));
}
