/** Answers to queries for rows. */
import { idIndex, keyIndex, maxLimit } from '@kantine/core';
import type { IndexSpec, Rows, RowsQuery, StoredRecord } from '@kantine/core';
import { ownerDigest, partitionDigest } from '../schema/index.ts';
import { answerOf, together } from '../wire/index.ts';
import { askIn } from './ask.ts';
import { rowsAtOnce } from './at-once.ts';
import { cursorOf, positionOf } from './cursor.ts';
import { alone, lowestRecords } from './lowest.ts';
import { ownRows } from './own-rows.ts';
import { readPartition } from './partition.ts';
import type { Partition } from './partition-pages.ts';
import { isItemId, partitionValue, recordColumns } from './row.ts';
import { believed, prove } from './prove.ts';
import type { Row } from './row.ts';
import type { Source } from './source.ts';
import type { Talk } from '../wire/index.ts';

type Records = Rows<unknown>['records'];

export function readRows(query: RowsQuery, source: Source): Talk<Rows<unknown>> {
  if (query.index === idIndex) return readIds(query, source);
  if (query.index === keyIndex) return readKeys(query, source);
  const index = query.collection.indexes[query.index] as IndexSpec;
  return query.in
    ? readEach(query, source, index, [...new Set(query.in)])
    : readOne(query, source, index);
}

const namedOf = ({ eq, in: values }: RowsQuery): readonly string[] => [
  ...new Set(values ?? (eq === undefined ? [] : [eq])),
];

async function* readIds(query: RowsQuery, source: Source): Talk<Rows<unknown>> {
  const ids = namedOf(query).filter(isItemId);
  if (ids.length === 0) return { records: [] };
  const operation = askIn(source.list, {
    select: recordColumns,
    column: 'ID',
    type: 'Counter',
    values: ids,
    order: 'ascending',
    top: ids.length,
  });
  const [outcome] = yield [operation];
  const records = yield* recordsOf(answerOf(outcome), query, source);
  const byId = new Map(records.map((record) => [record.id, record]));
  return { records: ids.map((id) => byId.get(id)).filter((record) => record !== undefined) };
}

async function* readKeys(query: RowsQuery, source: Source): Talk<Rows<unknown>> {
  const wanted = namedOf(query).map((text) => {
    const [author = '', key = ''] = JSON.parse(text) as string[];
    return { author, key };
  });
  // What is no number of a person has no rows.
  const authors = [...new Set(wanted.map(({ author }) => author))].filter(isItemId);
  const each = yield* together(
    await Promise.all(
      authors.map(async (author) => {
        const own = wanted.filter((each) => each.author === author);
        const owners = own.map(({ key }) => ownerDigest(query.container, author, key));
        return ownRows(source, recordColumns, { author, owners: await Promise.all(owners) });
      }),
    ),
  );
  const found = await Promise.all(each.flat().map((row) => believed(row, query)));
  const all = found.filter((record) => record !== undefined);
  const records = lowestRecords(all);
  if (records.length === all.length) for (const record of records) alone.add(record);
  return {
    records: wanted
      .map(({ author, key }) => records.find((row) => row.author === author && row.key === key))
      .filter((record) => record !== undefined),
  };
}

async function* recordsOf(
  rows: readonly Row[],
  query: RowsQuery,
  source: Source,
): Talk<readonly StoredRecord[]> {
  const records = yield* prove(source, rows, query);
  return lowestRecords(records.filter((record) => record !== undefined));
}

async function* readOne(query: RowsQuery, source: Source, index: IndexSpec): Talk<Rows<unknown>> {
  const value = query.eq ?? '';
  const digest = await partitionDigest(query.container, query.index, value);
  const { cursor, limit } = query;
  const after =
    cursor === undefined ? undefined : positionOf(cursor, digest, index.order !== 'created');
  const { placed, stopped } = yield* readPartition(source, {
    ...partitionOf(query, index, value),
    ...(after ? { after } : {}),
    // One more than asked tells whether there is a next page.
    limit: limit + 1,
  });
  const page = placed.slice(0, limit);
  const last = placed.length > limit ? page.at(-1)?.position : stopped;
  return {
    records: page.map(({ record }) => record),
    ...(last ? { cursor: cursorOf(last) } : {}),
  };
}

const partitionOf = (query: RowsQuery, index: IndexSpec, value: string): Partition => ({
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
  source: Source,
  index: IndexSpec,
  values: readonly string[],
): Talk<Rows<unknown>> {
  if (values.length === 0) return { records: [] };
  const isAtOnce = index.order === 'created' && !query.range;
  const whole = isAtOnce ? yield* readAtOnce(query, source, index, values) : undefined;
  const rest = values.filter((value) => !whole?.has(value));
  const isCrowded = isAtOnce && !whole;
  const each = yield* together(
    rest.map((value) => readPartition(source, { ...partitionOf(query, index, value), isCrowded })),
  );
  const read = new Map(
    rest.map((value, at) => [value, each[at]?.placed.map(({ record }) => record) ?? []]),
  );
  return { records: values.flatMap((value) => whole?.get(value) ?? read.get(value) ?? []) };
}

/**
 * The first rows of each value that one question tells, unless more rows match than it may.
 * @returns undefined where they do.
 */
async function* readAtOnce(
  query: RowsQuery,
  source: Source,
  index: IndexSpec,
  values: readonly string[],
): Talk<ReadonlyMap<string, Records> | undefined> {
  const top = Math.min(mostAtOnce, Math.max(values.length * query.limit, maxLimit) + 1);
  const found = yield* rowsAtOnce(query, source, values, { order: query.order, top });
  if (!found) return undefined;
  const records = yield* recordsOf(found.rows, query, source);
  const each = values.map((value) => {
    const own = records.filter(({ fields }) => valueIn(index, fields) === value);
    return [value, own.slice(0, query.limit)] as const;
  });
  return new Map(each.filter(([, own]) => found.isWhole || own.length === query.limit));
}

const valueIn = ({ partition }: IndexSpec, fields: unknown): string =>
  partitionValue(partition, fields as Readonly<Record<string, unknown>>);
