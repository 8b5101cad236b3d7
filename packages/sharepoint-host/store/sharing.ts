/** One question for two queries: the rows of some values, of which a page shows the newest and counts all. */
import type { CountQuery, Query, RowsQuery } from '@kantine/core';
import { mostRows } from './ask.ts';
import type { Order } from './ask.ts';
import type { AskedFor } from './at-once.ts';
import { recordColumns } from './row.ts';

const isOfSameRows = (rows: RowsQuery, count: CountQuery): boolean =>
  rows.collection === count.collection &&
  rows.container === count.container &&
  rows.index === count.index &&
  rows.in !== undefined &&
  JSON.stringify(rows.in) === JSON.stringify(count.in) &&
  rows.author === undefined &&
  !rows.range;

/** @returns the order in which both read the rows; nothing where the query is alone. */
export function sharedOrder(query: Query, queries: readonly Query[]): Order | undefined {
  for (const each of queries) {
    const [rows, count] = query.kind === 'rows' ? [query, each] : [each, query];
    if (rows.kind === 'rows' && count.kind === 'count' && isOfSameRows(rows, count)) {
      return rows.order;
    }
  }
  return undefined;
}

/**
 * How both ask. A name takes a third of a row, and most rows have the same few authors: names come by
 * themselves, in the same request.
 */
export const sharedWay = (order: Order): AskedFor => ({
  order,
  top: mostRows,
  select: recordColumns,
  areNamesApart: true,
});
