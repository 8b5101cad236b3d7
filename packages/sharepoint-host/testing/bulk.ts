/** Fills lists with many rows, as if their authors had written them one by one. */
import type { Collection, ContainerId } from '@kantine/core';
import {
  columns,
  isKeptIn,
  listName,
  ownerDigest,
  listSetOf,
  slotDigest,
} from '../schema/index.ts';
import { fieldColumns } from '../store/field-columns.ts';
import { loginOf, site } from './organisation.ts';
import type { Actor, Organisation } from './organisation.ts';

export interface BulkRecord {
  readonly author: Exclude<Actor, 'owner'>;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A month before the clock of the tests starts. */
const begin = Date.UTC(2026, 9, 24);

/** Digests are made this many rows at a time, so that a million of them fit into memory. */
const chunk = 10_000;

type Row = Readonly<Record<string, unknown>>;

export async function fill(
  { sharePoint, ids }: Pick<Organisation, 'sharePoint' | 'ids'>,
  collection: Collection,
  container: ContainerId,
  records: readonly BulkRecord[],
  /** Rows are a minute apart; this many minutes pass before the first. */
  minutes = 0,
): Promise<void> {
  const listSet = listSetOf(container, '') ?? 'person';
  if (typeof listSet !== 'string' || !isKeptIn(collection, listSet))
    throw new RangeError(`Not kept in ${container}.`);
  const rowOf = async ({ author, key, fields }: BulkRecord, position: number): Promise<Row> => ({
    ...(await fieldColumns(collection, container, fields)),
    [columns.slot]: await slotDigest(container, ids[author], key, 0),
    [columns.owner]: await ownerDigest({ collection, container }, ids[author], key),
    [columns.key]: JSON.stringify(key),
    Author: loginOf(author),
    Created: new Date(begin + (minutes + position) * 60_000).toISOString().replace('.000', ''),
  });
  const rows: Row[] = [];
  for (let first = 0; first < records.length; first += chunk) {
    const part = records.slice(first, first + chunk);
    rows.push(...(await Promise.all(part.map((record, at) => rowOf(record, first + at)))));
  }
  sharePoint.bulkLoad({ site, list: listName(collection, listSet) }, rows);
}

/** A row that somebody wrote by hand under a colleague's key. */
export interface Planted {
  readonly by: BulkRecord['author'];
  /** The id of the colleague that it claims to be of. */
  readonly as: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Plants the same row many times, as Kantine would have written it for the colleague. */
export async function plant(
  { sharePoint }: Pick<Organisation, 'sharePoint'>,
  collection: Collection,
  container: ContainerId,
  { by, as, key, fields }: Planted,
  many: number,
): Promise<void> {
  const row = {
    // Fields that are not declared stay.
    ...(await fieldColumns(collection, container, fields, fields)),
    [columns.owner]: await ownerDigest({ collection, container }, as, key),
    [columns.key]: JSON.stringify(key),
    Author: loginOf(by),
    Created: new Date(begin).toISOString().replace('.000', ''),
  };
  const rows = Array.from({ length: many }, (_, n) => ({
    ...row,
    [columns.slot]: `planted ${key} ${n}`,
  }));
  const listSet = listSetOf(container, as) ?? 'person';
  if (typeof listSet !== 'string') throw new RangeError(`Not kept in ${container}.`);
  sharePoint.bulkLoad({ site, list: listName(collection, listSet) }, rows);
}
