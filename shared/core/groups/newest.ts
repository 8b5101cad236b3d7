/** The newest groups: for the list, and for names that look the same. */
import { communityContainer } from '../kernel/container.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { RowsQuery } from '../kernel/query.ts';
import { groups } from './collections.ts';

/** The query for the newest groups, everywhere unless told otherwise; after a cursor, for older ones. */
export const newestGroups = (limit = maxLimit, from: Pick<RowsQuery, 'where' | 'cursor'> = {}) =>
  rows(groups, {
    container: communityContainer,
    index: 'recent',
    order: 'descending',
    limit,
    ...from,
  });
