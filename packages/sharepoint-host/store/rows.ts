/** Answers to queries for rows. */
import { idIndex, keyIndex, maxLimit } from '@kantine/core';
import type { IndexSpec, Rows, RowsQuery, StoredRecord } from '@kantine/core';
import { indexColumn, ownerDigest } from '../schema/index.ts';
import { concurrently } from '../wire/index.ts';
import { askIn, askPage } from './ask.ts';
import { rowsAtOnce } from './at-once.ts';
import type { AskedFor, Refused } from './at-once.ts';
import { firstPage } from './first-page.ts';
import { alone, lowest } from './lowest.ts';
import { ownRows } from './own-rows.ts';
import { isItemId, partitionValue, recordColumns, shownColumns } from './row.ts';
import { believed, prove } from './prove.ts';
import type { Row } from './row.ts';
import { rowsIn } from './rows-in.ts';
import { sharedWay } from './sharing.ts';
import type { ListReading } from './list-reading.ts';
import type { RestRequest, Talk } from '../wire/index.ts';

type Records = Rows<unknown>['records'];

export function readRows(query: RowsQuery, reading: ListReading): Talk<Rows<unknown>> {
  if (query.index === idIndex) return readIds(query, reading);
  if (query.index === keyIndex) return readKeys(query, reading);
  const index = query.collection.indexes[query.index] as IndexSpec;
  return query.in
    ? readEach(query, reading, index, [...new Set(query.in)])
    : readOne(query, reading, index);
}

const namedOf = ({ eq, in: values }: RowsQuery): readonly string[] => [
  ...new Set(values ?? (eq === undefined ? [] : [eq])),
];

async function* readIds(query: RowsQuery, reading: ListReading): Talk<Rows<unknown>> {
  const ids = namedOf(query).filter(isItemId);
  if (ids.length === 0) return { records: [] };
  const ask = (select: readonly string[]): RestRequest =>
    askIn(reading.list, {
      select,
      column: 'ID',
      type: 'Counter',
      values: ids,
      order: 'ascending',
      top: ids.length,
    });
  const [outcome] = yield [ask(shownColumns)];
  const { rows } = yield* rowsIn(reading, outcome, ask, shownColumns);
  const records = yield* recordsOf(rows, query, reading);
  const byId = new Map(records.map((record) => [record.id, record]));
  const isWanted = ({ author }: StoredRecord): boolean =>
    query.author === undefined || query.author === author;
  return { records: ids.flatMap((id) => byId.get(id) ?? []).filter(isWanted) };
}

async function* readKeys(query: RowsQuery, reading: ListReading): Talk<Rows<unknown>> {
  const wanted = namedOf(query).map((text) => {
    const [author = '', key = ''] = JSON.parse(text) as string[];
    return { author, key };
  });
  // A text that is no number of a person has no rows.
  const authors = [...new Set(wanted.map(({ author }) => author))].filter(isItemId);
  const each = yield* concurrently(
    await Promise.all(
      authors.map(async (author) => {
        const own = wanted.filter((each) => each.author === author);
        const owners = own.map(({ key }) => ownerDigest(query, author, key));
        return ownRows(reading, recordColumns, { author, owners: await Promise.all(owners) });
      }),
    ),
  );
  const found = await Promise.all(each.flat().map((row) => believed(row, query, reading.me)));
  const all = found.filter((record) => record !== undefined);
  const records = lowest(all);
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
  reading: ListReading,
): Talk<readonly StoredRecord[]> {
  const records = yield* prove(reading, rows, query);
  return lowest(records.filter((record) => record !== undefined));
}

/** The code that reads past foreign rows, which honest pages seldom need. */
const readingOn = () => import(/* webpackChunkName: 'read-on' */ './read-on.ts');

async function* readOne(
  query: RowsQuery,
  reading: ListReading,
  index: IndexSpec,
): Talk<Rows<unknown>> {
  if (query.cursor !== undefined || query.range || query.author || index.order !== 'created') {
    return yield* (await readingOn()).readOn(query, reading, index);
  }
  const { limit } = query;
  const { digest, page } = await firstPage(query, index);
  const [outcome] = yield [askPage(reading.list, page)];
  if (outcome?.ok === true) {
    const all = outcome.value as readonly Row[];
    const column = indexColumn(query.collection, query.index);
    // Behind the container's rows stand those of another one.
    const end = all.findIndex((row) => row[column] !== digest);
    const rows = end < 0 ? all : all.slice(0, end);
    const records = yield* recordsOf(rows, query, reading);
    const isSound =
      records.length === rows.length &&
      records.every(({ fields }) => valueIn(index, fields) === (query.eq ?? ''));
    const last = records.length > limit ? records[limit - 1] : undefined;
    if (isSound) {
      return { records: records.slice(0, limit), ...(last ? { cursor: last.id } : {}) };
    }
  }
  return yield* (await readingOn()).readOn(query, reading, index, outcome);
}

/** Rows of all values that are read in one go before each value is read by itself. */
const mostAtOnce = 1_000;

async function* readEach(
  query: RowsQuery,
  reading: ListReading,
  index: IndexSpec,
  values: readonly string[],
): Talk<Rows<unknown>> {
  if (values.length === 0) return { records: [] };
  if (query.limitOf) {
    const { readTogether } = await import(/* webpackChunkName: 'together' */ './limit-of-all.ts');
    return yield* readTogether(query, reading, index, values);
  }
  if (index.order !== 'created' || query.range) {
    return yield* (await readingOn()).readEachOn(query, reading, index, values);
  }
  const way = reading.shared && sharedWay(reading.shared);
  const wanted = reading.mine ? yield* reading.mine(values) : values;
  if (wanted.length === 0) return { records: [] };
  const read = yield* readValues(query, reading, index, wanted, way);
  if (read.rest.length > 0) {
    return yield* (await readingOn()).readEachOn(query, reading, index, values, read);
  }
  return { records: values.flatMap((value) => read.whole.get(value) ?? []) };
}

/** What one question told about several values. */
export interface ReadValues {
  /** The first rows of those of which it told enough. */
  readonly whole: ReadonlyMap<string, Records>;
  readonly rest: readonly string[];
  /** Why it told nothing. */
  readonly refused?: Refused;
  /** Whether most of the rows were none. */
  readonly isFlooded: boolean;
}

export async function* readValues(
  query: RowsQuery,
  reading: ListReading,
  index: IndexSpec,
  values: readonly string[],
  way: Partial<AskedFor> = {},
): Talk<ReadValues> {
  const top = Math.min(mostAtOnce, Math.max(values.length * query.limit, maxLimit) + 1);
  const found = yield* rowsAtOnce(query, reading, values, { order: query.order, top, ...way });
  if (typeof found === 'string') {
    return { whole: new Map(), rest: values, refused: found, isFlooded: false };
  }
  const records = yield* recordsOf(found.rows, query, reading);
  const whole = new Map<string, Records>();
  const rest: string[] = [];
  for (const value of values) {
    const own = records.filter(({ fields }) => valueIn(index, fields) === value);
    whole.set(value, own.slice(0, query.limit));
    if (!found.isWhole && own.length < query.limit) rest.push(value);
  }
  return { whole, rest, isFlooded: records.length * 2 < found.rows.length };
}

const valueIn = ({ partition }: IndexSpec, fields: unknown): string | undefined =>
  partitionValue(partition, fields as Readonly<Record<string, unknown>>);
