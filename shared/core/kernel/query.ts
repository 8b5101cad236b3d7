/** The only questions a store answers: rows of one declared index, and counts over it. */
import { idIndex, keyIndex } from './collection.ts';
import type { Collection, FieldsOf, FieldSpecs, IndexSpec } from './collection.ts';
import type { ContainerId } from './container.ts';
import { faultOfNewest } from './newest-query.ts';
import type { Newest, NewestQuery } from './newest-query.ts';
import type { PersonId, StoredRecord } from './record.ts';

/** Most values of an `in`; SharePoint's own limit. */
export const maxIn = 60;
/** Most rows a query returns, or returns for each value of its `in`. */
export const maxLimit = 100;

/** The part of an index that a query is about. Without `eq` and `in`: the whole container. */
interface Partition {
  readonly container: ContainerId;
  readonly index: string;
  readonly eq?: string;
  /** At most 60 values. */
  readonly in?: readonly string[];
}

/** Which parts of the host a query is about: the page's own, or the others. */
export type Where = 'here' | 'elsewhere';

export interface RowsQuery<Specs extends FieldSpecs = FieldSpecs> extends Partition {
  readonly kind: 'rows';
  readonly collection: Collection<Specs>;
  /** Rows by this author alone: rows by others neither come nor take their places. */
  readonly author?: PersonId;
  /**
   * Of a collection whose records are groups: those that were started in the part of the host that the page is
   * in (on Confluence its space) or in none, or those of the other parts. It changes nothing where the page is
   * in no part, and in other collections.
   */
  readonly where?: Where;
  /** Bounds on the order column, both inclusive. */
  readonly range?: { readonly from?: number; readonly to?: number };
  readonly order: 'ascending' | 'descending';
  /** At most 100. */
  readonly limit: number;
  /**
   * With `in`, what the limit is for: each value, unless told otherwise, or all of them together, which
   * then come in the order of creation. Where there are more, the answer is `incomplete`.
   */
  readonly limitOf?: 'all';
  /** Continues after an earlier page. Not together with `in`. */
  readonly cursor?: string;
}

export interface CountQuery<Specs extends FieldSpecs = FieldSpecs> extends Partition {
  readonly kind: 'count';
  readonly collection: Collection<Specs>;
  /** Rows are counted for each value of this text column. */
  readonly by: keyof Specs & string;
  /** Counts each author once for a value, however many rows they wrote. */
  readonly distinctAuthors: boolean;
  /**
   * Counts only rows whose key is the value, or the value up to its last `|` if it has one. A key is
   * unique for its author, so nobody counts twice for one key, whatever they wrote into other columns.
   */
  readonly keyed?: boolean;
  /**
   * Whether a row is what the number is of. For hosts whose rows may be written by hand: they count by
   * reading them.
   */
  admit?(record: StoredRecord<FieldsOf<Specs>>): boolean;
}

/** A query about one container. */
export type ContainerQuery = RowsQuery | CountQuery;

export type Query = ContainerQuery | NewestQuery;

/** The containers that a query is about. */
export const containersOf = (query: Query): readonly ContainerId[] =>
  query.kind === 'newest' ? query.containers : [query.container];

export interface Rows<Fields> {
  /** In the index's order; rows that are equal in it, by id. With `in`, value by value. */
  readonly records: readonly StoredRecord<Fields>[];
  /** Where the next page starts; absent on the last page. Opaque. */
  readonly cursor?: string;
  /**
   * Rows that are too long for the host to read: how many it left out. Nobody writes such a row through
   * Kantine.
   */
  readonly leftOut?: number;
  /**
   * The host stopped before the end, since too much lies there that is no record. There may be more
   * records than these; behind the cursor, where there is one.
   */
  readonly incomplete?: true;
  /**
   * The query was limited to what is here, and the host has other parts. Whether they hold records, and whether
   * the reader may read them, this does not say.
   */
  readonly elsewhere?: true;
}

/** Whether an answer holds all rows that there are. */
export const isAll = ({ cursor, incomplete }: Rows<unknown>): boolean =>
  cursor === undefined && !incomplete;

/** Whether there are rows, or may be: where others planted what is no record, a host may have stopped before the first. */
export const isAny = ({ records, incomplete }: Rows<unknown>): StoredRecord | true | undefined =>
  records[0] ?? incomplete;

/** The number of rows for each value. */
export interface Counts extends ReadonlyMap<string, number> {
  /** The host stopped before the end: each number is the least that it may be. */
  readonly incomplete?: true;
}

export type Answer<Q> = Q extends { readonly kind: 'count' }
  ? Counts
  : Q extends { readonly kind: 'newest'; readonly stamps: true }
    ? Newest<undefined>
    : Q extends { readonly kind: 'newest'; readonly collection: Collection<infer Specs> }
      ? Newest<FieldsOf<Specs>>
      : Q extends { readonly collection: Collection<infer Specs> }
        ? Rows<FieldsOf<Specs>>
        : never;

export type Answers<Queries extends readonly unknown[]> = {
  readonly [Position in keyof Queries]: Answer<Queries[Position]>;
};

type RowsOptions = Omit<RowsQuery, 'kind' | 'collection'>;

/** The one key that a row may have to be counted for this value by a `keyed` count. */
export function keyOfValue(value: string): string {
  const bar = value.lastIndexOf('|');
  return bar < 0 ? value : value.slice(0, bar);
}

/** Asks for rows of one index. */
export function rows<Specs extends FieldSpecs>(
  collection: Collection<Specs>,
  options: RowsOptions,
): RowsQuery<Specs> {
  return { kind: 'rows', collection, ...options };
}

const oneEach = { order: 'ascending', limit: 1 } as const;

/** Asks for the records with these ids, those that exist. */
export function byIds<Specs extends FieldSpecs>(
  collection: Collection<Specs>,
  container: ContainerId,
  ids: readonly string[],
): RowsQuery<Specs> {
  return rows(collection, { container, index: idIndex, in: ids, ...oneEach });
}

/** A record's key together with whose it is, as the key index holds it. */
export const authorKey = (author: PersonId, key: string): string => JSON.stringify([author, key]);

/** Asks for the records that an author has under these keys, those that exist. */
export function byKeys<Specs extends FieldSpecs>(
  collection: Collection<Specs>,
  container: ContainerId,
  author: PersonId,
  keys: readonly string[],
): RowsQuery<Specs> {
  const values = keys.map((key) => authorKey(author, key));
  return rows(collection, { container, index: keyIndex, in: values, ...oneEach });
}

/** Asks how many rows there are for each value of a column. */
export function count<Specs extends FieldSpecs>(
  collection: Collection<Specs>,
  options: Omit<CountQuery<Specs>, 'kind' | 'collection'>,
): CountQuery<Specs> {
  return { kind: 'count', collection, ...options };
}

/** The index that a query about one container names, be it declared or one that every collection has. */
function indexOf({ collection, index }: ContainerQuery): IndexSpec | undefined {
  if (index === keyIndex || index === idIndex) return { partition: index, order: 'created' };
  return collection.indexes[index];
}

/** What makes a query one that no host could answer, if anything does. */
function faultOf(query: Query): string | undefined {
  if (query.kind === 'newest') return faultOfNewest(query);
  const { collection, eq, in: values } = query;
  const declared = indexOf(query);
  if (!declared) return 'no such index';
  if ((declared.partition !== undefined) !== (eq !== undefined || values !== undefined)) {
    return 'eq or in belongs where the index has a partition';
  }
  if (eq !== undefined && values) return 'eq or in, not both';
  if (values && values.length > maxIn) return `in takes at most ${maxIn} values`;
  if (query.kind === 'count') {
    const isText = collection.fields[query.by]?.type === 'text';
    return isText ? undefined : `rows are counted by a text column, not by «${query.by}»`;
  }
  const { limit, cursor } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
    return `the limit is 1 to ${maxLimit}`;
  }
  if (query.limitOf === 'all' && (!values || declared.order !== 'created')) {
    return 'a limit of all values is for an in, in order of creation';
  }
  return cursor !== undefined && values ? 'a cursor cannot continue an in' : undefined;
}

/**
 * Refuses a query that no host could answer, before any host is asked.
 * @throws RangeError naming the query's fault; it is the caller's mistake, not the user's.
 */
export function assertAnswerable(query: Query): void {
  const fault = faultOf(query);
  if (fault === undefined) return;
  const index = query.kind === 'newest' ? 'newest' : query.index;
  throw new RangeError(`${query.collection.name}.${index}: ${fault}.`);
}

/** The answer to a count, for a host that has read the rows it is about. */
export function countRecords(query: CountQuery, records: Iterable<StoredRecord>): Counts {
  const { by, keyed, distinctAuthors } = query;
  const votes = new Set<string>();
  const counts = new Map<string, number>();
  for (const record of records) {
    const { author, key, fields } = record;
    if (query.admit?.(record as StoredRecord<FieldsOf<FieldSpecs>>) === false) continue;
    const counted = (fields as Readonly<Record<string, unknown>> | null)?.[by];
    if (typeof counted !== 'string') continue;
    if (keyed === true && key !== keyOfValue(counted)) continue;
    const vote = JSON.stringify([counted, author]);
    if (distinctAuthors && votes.has(vote)) continue;
    votes.add(vote);
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
  }
  return counts;
}
