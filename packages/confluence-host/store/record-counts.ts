/** Counts over a collection's own table. */
import { keyIndex } from '@kantine/core';
import type { CountQuery } from '@kantine/core';
import { sql } from 'kysely';
import { stamp } from '../schema/index.ts';
import { asText, column, list, nothing } from './branch.ts';
import type { AnswerRow, Branch } from './branch.ts';
import { conditionsOf } from './guard.ts';
import { from, inContainer } from './record-rows.ts';
import type { Counted, ContainerRow, TableSelects } from './table-selects.ts';

function counts(query: CountQuery, container: ContainerRow): readonly Branch[] {
  const { collection, index, eq, in: values, by, distinctAuthors, keyed = false } = query;
  if (index === keyIndex) throw new RangeError('Rows are not counted by their keys.');
  const partition = collection.indexes[index]?.partition;
  const all = values ?? (eq === undefined ? undefined : [eq]);
  if (all?.length === 0) return [];
  const conditions = [
    inContainer(container),
    ...(partition === undefined || !all ? [] : [sql`${column(partition)} IN (${list(all)})`]),
    ...conditionsOf(query),
  ];
  const grouped = [column(by), ...(keyed ? [column(stamp.key)] : [])];
  return [
    {
      id: distinctAuthors ? sql`COUNT(DISTINCT ${column(stamp.author)})` : sql`COUNT(*)`,
      author: nothing,
      // The value says which key counts; there are as many keys as values.
      key: keyed ? asText(column(stamp.key)) : nothing,
      changed: nothing,
      fields: [asText(column(by))],
      rest: sql`${from(collection, conditions)} GROUP BY ${sql.join(grouped)}`,
    },
  ];
}

const counted = (_query: CountQuery, row: AnswerRow): Counted => ({
  value: String(row.c0),
  number: Number(row.id),
  ...(row.record_key === null ? {} : { key: row.record_key }),
});

export const recordCounts: Pick<TableSelects, 'counts' | 'counted'> = { counts, counted };
