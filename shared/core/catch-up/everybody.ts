/**
 * Who may mention everybody in a group, by a rule that each of its readers checks: all in it while it has at
 * most thirty members, beyond that the stewards of an open group. Of a larger closed group no host tells all
 * of its members who the stewards are.
 */
import { groupContainer, isClosed } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId, Stamp } from '../kernel/record.ts';
import { membersIfAny } from '../groups/closed-members.ts';
import { isMembership, memberCounts, ownMemberships } from '../groups/memberships.ts';
import { stewardsOf } from '../stewards/stewards.ts';

/** Most members of a group in which everybody may mention all others. */
export const mostInSmall = 30;
/** Of so many larger groups it is looked up at a time who their stewards are. */
const mostLarge = 10;

/** How many people are in each of some groups; Infinity where they cannot be counted. */
async function sizesOf(
  host: Host,
  groups: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const open = groups.filter((group) => !isClosed(group));
  const closed = groups.filter(isClosed);
  const [counts, ...members] = await Promise.all([
    open.length === 0 ? undefined : host.store.read([memberCounts(open)]),
    ...closed.map((group) => membersIfAny(host, groupContainer(group))),
  ]);
  const counted = counts?.[0];
  const sizeOf = (group: string): number => {
    const size = counted?.get(group) ?? 0;
    return counted?.incomplete ? Infinity : size;
  };
  return new Map([
    ...open.map((group) => [group, sizeOf(group)] as const),
    ...closed.map((group, at) => [group, members[at]?.length ?? Infinity] as const),
  ]);
}

/** A mention of everybody, as its row is stamped. */
interface Row {
  readonly group: string;
  readonly row: Stamp;
}

/**
 * @param rows the newest first.
 * @returns whether such a mention counts. Only for large groups more is asked than how large they are.
 */
export async function everybodyRule(
  host: Host,
  rows: readonly Row[],
): Promise<(mention: Row) => boolean> {
  const groups = [...new Set(rows.map(({ group }) => group))];
  if (groups.length === 0) return () => false;
  const sizes = await sizesOf(host, groups);
  const isSmall = (group: string): boolean => (sizes.get(group) ?? Infinity) <= mostInSmall;
  const large = groups.filter((group) => !isSmall(group) && !isClosed(group)).slice(0, mostLarge);
  const stewards = new Map(
    await Promise.all(large.map(async (group) => [group, await stewardsOf(host, group)] as const)),
  );
  return ({ group, row }) => isSmall(group) || stewards.get(group)?.isStewardAct(row) === true;
}

/** @returns how many others a mention of everybody tells; undefined where the reader's tells nobody. */
export async function toldByReader(host: Host, group: string): Promise<number | undefined> {
  const [sizes, me] = await Promise.all([sizesOf(host, [group]), host.identity.me()]);
  const size = sizes.get(group) ?? Infinity;
  if (!Number.isFinite(size)) return undefined;
  const isSmall = size <= mostInSmall;
  if (!isSmall && (isClosed(group) || !(await stewardsOf(host, group)).areMe)) return undefined;
  const others = size - ((await isIn(host, group, me)) ? 1 : 0);
  return others > 0 ? others : undefined;
}

async function isIn({ store }: Host, group: string, me: PersonId): Promise<boolean> {
  if (isClosed(group)) return true;
  const [{ records }] = await store.read([ownMemberships([group], me)]);
  return records.some(isMembership);
}
