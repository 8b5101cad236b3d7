/** The rows of one value of an index, in its order, past whatever does not belong there. */
import type { IndexSpec, Query, StoredRecord } from '@kantine/core';
import { indexColumn, partitionDigest } from '../schema/index.ts';
import { answerOf, hasCode, thresholdCode } from '../wire/index.ts';
import { askPage, mostRows } from './ask.ts';
import type { Order, Page, Position } from './ask.ts';
import { orderSuffix, orderText, partitionValue, recordColumns } from './row.ts';
import { prove } from './prove.ts';
import type { Row } from './row.ts';
import type { Talk } from '../wire/index.ts';

export interface Partition {
  readonly list: string;
  readonly query: Query;
  readonly index: IndexSpec;
  readonly value: string;
  readonly order: Order;
  readonly range?: { readonly from?: number; readonly to?: number };
  readonly after?: Position;
  /** How many records are wanted at most. */
  readonly limit: number;
}

/** A record and where it stands in its partition. */
export interface Placed {
  readonly record: StoredRecord;
  readonly position: Position;
}

const rowsInPassing = 1_000;
const lastId = 2_147_483_647;

/**
 * A value's rows are found by a filter, which SharePoint answers up to 5,000 matches. Beyond them, and
 * for the whole of a container, the index column is read in its own order from where the value
 * starts; that takes no filter, so any number of rows will do.
 */
export async function* readPartition(partition: Partition): Talk<readonly Placed[]> {
  const { query, index, order, value, limit, range } = partition;
  const digest = await partitionDigest(query.container, query.index, value);
  const isByNumber = index.order !== 'created';
  const inBounds = boundsOf(partition, digest);
  let isFiltered = index.partition !== undefined || (!isByNumber && range !== undefined);
  let after = partition.after;
  const found: Placed[] = [];
  for (;;) {
    // Rows of other times have to be passed over where no filter keeps them out.
    const isPassing = !isFiltered && !isByNumber && range !== undefined;
    const top = isPassing ? rowsInPassing : Math.min(limit - found.length, mostRows);
    const page = isFiltered
      ? filteredPage(partition, digest, inBounds, after, top)
      : orderedPage(partition, inBounds, after, top);
    const [outcome] = yield [askPage(partition.list, page)];
    if (isFiltered && outcome && !outcome.ok && hasCode(outcome.error, thresholdCode)) {
      isFiltered = false;
      continue;
    }
    const rows = answerOf<readonly Row[]>(outcome);
    const records = yield* prove(partition.list, rows, query);
    for (const [at, row] of rows.entries()) {
      const text = String(row[indexColumn(query.collection, query.index)]);
      if (text < inBounds.low || text > inBounds.high) return found;
      after = { id: row.Id, text };
      const record = records[at];
      if (!record || !stands(record, text, partition, digest)) continue;
      const isInRange = isByNumber ? 0 : sideOf(record.created, range);
      // Rows come in the order of their creation: behind the range there are no more of it.
      if (isInRange === (order === 'ascending' ? 1 : -1)) return found;
      if (isInRange === 0) found.push({ record, position: after });
      if (found.length >= limit) return found;
    }
    if (rows.length < top) return found;
  }
}

/** Whether the fields put the record where its index column says; anybody may write that by hand. */
function stands(
  { fields }: StoredRecord,
  text: string,
  { index, value }: Partition,
  digest: string,
): boolean {
  const own = fields as Readonly<Record<string, unknown>>;
  return (
    partitionValue(index.partition, own) === value &&
    text === digest + orderSuffix(index.order, own)
  );
}

/** -1 before a range, 0 within, 1 behind. */
function sideOf(created: number, range: Partition['range']): -1 | 0 | 1 {
  if (range?.from !== undefined && created < range.from) return -1;
  return range?.to !== undefined && created > range.to ? 1 : 0;
}

interface Bounds {
  readonly low: string;
  readonly high: string;
}

/** The first and the last text that the index column has in the partition and its range. */
function boundsOf({ index, range }: Partition, digest: string): Bounds {
  if (index.order === 'created') return { low: digest, high: digest };
  const from = Math.max(Math.ceil(range?.from ?? 0), 0);
  const to = Math.floor(range?.to ?? Number.MAX_SAFE_INTEGER);
  // An empty range has to stay empty: a bound below zero is before everything.
  if (to < 0) return { low: `${digest}.`, high: digest };
  return { low: `${digest}.${orderText(from)}`, high: `${digest}.${orderText(to)}` };
}

const selected = ({ collection, index }: Query): readonly string[] => [
  ...recordColumns,
  indexColumn(collection, index),
];

function filteredPage(
  { query, index, order, range }: Partition,
  digest: string,
  { low, high }: Bounds,
  after: Position | undefined,
  top: number,
): Page {
  const column = indexColumn(query.collection, query.index);
  const common = { select: selected(query), order, top, ...(after ? { after } : {}) };
  if (index.order !== 'created') {
    return { ...common, by: column, filter: `${column} ge '${low}' and ${column} le '${high}'` };
  }
  const times = [
    ...(range?.from === undefined
      ? []
      : [`Created ge datetime'${isoSeconds(range.from, Math.ceil)}'`]),
    ...(range?.to === undefined
      ? []
      : [`Created le datetime'${isoSeconds(range.to, Math.floor)}'`]),
  ];
  return { ...common, filter: [`${column} eq '${digest}'`, ...times].join(' and ') };
}

function orderedPage(
  { query, order }: Partition,
  { low, high }: Bounds,
  after: Position | undefined,
  top: number,
): Page {
  const start = order === 'ascending' ? { text: low, id: 0 } : { text: high, id: lastId };
  return {
    select: selected(query),
    order,
    top,
    by: indexColumn(query.collection, query.index),
    after: after ? { text: after.text ?? low, id: after.id } : start,
  };
}

/** The latest second that a date can name. */
const endOfTime = 253_402_300_799;

/** SharePoint keeps whole seconds. */
function isoSeconds(instant: number, round: (value: number) => number): string {
  const seconds = Math.min(Math.max(round(instant / 1000), 0), endOfTime);
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}
