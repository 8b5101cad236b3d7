/** One question for two queries: the rows of some values, of which a page shows the newest and counts all. */
import type { ContainerQuery, Query } from '@kantine/core';
import { mostRows } from './ask.ts';
import type { Order } from './ask.ts';
import type { AskedFor } from './at-once.ts';
import { recordColumns } from './row.ts';

const nameOf = ({ collection, container, index, in: values }: ContainerQuery): string =>
  JSON.stringify([collection.name, container, index, values]);

/** @returns the order in which both read the rows; nothing where the query is alone. */
export function sharedOrder(query: ContainerQuery, queries: readonly Query[]): Order | undefined {
  const both = queries.filter(
    (each): each is ContainerQuery =>
      each.kind !== 'newest' && each.in !== undefined && nameOf(each) === nameOf(query),
  );
  const rows = both.find((each) => each.kind === 'rows');
  const isShared = both.some(({ kind }) => kind === 'count');
  return isShared && rows && !rows.author && !rows.range ? rows.order : undefined;
}

/** How a count asks by itself. */
export const countedWay: AskedFor = { order: 'ascending', top: mostRows };

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
