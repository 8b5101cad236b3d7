/** SELECTs over a compact table of choices. */
import type { RowsQuery } from '@kantine/core';
import { sql } from 'kysely';
import { choiceColumn, idText, secondOf } from '../schema/index.ts';
import type { ChoiceLayout } from '../schema/index.ts';
import { and, asText, column, list, nothing, personOf } from './branch.ts';
import type { Branch, Sql } from './branch.ts';
import type { ChoiceKey } from './choice-row.ts';
import type { Position } from './cursor.ts';
import { inContainer, writtenBy } from './record-rows.ts';
import type { ContainerRow } from './table-selects.ts';

const { inner: innerColumn } = choiceColumn;
export const given = column(choiceColumn.given);

export const ofRecord = ({ spec }: ChoiceLayout, record: number): Sql =>
  sql`${column(spec.within)} = ${sql.lit(record)}`;
export const ofRecords = ({ spec }: ChoiceLayout, records: readonly number[]): Sql =>
  sql`${column(spec.within)} IN (${list(records)})`;
export const ofInner = (inner: string): Sql => sql`${column(innerColumn)} = ${inner}`;
export const by = (author: string): Sql => sql`${column('_author')} = ${personOf(author)}`;

/** The choice of one person about one message, whenever it was made. */
export const ofRow = (
  layout: ChoiceLayout,
  { within, author, inner }: Omit<ChoiceKey, 'given'>,
): Sql[] => [
  ofRecord(layout, within),
  sql`${column('_author')} = ${sql.lit(author)}`,
  ofInner(inner),
];

export const choiceBranch = (
  { table, spec }: ChoiceLayout,
  container: ContainerRow,
  conditions: readonly Sql[],
  tail: Sql = sql``,
): Branch => ({
  id: column(spec.within),
  author: column('_author'),
  key: asText(column(innerColumn)),
  changed: column('_changed'),
  fields: [column(spec.choice), given, column('_author')],
  rest: sql`FROM ${sql.id(table)} AS r WHERE ${and([inContainer(container), ...conditions])} ${tail}`,
});

/** Nobody chooses twice about a message, so its rows are its authors. */
export const countBranch = (
  { table, spec }: ChoiceLayout,
  container: ContainerRow,
  conditions: readonly Sql[],
): Branch => ({
  id: sql`COUNT(*)`,
  author: nothing,
  key: asText(column(innerColumn)),
  changed: nothing,
  fields: [column(spec.choice), column(spec.within)],
  rest: sql`FROM ${sql.id(table)} AS r WHERE ${and([inContainer(container), ...conditions])}
    GROUP BY ${sql.join([spec.within, innerColumn, spec.choice].map(column))}`,
});

/** The columns in whose order pages of choices come. */
export const sortingOf = ({ spec }: ChoiceLayout): readonly string[] => [
  choiceColumn.given,
  spec.within,
  '_author',
  innerColumn,
];

/** The rows after a position: later in the first column, or equal there and later in the next. */
function beyond(layout: ChoiceLayout, { order }: RowsQuery, position: Position): Sql {
  const past = order === 'ascending' ? sql`>` : sql`<`;
  const [givenAt = 0, record = 0, author = 0, inner = 0] = position;
  const values = [
    sql.lit(givenAt),
    sql.lit(record),
    sql.lit(author),
    sql`${inner === 0 ? '' : idText(inner)}`,
  ];
  const after = (at: number): Sql => {
    const [name = '', value = nothing] = [sortingOf(layout)[at], values[at]];
    const later = sql`${column(name)} ${past} ${value}`;
    if (at === values.length - 1) return later;
    return sql`(${later} OR (${column(name)} = ${value} AND ${after(at + 1)}))`;
  };
  // TiDB makes no range of an OR; of a bound for all of its sides it does.
  const bound = order === 'ascending' ? sql`>=` : sql`<=`;
  return sql`${given} ${bound} ${sql.lit(givenAt)} AND ${after(0)}`;
}

export function pageBranch(
  layout: ChoiceLayout,
  query: RowsQuery,
  container: ContainerRow,
  conditions: readonly Sql[],
  after: Position | undefined,
): Branch {
  const direction = query.order === 'ascending' ? sql`ASC` : sql`DESC`;
  const sorted = sql.join(sortingOf(layout).map((name) => sql`${column(name)} ${direction}`));
  const { from = 0, to } = query.range ?? {};
  const bounds = [
    ...(from > 0 ? [sql`${given} >= ${sql.lit(secondOf(from + 999))}`] : []),
    ...(to === undefined ? [] : [sql`${given} <= ${sql.lit(secondOf(to))}`]),
  ];
  return choiceBranch(
    layout,
    container,
    [
      ...conditions,
      ...bounds,
      ...writtenBy(query),
      ...(after ? [beyond(layout, query, after)] : []),
    ],
    sql`ORDER BY ${sorted} LIMIT ${sql.lit(query.limit + 1)}`,
  );
}
