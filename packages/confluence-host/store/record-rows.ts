/** Rows of a collection's own table. */
import { authorKey, idIndex, keyIndex } from '@kantine/core';
import type { Collection, RowsQuery, StoredRecord } from '@kantine/core';
import { sql } from 'kysely';
import { createdOf, firstIdOf, idNumber, idText, layoutOf, stamp } from '../schema/index.ts';
import { and, asText, column, list, personOf } from './branch.ts';
import type { AnswerRow, Branch, Sql } from './branch.ts';
import type { Position } from './cursor.ts';
import { conditionsOf } from './guard.ts';
import { pairIn } from './pair.ts';
import type { Found, ContainerRow, TableSelects, ValueBranch } from './table-selects.ts';

/** A record's columns, from a FROM that calls its table r. */
export function recordBranch(collection: Collection, rest: Sql): Branch {
  return {
    id: column(stamp.id),
    author: column(stamp.author),
    key: asText(column(stamp.key)),
    changed: column(stamp.changed),
    fields: layoutOf(collection).columns.map(({ name }) => asText(column(name))),
    rest,
  };
}

export const from = (collection: Collection, conditions: readonly Sql[]): Sql =>
  sql`FROM ${sql.id(layoutOf(collection).table)} AS r WHERE ${and(conditions)}`;

export const inContainer = ({ id }: ContainerRow): Sql =>
  sql`${column(stamp.container)} = ${sql.lit(id)}`;

/** @param row with the columns of `recordBranch`. */
export function recordIn(
  collection: Collection,
  { name: container }: ContainerRow,
  row: AnswerRow,
): StoredRecord {
  const id = Number(row.id);
  const changed = Number(row.changed);
  const fields = layoutOf(collection).columns.map(({ name, decode }, position) => {
    const value = row[`c${position}`] ?? null;
    return [name, decode(value === null ? null : String(value))];
  });
  const created = createdOf(id);
  return {
    id: idText(id),
    container,
    author: row.account ?? '',
    key: row.record_key ?? '',
    created,
    modified: created + changed * 1000,
    version: String(changed),
    fields: Object.fromEntries(fields) as unknown,
  };
}

export const writtenBy = ({ author }: RowsQuery): Sql[] =>
  author === undefined ? [] : [sql`${column(stamp.author)} = ${personOf(author)}`];

/** The column that orders an index, where it is not the time of creation. */
function orderColumn({ collection, index }: RowsQuery): string | undefined {
  const order = collection.indexes[index]?.order;
  return order === undefined || order === 'created' ? undefined : order;
}

/** The rows after a position, as ranges that an index supports. */
function beyond({ order }: RowsQuery, by: string | undefined, after: Position): Sql {
  const isUp = order === 'ascending';
  const past = (name: string, number: number): Sql =>
    isUp ? sql`${column(name)} > ${sql.lit(number)}` : sql`${column(name)} < ${sql.lit(number)}`;
  const [first = 0, second = 0] = after;
  if (by === undefined) return past(stamp.id, first);
  const equal = sql`${column(by)} = ${sql.lit(first)}`;
  // TiDB makes no range of an OR; of a bound for all of its sides it does.
  const bound = isUp ? sql`>=` : sql`<=`;
  const inRange = sql`${column(by)} ${bound} ${sql.lit(first)}`;
  return sql`${inRange} AND (${past(by, first)} OR (${equal} AND ${past(stamp.id, second)}))`;
}

const whole = (number: number): number =>
  Math.min(Math.max(number, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);

/** Both bounds are included; those of a time include its whole millisecond. */
function within({ range }: RowsQuery, by: string | undefined): Sql[] {
  const name = column(by ?? stamp.id);
  const low = range?.from === undefined ? undefined : Math.ceil(range.from);
  const high = range?.to === undefined ? undefined : Math.floor(range.to);
  const first = low === undefined || by !== undefined ? low : firstIdOf(low);
  const last = high === undefined || by !== undefined ? high : firstIdOf(high + 1) - 1;
  return [
    ...(first === undefined ? [] : [sql`${name} >= ${sql.lit(whole(first))}`]),
    ...(last === undefined ? [] : [sql`${name} <= ${sql.lit(whole(last))}`]),
  ];
}

function pageBranch(
  query: RowsQuery,
  container: ContainerRow,
  values: string | readonly string[] | undefined,
  after: Position | undefined,
): Branch {
  const { collection, index, order, limit } = query;
  const by = orderColumn(query);
  const partition = collection.indexes[index]?.partition;
  const isOf = (name: string): Sql =>
    typeof values === 'string'
      ? sql`${column(name)} = ${values}`
      : sql`${column(name)} IN (${list(values ?? [])})`;
  const conditions = [
    inContainer(container),
    ...(partition === undefined ? [] : [isOf(partition)]),
    ...within(query, by),
    ...(after ? [beyond(query, by, after)] : []),
    ...writtenBy(query),
    ...conditionsOf(query),
  ];
  const direction = order === 'ascending' ? sql`ASC` : sql`DESC`;
  const columns = [...(by === undefined ? [] : [by]), stamp.id];
  const sorted = sql.join(columns.map((name) => sql`${column(name)} ${direction}`));
  // One row more than the limit tells whether there is a next page.
  const rest = sql`${from(collection, conditions)} ORDER BY ${sorted} LIMIT ${sql.lit(limit + 1)}`;
  return recordBranch(collection, rest);
}

function idBranches(
  query: RowsQuery,
  container: ContainerRow,
  values: readonly string[],
): ValueBranch[] {
  const ids = values.map(idNumber).filter((id) => id !== undefined);
  if (ids.length === 0) return [];
  const conditions = [
    inContainer(container),
    sql`${column(stamp.id)} IN (${list(ids)})`,
    ...writtenBy(query),
    ...conditionsOf(query),
  ];
  return [{ value: 0, branch: recordBranch(query.collection, from(query.collection, conditions)) }];
}

/** Reads what `authorKey` of core wrote. */
export function parseAuthorKey(value: string): { author: string; key: string } | undefined {
  const pair = pairIn(value);
  return pair && { author: pair[0], key: pair[1] };
}

function keyBranches(
  query: RowsQuery,
  container: ContainerRow,
  values: readonly string[],
): ValueBranch[] {
  const keysBy = new Map<string, string[]>();
  for (const value of values) {
    const parsed = parseAuthorKey(value);
    if (parsed) keysBy.set(parsed.author, [...(keysBy.get(parsed.author) ?? []), parsed.key]);
  }
  return [...keysBy].map(([author, keys], position) => {
    const conditions = [
      inContainer(container),
      sql`${column(stamp.author)} = ${personOf(author)}`,
      sql`${column(stamp.key)} IN (${list(keys)})`,
      ...writtenBy(query),
      ...conditionsOf(query),
    ];
    const branch = recordBranch(query.collection, from(query.collection, conditions));
    return { value: position, branch };
  });
}

function rows(
  query: RowsQuery,
  container: ContainerRow,
  after: Position | undefined,
): readonly ValueBranch[] {
  const { index, eq, in: values } = query;
  const all = values ?? (eq === undefined ? undefined : [eq]);
  if (!all) return [{ value: 0, branch: pageBranch(query, container, undefined, after) }];
  if (index === idIndex) return idBranches(query, container, all);
  if (index === keyIndex) return keyBranches(query, container, all);
  if (query.limitOf === 'all') {
    const isAny = all.length > 0;
    return isAny ? [{ value: 0, branch: pageBranch(query, container, all, after) }] : [];
  }
  return [...new Set(all)].map((value, position) => ({
    value: position,
    branch: pageBranch(query, container, value, after),
  }));
}

/** The position of a record that was found by id or key: that of its value among the query's. */
function placeAmong({ index, in: values = [] }: RowsQuery, record: StoredRecord): number {
  const value = index === idIndex ? record.id : authorKey(record.author, record.key);
  return values.indexOf(value);
}

function found(query: RowsQuery, container: ContainerRow, row: AnswerRow): Found {
  const record = recordIn(query.collection, container, row);
  if (query.index === idIndex || query.index === keyIndex) {
    return { record, value: placeAmong(query, record), position: [] };
  }
  const by = orderColumn(query);
  const id = Number(row.id);
  const fields = record.fields as Readonly<Record<string, number>>;
  const position = by === undefined ? [id] : [fields[by] ?? 0, id];
  return { record, value: Number(row.b), position };
}

export const recordRows: Pick<TableSelects, 'depth' | 'rows' | 'found'> = {
  depth: (query) => (orderColumn(query) === undefined ? 1 : 2),
  rows,
  found,
};
