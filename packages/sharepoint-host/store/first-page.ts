/** The page of an index that is asked for first, and what is asked for of each row. */
import type { ContainerQuery, IndexSpec, RowsQuery } from '@kantine/core';
import { indexColumn, partitionDigest } from '../schema/index.ts';
import type { Page } from './ask.ts';
import { recordColumns, shownColumns } from './row.ts';

const lastId = 2_147_483_647;

export const selected = ({
  kind,
  collection,
  index,
}: Pick<ContainerQuery, 'kind' | 'collection' | 'index'>): readonly string[] => [
  ...(kind === 'rows' ? shownColumns : recordColumns),
  indexColumn(collection, index),
];

/** Before the first row of a value, in the order of an index. */
export const startOf = (text: string, order: Page['order']) => ({
  text,
  id: order === 'ascending' ? 0 : lastId,
});

/** The first rows of one value, or of the whole container, in the order of their creation. */
export async function firstPage(
  query: RowsQuery,
  index: IndexSpec,
): Promise<{ readonly digest: string; readonly page: Page }> {
  const { order, limit } = query;
  const digest = await partitionDigest(query, query.index, query.eq ?? '');
  const by = indexColumn(query.collection, query.index);
  // One more than asked tells whether there is a next page.
  const page = { select: selected(query), order, top: limit + 1 };
  return {
    digest,
    page:
      index.partition === undefined
        ? { ...page, by, after: startOf(digest, order) }
        : { ...page, filter: `${by} eq '${digest}'` },
  };
}
