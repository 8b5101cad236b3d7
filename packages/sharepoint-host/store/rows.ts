/** Answers to queries for rows. */
import { idIndex, keyIndex, maxLimit } from '@kantine/core';
import type { IndexSpec, Rows, RowsQuery, StoredRecord } from '@kantine/core';
import { columns, ownerDigest, partitionDigest } from '../schema/index.ts';
import { answerOf, together } from '../wire/index.ts';
import { askIn } from './ask.ts';
import { rowsAtOnce } from './at-once.ts';
import { cursorOf, positionOf } from './cursor.ts';
import { readPartition } from './partition.ts';
import type { Partition, Placed } from './partition-pages.ts';
import { isItemId, partitionValue, recordColumns, shownColumns } from './row.ts';
import { prove } from './prove.ts';
import type { Row } from './row.ts';
import type { Talk } from '../wire/index.ts';

type Records = Rows<unknown>['records'];

export function readRows(query: RowsQuery, list: string): Talk<Rows<unknown>> {
  if (query.index === idIndex) return readIds(query, list);
  if (query.index === keyIndex) return readKeys(query, list);
  const index = query.collection.indexes[query.index] as IndexSpec;
  return query.in
    ? readEach(query, list, index, [...new Set(query.in)])
    : readOne(query, list, index);
}

const namedOf = ({ eq, in: values }: RowsQuery): readonly string[] => [
  ...new Set(values ?? (eq === undefined ? [] : [eq])),
];

async function* readIds(query: RowsQuery, list: string): Talk<Rows<unknown>> {
  const ids = namedOf(query).filter(isItemId);
  if (ids.length === 0) return { records: [] };
  const operation = askIn(list, {
    select: shownColumns,
    column: 'ID',
    type: 'Counter',
    values: ids,
    order: 'ascending',
    top: ids.length,
  });
  const [outcome] = yield [operation];
  const records = yield* recordsOf(answerOf(outcome), query, list);
  const byId = new Map(records.map((record) => [record.id, record]));
  return { records: ids.map((id) => byId.get(id)).filter((record) => record !== undefined) };
}

/** Somebody else's rows may bear the same digest, so more than one row a key is read. */
const rowsPerKey = 20;

async function* readKeys(query: RowsQuery, list: string): Talk<Rows<unknown>> {
  const wanted = await Promise.all(
    namedOf(query).map(async (text) => {
      const [author = '', key = ''] = JSON.parse(text) as string[];
      return { author, key, digest: await ownerDigest(query.container, author, key) };
    }),
  );
  if (wanted.length === 0) return { records: [] };
  const operation = askIn(list, {
    select: recordColumns,
    column: columns.owner,
    type: 'Text',
    values: wanted.map(({ digest }) => digest),
    order: 'ascending',
    top: wanted.length * rowsPerKey,
  });
  const [outcome] = yield [operation];
  const found = yield* recordsOf(answerOf(outcome), query, list);
  const records = wanted
    .map(({ author, key }) => found.find((row) => row.author === author && row.key === key))
    .filter((record) => record !== undefined);
  return { records };
}

async function* recordsOf(
  rows: readonly Row[],
  query: RowsQuery,
  list: string,
): Talk<StoredRecord[]> {
  const records = yield* prove(list, rows, query);
  return records.filter((record) => record !== undefined);
}

async function* readOne(query: RowsQuery, list: string, index: IndexSpec): Talk<Rows<unknown>> {
  const value = query.eq ?? '';
  const digest = await partitionDigest(query.container, query.index, value);
  const { cursor, limit } = query;
  const after =
    cursor === undefined ? undefined : positionOf(cursor, digest, index.order !== 'created');
  const placed = yield* readPartition({
    ...partitionOf(query, list, index, value),
    ...(after ? { after } : {}),
    // One more than asked tells whether there is a next page.
    limit: limit + 1,
  });
  const page = placed.slice(0, limit);
  const last = page.at(-1);
  return {
    records: page.map(({ record }) => record),
    ...(placed.length > limit && last ? { cursor: cursorOf(last.position) } : {}),
  };
}

const partitionOf = (
  query: RowsQuery,
  list: string,
  index: IndexSpec,
  value: string,
): Partition => ({
  list,
  query,
  index,
  value,
  order: query.order,
  limit: query.limit,
  ...(query.range ? { range: query.range } : {}),
});

/** Rows of all values that are read in one go before each value is read by itself. */
const mostAtOnce = 1_000;

async function* readEach(
  query: RowsQuery,
  list: string,
  index: IndexSpec,
  values: readonly string[],
): Talk<Rows<unknown>> {
  if (values.length === 0) return { records: [] };
  const whole =
    index.order === 'created' && !query.range
      ? yield* readAtOnce(query, list, index, values)
      : undefined;
  if (whole) return { records: whole };
  const each = yield* together(
    values.map((value) => readPartition(partitionOf(query, list, index, value))),
  );
  return { records: each.flat().map(({ record }: Placed) => record) };
}

/** The rows of all values, unless there are too many to tell each value's first ones. */
async function* readAtOnce(
  query: RowsQuery,
  list: string,
  index: IndexSpec,
  values: readonly string[],
): Talk<Records | undefined> {
  const top = Math.min(mostAtOnce, Math.max(values.length * query.limit, maxLimit) + 1);
  const rows = yield* rowsAtOnce(query, list, values, { order: query.order, top });
  if (!rows) return undefined;
  const records = yield* recordsOf(rows, query, list);
  const each = values.map((value) =>
    records.filter(({ fields }) => valueIn(index, fields) === value).slice(0, query.limit),
  );
  const isWhole = rows.length < top || each.every(({ length }) => length === query.limit);
  return isWhole ? each.flat() : undefined;
}

const valueIn = ({ partition }: IndexSpec, fields: unknown): string =>
  partitionValue(partition, fields as Readonly<Record<string, unknown>>);
