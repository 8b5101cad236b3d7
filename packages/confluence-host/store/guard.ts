/**
 * Groups of a space are not even told by name to those who may not read the space, nor who joined them,
 * although that stands in the community, which everybody reads.
 */
import { closedContainer, communityContainer, groupContainer, idIndex } from '@kantine/core';
import type { ContainerId, Query } from '@kantine/core';
import { sql } from 'kysely';
import type { Gate } from '../access/index.ts';
import { list } from './branch.ts';
import type { Sql } from './branch.ts';

/** The containers that a group may have, open or closed. */
const containersOf = (group: string): readonly ContainerId[] => [
  groupContainer(group),
  closedContainer(group),
];

/** Collections of the community that tell of groups: by which index a question names them. */
const groupsBy: Readonly<Record<string, string>> = { groups: idIndex, memberships: 'byGroup' };
/** Of these a record is a group itself, whatever it was found by. */
const groupRecords = 'groups';

const conditions = new WeakMap<Query, readonly Sql[]>();

/** What else the rows have to fulfil that answer a guarded question. */
export const conditionsOf = (query: Query): readonly Sql[] => conditions.get(query) ?? [];

/** @returns the question as far as the person may ask it. */
export async function guard<Asked extends Query>(gate: Gate, query: Asked): Promise<Asked> {
  const index = groupsBy[query.collection.name];
  if (index === undefined || query.container !== communityContainer) return query;
  if (query.index === index) return aboutVisible(gate, query);
  return query.collection.name === groupRecords ? amongVisible(gate, query) : query;
}

/** Asks about those groups alone whose spaces the person may read. */
async function aboutVisible<Asked extends Query>(gate: Gate, query: Asked): Promise<Asked> {
  const { eq, in: values = eq === undefined ? [] : [eq], ...rest } = query;
  const visible = await gate.visible(values.flatMap(containersOf));
  const isVisible = (group: string): boolean =>
    containersOf(group).some((container) => visible.has(container));
  const kept = values.filter(isVisible);
  if (kept.length === values.length) return query;
  return { ...rest, in: kept } as unknown as Asked;
}

async function amongVisible<Asked extends Query>(gate: Gate, query: Asked): Promise<Asked> {
  const guarded = { ...query };
  const spaces = ['', ...(await gate.spaces())];
  conditions.set(guarded, [
    sql`EXISTS (SELECT 1 FROM containers AS g WHERE g.group_id = r._id AND g.space IN (${list(spaces)}))`,
  ]);
  return guarded;
}
