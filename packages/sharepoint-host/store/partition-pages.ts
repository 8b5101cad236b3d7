/** One value of an index: where its rows stand, and the pages by which they are asked for. */
import type { ContainerQuery, IndexSpec, StoredRecord } from '@kantine/core';
import { indexColumn, isoSeconds } from '../schema/index.ts';
import type { Order, Page, Position } from './ask.ts';
import { selected, startOf } from './first-page.ts';
import { lowest } from './lowest.ts';
import { orderSuffix, orderText } from './field-columns.ts';
import { authorOf, isItemId, partitionValue } from './row.ts';

export interface Partition {
  readonly query: ContainerQuery;
  readonly index: IndexSpec;
  readonly value: string;
  readonly order: Order;
  readonly range?: { readonly from?: number; readonly to?: number };
  readonly after?: Position;
  /** How many records are wanted at most. */
  readonly limit: number;
  /** How many rows are asked for first, where they are known to be more than a filter may match. */
  readonly crowd?: number;
  /** What is asked for of each row; what the query needs unless told otherwise. */
  readonly select?: readonly string[];
}

/** A record and where it stands in its partition. */
export interface PositionedRecord {
  readonly record: StoredRecord;
  readonly position: Position;
}

/** The records of a partition, or of a part of it. */
export interface Found {
  readonly placed: readonly PositionedRecord[];
  /** Where reading stopped before it found enough. */
  readonly stopped?: Position | undefined;
}

/** Of several rows of one author and key the lowest. */
export function counting(placed: readonly PositionedRecord[]): readonly PositionedRecord[] {
  const records = new Set(lowest(placed.map(({ record }) => record)));
  return placed.filter(({ record }) => records.has(record));
}

/** Whether the fields put the record where its index column says; anybody may write that by hand. */
export function stands(
  { author, fields }: StoredRecord,
  text: string,
  { query, index, value }: Partition,
  digest: string,
): boolean {
  const own = fields as Readonly<Record<string, unknown>>;
  return (
    (authorOf(query) ?? author) === author &&
    partitionValue(index.partition, own) === value &&
    text === digest + orderSuffix(index.order, own)
  );
}

export interface Bounds {
  readonly low: string;
  readonly high: string;
}

/** The first and the last text that the index column has in the partition and its range. */
export function boundsOf({ index, range }: Partition, digest: string): Bounds {
  if (index.order === 'created') return { low: digest, high: digest };
  const from = Math.max(Math.ceil(range?.from ?? 0), 0);
  const to = Math.floor(range?.to ?? Number.MAX_SAFE_INTEGER);
  // An empty range has to stay empty: a bound below zero is before everything.
  if (to < 0) return { low: `${digest}.`, high: digest };
  return { low: `${digest}.${orderText(from)}`, high: `${digest}.${orderText(to)}` };
}

/** Whose a row has to be, and what its index column and its time. */
export function filterOf(partition: Partition, digest: string): string {
  const author = authorOf(partition.query);
  const position = positionFilter(partition, digest);
  // Few have written 5,000 rows: what stands first is what SharePoint looks up.
  return author === undefined
    ? position
    : `AuthorId eq ${isItemId(author) ? author : 0} and ${position}`;
}

function positionFilter(partition: Partition, digest: string): string {
  const { query, index, range } = partition;
  const column = indexColumn(query.collection, query.index);
  if (index.order !== 'created') {
    const { low, high } = boundsOf(partition, digest);
    return `${column} ge '${low}' and ${column} le '${high}'`;
  }
  const times = [
    ...(range?.from === undefined
      ? []
      : [`Created ge datetime'${isoSeconds(range.from, Math.ceil)}'`]),
    ...(range?.to === undefined
      ? []
      : [`Created le datetime'${isoSeconds(range.to, Math.floor)}'`]),
  ];
  return [`${column} eq '${digest}'`, ...times].join(' and ');
}

export function filteredPage(
  partition: Partition,
  digest: string,
  after: Position | undefined,
  top: number,
): Page {
  const { query, index, order } = partition;
  return {
    select: partition.select ?? selected(query),
    filter: filterOf(partition, digest),
    order,
    top,
    ...(after ? { after } : {}),
    ...(index.order === 'created' ? {} : { by: indexColumn(query.collection, query.index) }),
  };
}

export function orderedPage(
  { query, order, select = selected(query) }: Partition,
  { low, high }: Bounds,
  after: Position | undefined,
  top: number,
): Page {
  return {
    select,
    order,
    top,
    by: indexColumn(query.collection, query.index),
    after: after
      ? { text: after.text ?? low, id: after.id }
      : startOf(order === 'ascending' ? low : high, order),
  };
}
