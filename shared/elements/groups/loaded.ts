/** What the list of groups shows, and the pure changes to it. */
import type { GroupPage, GroupRequest, GroupView } from '@kantine/core';
import { byName } from '../kit/by-name.ts';

export interface Loaded {
  readonly me: string;
  readonly own: readonly GroupView[];
  readonly others: readonly GroupView[];
  /** Where older groups begin. */
  readonly cursor?: string | undefined;
  readonly requests: readonly GroupRequest[];
  /** How many rows are left out of what is loaded. */
  readonly dropped: number;
}

/** The list with an older page. */
export function withPage(loaded: Loaded, { others, cursor, dropped }: GroupPage): Loaded {
  const known = new Set([...loaded.own, ...loaded.others].map(({ id }) => id));
  const older = others.filter(({ id }) => !known.has(id));
  return {
    ...loaded,
    others: [...loaded.others, ...older].sort(byName),
    cursor,
    dropped: loaded.dropped + dropped,
  };
}

/**
 * A fresh first page, with what was loaded beyond it. Groups on both are as the fresh page says; a group that
 * the reader left meanwhile is on the fresh page among the others.
 */
export function withOlder(fresh: Loaded, before: Loaded | undefined): Loaded {
  if (!before || fresh.cursor === undefined || before.cursor === fresh.cursor) return fresh;
  const known = new Set([...fresh.own, ...fresh.others].map(({ id }) => id));
  const older = before.others.filter(({ id }) => !known.has(id));
  return { ...fresh, others: [...fresh.others, ...older].sort(byName), cursor: before.cursor };
}
