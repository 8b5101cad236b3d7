/** Queries over the ordered map. */
import { idIndex, keyIndex, withDefaults } from '../kernel/collection.ts';
import type { Collection } from '../kernel/collection.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { PersonId, StoredRecord } from '../kernel/record.ts';
import { assertAnswerable, countRecords } from '../kernel/query.ts';
import type {
  ContainerQuery,
  Counts,
  CountQuery,
  Query,
  Rows,
  RowsQuery,
} from '../kernel/query.ts';
import type { Newest, NewestQuery } from '../kernel/newest-query.ts';
import { after, indexPrefix, orderText, rowKey, rowPrefix, uniqueKey } from './keys.ts';
import type { Entry, Scan, Transaction } from './ordered-map.ts';

/** A record by its id, with the defaults of columns that are newer than it. */
export async function recordOf(
  transaction: Transaction,
  { collection, container }: { collection: Collection; container: ContainerId },
  id: string,
): Promise<StoredRecord | undefined> {
  const text = await transaction.get(rowKey(collection, container, id));
  return text === undefined ? undefined : recordIn(collection, text);
}

/** A record from the text that holds it. */
export function recordIn(collection: Collection, text: string): StoredRecord {
  const record = JSON.parse(text) as StoredRecord;
  return { ...record, fields: withDefaults(collection, record.fields) };
}

/** What somebody who reads a container is given of it. */
export interface Reader {
  /** The only author whose records they see there; undefined for all of them. */
  onlyBy(container: ContainerId): PersonId | undefined;
  /** Whether a record is held back from them. */
  isHeld(collection: Collection, record: StoredRecord): boolean;
}

async function recordsOf(
  transaction: Transaction,
  query: ContainerQuery,
  entries: readonly Entry[],
): Promise<StoredRecord[]> {
  const found = await Promise.all(entries.map(({ value }) => recordOf(transaction, query, value)));
  return found.filter((record) => record !== undefined);
}

/** The values of the partition that a query asks for; the whole container is the empty one. */
const partitions = ({ eq, in: values }: ContainerQuery): readonly string[] =>
  values ? [...new Set(values)] : [eq ?? ''];

const isBy = (author: PersonId | undefined, record: StoredRecord): boolean =>
  author === undefined || record.author === author;

async function readOneByOne(
  transaction: Transaction,
  query: RowsQuery,
  reader: Reader,
): Promise<Rows<unknown>> {
  const { collection, container, index, author } = query;
  const records: StoredRecord[] = [];
  for (const value of partitions(query)) {
    const id =
      index === idIndex ? value : await transaction.get(uniqueKey(collection, container, value));
    const record = id === undefined ? undefined : await recordOf(transaction, query, id);
    if (record && isBy(author, record) && !reader.isHeld(collection, record)) records.push(record);
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

/** The entries of one author, or of all, that are not held back; as many as the limit. */
async function entriesBy(
  transaction: Transaction,
  place: { readonly collection: Collection; readonly container: ContainerId },
  author: PersonId | undefined,
  reader: Reader,
  span: Required<Scan>,
): Promise<readonly (readonly [Entry, StoredRecord])[]> {
  const { limit, ...whole } = span;
  const found: (readonly [Entry, StoredRecord])[] = [];
  const isAll = author === undefined && place.collection.heldUntil === undefined;
  for (const entry of await transaction.scan(isAll ? span : whole)) {
    const record = await recordOf(transaction, place, idIn(entry));
    const isSeen = record && isBy(author, record) && !reader.isHeld(place.collection, record);
    if (isSeen) found.push([entry, record]);
    if (found.length === limit) break;
  }
  return found;
}

/** An entry of an index holds an id, and that of a record the record. */
const idIn = ({ value }: Entry): string =>
  value.startsWith('{') ? (JSON.parse(value) as StoredRecord).id : value;

async function readRows(
  transaction: Transaction,
  query: RowsQuery,
  reader: Reader,
): Promise<Rows<unknown>> {
  if (query.index === keyIndex || query.index === idIndex) {
    return readOneByOne(transaction, query, reader);
  }
  const records: StoredRecord[] = [];
  let cursor: string | undefined;
  for (const value of partitions(query)) {
    const prefix = indexPrefix(query.collection, query.container, query.index, value);
    // One more than the limit tells whether there is a next page.
    const found = await entriesBy(transaction, query, query.author, reader, {
      ...bounds(query, prefix),
      reverse: query.order === 'descending',
      limit: query.limit + 1,
    });
    const page = found.slice(0, query.limit);
    records.push(...page.map(([, record]) => record));
    const last = page.at(-1);
    if (found.length > query.limit && last) cursor = last[0].key.slice(prefix.length);
  }
  if (query.limitOf === 'all') return firstOf(records, query, cursor !== undefined);
  return cursor !== undefined && !query.in ? { records, cursor } : { records };
}

/** The first records of all values together. */
function firstOf(
  records: readonly StoredRecord[],
  query: RowsQuery,
  isCut: boolean,
): Rows<unknown> {
  const sorted = records.toSorted(byCreation);
  if (query.order === 'descending') sorted.reverse();
  const isMore = isCut || sorted.length > query.limit;
  return { records: sorted.slice(0, query.limit), ...(isMore ? { incomplete: true } : {}) };
}

const byCreation = (one: StoredRecord, other: StoredRecord): number =>
  one.created - other.created || (one.id < other.id ? -1 : 1);

async function readNewest(
  transaction: Transaction,
  { collection, containers, of, author, since, until = Infinity, limit, stamps }: NewestQuery,
  reader: Reader,
): Promise<Newest<unknown>> {
  const all: StoredRecord[] = [];
  for (const container of new Set(containers)) {
    const prefix = of
      ? indexPrefix(collection, container, of.index, of.eq)
      : rowPrefix(collection, container);
    const isOthers = author !== undefined && (reader.onlyBy(container) ?? author) !== author;
    if (isOthers) continue;
    // How many lie behind an end, nobody knows before.
    const most = until === Infinity ? limit + 1 : Number.MAX_SAFE_INTEGER;
    const span = { from: prefix, to: after(prefix), reverse: true, limit: most };
    const place = { collection, container };
    const by = author ?? reader.onlyBy(container);
    const found = await entriesBy(transaction, place, by, reader, span);
    const isWanted = ({ created }: StoredRecord): boolean => created >= since && created <= until;
    all.push(...found.map(([, record]) => record).filter(isWanted));
  }
  const newestFirst = all.sort((one, other) => byCreation(other, one)).slice(0, limit);
  return {
    records: stamps ? newestFirst.map((record) => ({ ...record, fields: undefined })) : newestFirst,
    complete: all.length <= limit,
  };
}

async function readCounts(
  transaction: Transaction,
  query: CountQuery,
  reader: Reader,
): Promise<Counts> {
  const author = reader.onlyBy(query.container);
  const records: StoredRecord[] = [];
  for (const value of partitions(query)) {
    const prefix = indexPrefix(query.collection, query.container, query.index, value);
    const entries = await transaction.scan({ from: prefix, to: after(prefix) });
    records.push(...(await recordsOf(transaction, query, entries)));
  }
  return countRecords(
    query,
    records.filter((record) => isBy(author, record) && !reader.isHeld(query.collection, record)),
  );
}

/** @returns the answer to one query. @throws RangeError on a query no host could answer. */
export async function readQuery(
  transaction: Transaction,
  query: Query,
  reader: Reader,
): Promise<Rows<unknown> | Counts | Newest<unknown>> {
  assertAnswerable(query);
  if (query.kind === 'newest') return readNewest(transaction, query, reader);
  if (query.kind === 'count') return readCounts(transaction, query, reader);
  const author = reader.onlyBy(query.container);
  if (author === undefined) return readRows(transaction, query, reader);
  if (query.author !== undefined && query.author !== author) return { records: [] };
  return readRows(transaction, { ...query, author }, reader);
}
