/**
 * The newest rows of several containers of a list, read backwards by ID: without a filter nothing is too
 * many, and one question does for any number of containers.
 */
import { maxNewest } from '@kantine/core';
import type { NewestQuery, StoredRecord } from '@kantine/core';
import { indexColumn } from '../schema/index.ts';
import { answerOf, concurrently } from '../wire/index.ts';
import type { RestRequest, Talk } from '../wire/index.ts';
import { askIn, askPage, askWhere, inSome, rowsToCount } from './ask.ts';
import type { ListReading } from './list-reading.ts';
import { goBackTo, newestColumns, newestRecords, placesOf, stampColumns } from './newest-rows.ts';
import type { FoundNewest, Places } from './newest-rows.ts';
import type { Row } from './row.ts';
import { rowsIn } from './rows-in.ts';
import { windowIds, windowsAtOnce } from './windows.ts';

export async function* newestOfAll(query: NewestQuery, reading: ListReading): Talk<FoundNewest> {
  const { limit, since } = query;
  const places = await placesIn(query);
  const select = [...newestColumns(query), ...(places ? [places.column] : [])];
  const ask = (names: readonly string[]): RestRequest =>
    askPage(reading.list, { select: names, order: 'descending', top: maxNewest });
  const [outcome] = yield [ask(select)];
  const { rows, length } = yield* rowsIn(reading, outcome, ask, select);
  const isStamped = query.stamps === true;
  const records = yield* newestRecords(reading, rows, { query, places, isStamped });
  const isReached = length < maxNewest || goBackTo(since, rows);
  const lowestId = rows.at(-1)?.Id;
  if (isReached || records.length >= limit || !places || lowestId === undefined) {
    return { records, complete: isReached };
  }
  const older = yield* olderRows({ query, reading, places }, lowestId - 1);
  const wanted = older.records.slice(0, limit - records.length);
  return {
    records: [
      ...records,
      ...(isStamped ? wanted : yield* wholeRows({ query, reading, places }, wanted)),
    ],
    complete: older.complete && wanted.length === older.records.length,
  };
}

/** By the index of the whole container; a collection without one is told apart row by row. */
async function placesIn(query: NewestQuery): Promise<Places | undefined> {
  const { collection, containers } = query;
  const index = Object.keys(collection.indexes).find((name) => {
    const { partition, order } = collection.indexes[name] ?? {};
    return partition === undefined && order === 'created';
  });
  if (index === undefined) return undefined;
  const column = indexColumn(collection, index);
  return placesOf(query, containers, { index, value: '', column });
}

interface Reach {
  readonly query: NewestQuery;
  readonly reading: ListReading;
  readonly places: Places;
}

/**
 * Rows up to an ID, in windows of 5,000 IDs, all in one request: 40,000 items. What rows say is left for a
 * second question, since many of them may be nobody's.
 */
async function* olderRows({ query, reading, places }: Reach, from: number): Talk<FoundNewest> {
  const ends = Array.from({ length: windowsAtOnce }, (_, at) => from - at * windowIds).filter(
    (end) => end > 0,
  );
  const bottom = from - windowsAtOnce * windowIds;
  const [isReached, ...windows] = (yield* concurrently<unknown>([
    reaches(reading, bottom, query.since),
    ...ends.map((end) => readWindow({ query, reading, places }, end)),
  ])) as [boolean, ...Window[]];
  const rows = windows.flatMap((window) => window.rows);
  const records = yield* newestRecords(reading, rows, { query, places, isStamped: true });
  return {
    records: records.toSorted((one, other) => Number(other.id) - Number(one.id)),
    complete: isReached && windows.every(({ isWhole }) => isWhole),
  };
}

interface Window {
  readonly rows: readonly Row[];
  readonly isWhole: boolean;
}

const idIs = (comparison: 'Gt' | 'Leq', id: number): string =>
  `<${comparison}><FieldRef Name='ID'/><Value Type='Counter'>${id}</Value></${comparison}>`;

async function* readWindow({ reading, places }: Reach, end: number): Talk<Window> {
  const { column, containers } = places;
  const some = inSome({ column, type: 'Text', values: [...containers.keys()] });
  const range = `<And>${idIs('Gt', end - windowIds)}${idIs('Leq', end)}</And>`;
  const page = { order: 'descending', top: rowsToCount } as const;
  const select = [...stampColumns, column];
  const ask = (names: readonly string[]): RestRequest =>
    askWhere(reading.list, `<And>${range}${some}</And>`, { ...page, select: names });
  const [outcome] = yield [ask(select)];
  const { rows, length } = yield* rowsIn(reading, outcome, ask, select);
  return { rows, isWhole: length < rowsToCount };
}

/** Whether everything up to an ID is older than an instant. */
async function* reaches({ list }: ListReading, id: number, since: number): Talk<boolean> {
  if (id <= 0) return true;
  const select = ['Id', 'Created'];
  const filter = `Id le ${id}`;
  const [outcome] = yield [askPage(list, { select, filter, order: 'descending', top: 1 })];
  const rows = answerOf<readonly Row[]>(outcome);
  return rows.length === 0 || goBackTo(since, rows);
}

const perQuestion = 60;

/** What records say of which the stamps alone were read. */
async function* wholeRows(
  { query, reading, places }: Reach,
  stamped: readonly StoredRecord[],
): Talk<readonly StoredRecord[]> {
  const ids = stamped.map(({ id }) => id);
  const parts = Array.from({ length: Math.ceil(ids.length / perQuestion) }, (_, part) =>
    ids.slice(part * perQuestion, (part + 1) * perQuestion),
  );
  const select = [...newestColumns(query), places.column];
  const each = yield* concurrently(parts.map((values) => rowsById(reading, select, values)));
  return yield* newestRecords(reading, each.flat(), { query, places, isStamped: false });
}

async function* rowsById(
  reading: ListReading,
  select: readonly string[],
  values: readonly string[],
): Talk<readonly Row[]> {
  const page = { order: 'descending', top: values.length } as const;
  const ask = (names: readonly string[]): RestRequest =>
    askIn(reading.list, { ...page, select: names, column: 'ID', type: 'Counter', values });
  const [outcome] = yield [ask(select)];
  return (yield* rowsIn(reading, outcome, ask, select)).rows;
}
