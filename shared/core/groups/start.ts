/**
 * Where a page of the list of groups starts. The first ones hold the groups of the part of the host that the
 * page is in; behind the last of these come those of the other parts.
 */
import type { Rows, RowsQuery } from '../kernel/query.ts';

/** Which groups, and after which of them. */
export type Start = Pick<RowsQuery, 'where' | 'cursor'>;

/** The start of a list with all groups in one order, wherever they are. */
export const everywhere: Start = {};

/** @param cursor as an earlier page gave it; the first page has none. */
export function startAt(cursor: string | undefined): Start {
  if (cursor === undefined) return { where: 'here' };
  const marked = /^(here|elsewhere)(?: (.*))?$/s.exec(cursor);
  // The other cursors are the host's own, of a list that was not limited.
  if (!marked) return { cursor };
  const [, where, after] = marked;
  return {
    where: where === 'here' ? 'here' : 'elsewhere',
    ...(after === undefined ? {} : { cursor: after }),
  };
}

export interface Next {
  readonly cursor?: string;
  readonly elsewhere?: true;
}

/**
 * Where the next page starts.
 * @param first the host's answer, which says whether there may be more elsewhere.
 * @param cursor of the host, behind what was read of it.
 */
export function nextAfter(
  { where }: Start,
  { elsewhere }: Rows<unknown>,
  cursor: string | undefined,
): Next {
  const isLimited = where === 'elsewhere' || elsewhere === true;
  if (cursor !== undefined) return { cursor: isLimited ? `${where} ${cursor}` : cursor };
  return elsewhere ? { cursor: 'elsewhere', elsewhere } : {};
}
