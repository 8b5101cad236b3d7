import type { Community, Instant } from '@kantine/core';

/** One thing that somebody did. */
export interface Deed {
  readonly at: Instant;
  readonly by: string;
  readonly run: (community: Community) => Promise<unknown>;
}

/** Where the company's own ids ended up in the store. */
export type Ids = Map<string, string>;

export const idIn = (ids: Ids, companyId: string): string => {
  const id = ids.get(companyId);
  if (id === undefined) throw new Error(`Nobody has written ${companyId} yet.`);
  return id;
};
