/**
 * Keeps the groups of a space from people who may not read the space: the names of the groups, and who
 * joined them, are stored in the community, which everybody reads.
 */
import { closedContainer, communityContainer, groupContainer, idIndex } from '@kantine/core';
import type { ContainerId, ContainerQuery, PersonId, StoredRecord, Where } from '@kantine/core';
import { sql } from 'kysely';
import type { Gate } from '../access/index.ts';
import { stamp } from '../schema/index.ts';
import { column, list, personOf } from './branch.ts';
import type { Sql } from './branch.ts';

/** The containers that a group may have, open or closed. */
const containersOf = (group: string): readonly ContainerId[] => [
  groupContainer(group),
  closedContainer(group),
];

const conditions = new WeakMap<ContainerQuery, readonly Sql[]>();

/** The further conditions on the rows that answer a guarded query. */
export const conditionsOf = (query: ContainerQuery): readonly Sql[] => conditions.get(query) ?? [];

/** The same query, limited to what one person wrote. */
export function byAuthorOnly<Asked extends ContainerQuery>(query: Asked, account: PersonId): Asked {
  const limited = { ...query };
  const own = sql`${column(stamp.author)} = ${personOf(account)}`;
  conditions.set(limited, [...conditionsOf(query), own]);
  return limited;
}

/** The same query without the records that are held back from one person. */
export function withoutHeld<Asked extends ContainerQuery>(
  query: Asked,
  account: PersonId,
  now: number,
): Asked {
  const { heldUntil } = query.collection;
  if (heldUntil === undefined) return query;
  const limited = { ...query };
  const isDue = sql`${column(heldUntil)} <= ${sql.lit(Math.floor(now))}`;
  const isOwn = sql`${column(stamp.author)} = ${personOf(account)}`;
  conditions.set(limited, [...conditionsOf(query), sql`(${isDue} OR ${isOwn})`]);
  return limited;
}

/** @returns the query, limited to the groups that the person may know of. */
export async function guard<Asked extends ContainerQuery>(
  gate: Gate,
  query: Asked,
): Promise<Asked> {
  const { about } = query.collection;
  if (about.of !== 'group' || query.container !== communityContainer) return query;
  if (query.index === about.index) return aboutVisible(gate, query);
  return findsGroups(query) ? amongVisible(gate, query) : query;
}

/** Whether the records are the groups themselves, which are limited whatever the query finds them by. */
const findsGroups = ({ collection: { about }, container, index }: ContainerQuery): boolean =>
  about.of === 'group' &&
  about.index === idIndex &&
  container === communityContainer &&
  index !== idIndex;

/** Keeps those of the query's groups whose spaces the person may read. */
async function aboutVisible<Asked extends ContainerQuery>(
  gate: Gate,
  query: Asked,
): Promise<Asked> {
  const { eq, in: values = eq === undefined ? [] : [eq], ...rest } = query;
  const isSeen = (group: string): boolean => containersOf(group).some(gate.hasSeen);
  const visible = await gate.visible(
    values.filter((group) => !isSeen(group)).flatMap(containersOf),
  );
  const isVisible = (group: string): boolean =>
    containersOf(group).some((container) => visible.has(container) || gate.hasSeen(container));
  const kept = values.filter(isVisible);
  if (kept.length === values.length) return query;
  return { ...rest, in: kept } as unknown as Asked;
}

async function amongVisible<Asked extends ContainerQuery>(
  gate: Gate,
  query: Asked,
): Promise<Asked> {
  const guarded = { ...query };
  const spaces = await gate.spacesOfGroups(whereOf(query));
  const isVisible =
    spaces.length === 0
      ? sql`1 = 0`
      : sql`EXISTS (SELECT 1 FROM containers AS g WHERE g.group_id = r._id AND g.space IN (${list(spaces)}))`;
  conditions.set(guarded, [isVisible]);
  return guarded;
}

/** The groups that answer a guarded query are visible: what is asked about them needs no further look. */
export function noteFound(
  gate: Gate,
  query: ContainerQuery,
  records: readonly StoredRecord[],
): void {
  if (findsGroups(query)) gate.saw(records.map(({ id }) => groupContainer(id)));
}

const whereOf = (query: ContainerQuery): Where | undefined =>
  query.kind === 'rows' ? query.where : undefined;

/** Whether the answer to a query leaves out groups of other spaces because it is about those here. */
export async function leavesOutOthers(gate: Gate, query: ContainerQuery): Promise<boolean> {
  return whereOf(query) === 'here' && findsGroups(query) && (await gate.hasElsewhere());
}
