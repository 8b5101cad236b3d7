/**
 * Groups of a space are not even told by name to those who may not read the space, although their
 * names stand in the community, which everybody reads.
 */
import { closedContainer, communityContainer, groupContainer, idIndex } from '@kantine/core';
import type { ContainerId, Query } from '@kantine/core';
import { sql } from 'kysely';
import type { Gate } from '../access/index.ts';
import { list } from './branch.ts';
import type { Sql } from './branch.ts';

/** Collections of the community whose records stand for a container of their own, open or closed. */
const containersOf: Readonly<Record<string, (id: string) => readonly ContainerId[]>> = {
  groups: (id) => [groupContainer(id), closedContainer(id)],
};

const conditions = new WeakMap<Query, readonly Sql[]>();

/** What else the rows have to fulfil that answer a guarded question. */
export const conditionsOf = (query: Query): readonly Sql[] => conditions.get(query) ?? [];

/** @returns the question as far as the person may ask it. */
export async function guard(gate: Gate, query: Query): Promise<Query> {
  const containers = containersOf[query.collection.name];
  if (!containers || query.container !== communityContainer) return query;
  if (query.index === idIndex) {
    const ids = query.in ?? [];
    const visible = await gate.visible(ids.flatMap(containers));
    return { ...query, in: ids.filter((id) => containers(id).some((each) => visible.has(each))) };
  }
  const guarded = { ...query };
  const spaces = ['', ...(await gate.spaces())];
  conditions.set(guarded, [
    sql`EXISTS (SELECT 1 FROM containers AS g WHERE g.group_id = r._id AND g.space IN (${list(spaces)}))`,
  ]);
  return guarded;
}
