/** Queries over the ordered map. */
import { idIndex, keyIndex, withDefaults } from '../kernel/collection.ts';
import type { Collection } from '../kernel/collection.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { StoredRecord } from '../kernel/record.ts';
import { assertAnswerable, countRecords } from '../kernel/query.ts';
import type { Counts, CountQuery, Query, Rows, RowsQuery } from '../kernel/query.ts';
import { after, indexPrefix, orderText, rowKey, uniqueKey } from './keys.ts';
import type { Entry, Transaction } from './ordered-map.ts';

/** A record by its id, with the defaults of columns that are newer than it. */
export async function recordOf(
  transaction: Transaction,
  { collection, container }: { collection: Collection; container: ContainerId },
  id: string,
): Promise<StoredRecord | undefined> {
  const text = await transaction.get(rowKey(collection, container, id));
  if (text === undefined) return undefined;
  const record = JSON.parse(text) as StoredRecord;
  return { ...record, fields: withDefaults(collection, record.fields) };
}

async function recordsOf(
  transaction: Transaction,
  query: Query,
  entries: readonly Entry[],
): Promise<StoredRecord[]> {
  const found = await Promise.all(entries.map(({ value }) => recordOf(transaction, query, value)));
  return found.filter((record) => record !== undefined);
}

/** The values of the partition that a query asks for; the whole container is the empty one. */
const partitions = ({ eq, in: values }: Query): readonly string[] =>
  values ? [...new Set(values)] : [eq ?? ''];

const isBy = ({ author }: RowsQuery, record: StoredRecord): boolean =>
  author === undefined || record.author === author;

async function readOneByOne(transaction: Transaction, query: RowsQuery): Promise<Rows<unknown>> {
  const { collection, container, index } = query;
  const records: StoredRecord[] = [];
  for (const value of partitions(query)) {
    const id =
      index === idIndex ? value : await transaction.get(uniqueKey(collection, container, value));
    const record = id === undefined ? undefined : await recordOf(transaction, query, id);
    if (record && isBy(query, record)) records.push(record);
  }
  return { records };
}

/** The keys that a rows query covers in one partition: its range, cut off where its cursor stands. */
function bounds(query: RowsQuery, prefix: string): { from: string; to: string } {
  const { range, cursor, order } = query;
  let from = range?.from === undefined ? prefix : prefix + orderText(range.from);
  let to = range?.to === undefined ? after(prefix) : after(`${prefix}${orderText(range.to)}/`);
  if (cursor !== undefined) {
    const seen = prefix + cursor;
    if (order === 'descending' && seen < to) to = seen;
    // The smallest key after one that was seen is that key with the smallest character behind it.
    if (order === 'ascending' && seen >= from) from = `${seen}\u0001`;
  }
  return { from, to };
}

/** One entry more than the limit tells whether there is a next page. */
async function entriesBy(
  transaction: Transaction,
  query: RowsQuery,
  span: { readonly from: string; readonly to: string; readonly reverse: boolean },
): Promise<readonly Entry[]> {
  const limit = query.limit + 1;
  if (query.author === undefined) return transaction.scan({ ...span, limit });
  const entries = await transaction.scan(span);
  const found = await Promise.all(
    entries.map(async (entry) => ({
      entry,
      record: await recordOf(transaction, query, entry.value),
    })),
  );
  return found
    .filter(({ record }) => record && isBy(query, record))
    .map(({ entry }) => entry)
    .slice(0, limit);
}

async function readRows(transaction: Transaction, query: RowsQuery): Promise<Rows<unknown>> {
  if (query.index === keyIndex || query.index === idIndex) return readOneByOne(transaction, query);
  const records: StoredRecord[] = [];
  let cursor: string | undefined;
  for (const value of partitions(query)) {
    const prefix = indexPrefix(query.collection, query.container, query.index, value);
    const entries = await entriesBy(transaction, query, {
      ...bounds(query, prefix),
      reverse: query.order === 'descending',
    });
    const page = entries.slice(0, query.limit);
    records.push(...(await recordsOf(transaction, query, page)));
    const last = page.at(-1);
    if (entries.length > query.limit && last) cursor = last.key.slice(prefix.length);
  }
  return cursor !== undefined && !query.in ? { records, cursor } : { records };
}

async function readCounts(transaction: Transaction, query: CountQuery): Promise<Counts> {
  const records: StoredRecord[] = [];
  for (const value of partitions(query)) {
    const prefix = indexPrefix(query.collection, query.container, query.index, value);
    const entries = await transaction.scan({ from: prefix, to: after(prefix) });
    records.push(...(await recordsOf(transaction, query, entries)));
  }
  return countRecords(query, records);
}

/** @returns the answer to one query. @throws RangeError on a query no host could answer. */
export async function readQuery(
  transaction: Transaction,
  query: Query,
): Promise<Rows<unknown> | Counts> {
  assertAnswerable(query);
  return query.kind === 'rows' ? readRows(transaction, query) : readCounts(transaction, query);
}
