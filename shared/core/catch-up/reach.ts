/** The groups in which something may wait for the reader, some of them at a time. */
import { newestGroups } from '../groups/newest.ts';
import { groupIdOf } from '../groups/group.ts';
import { isGroup, isMembership } from '../groups/memberships.ts';
import { joinedBy } from '../groups/memberships-of.ts';
import type { ContainerId } from '../kernel/container.ts';
import { dayLength } from '../kernel/day.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { followedBy, followedIn } from '../preferences/following.ts';
import type { Followed } from '../preferences/following.ts';
import { ownPreferences, preferencesIn } from '../preferences/preference.ts';

/** What is older waits no more and is no news, however long somebody was away. */
export const waitsFor = 14 * dayLength;
/** Open groups cost a host one question together, closed ones a question each. */
const mostOpen = 50;
const mostClosed = 6;

export interface Reach {
  /** The groups that are looked at now. */
  readonly groups: readonly string[];
  /** What open groups were called when they were joined, or are called. */
  readonly names: ReadonlyMap<string, string>;
  /** Since when the reader is in one of these groups; of closed ones no host tells. Others they only read. */
  readonly since: ReadonlyMap<string, Instant>;
  /** How many further groups of the reader's there are. */
  readonly further: number;
  readonly blocked: ReadonlySet<PersonId>;
  /** Posts, of whatever groups, the one that was followed last first. */
  readonly followed: readonly Followed[];
}

/** What waits and what is news are asked for at one moment, and about the same groups. */
const underWay = new WeakMap<Host, Map<string, Promise<Reach>>>();

/**
 * The reader's own groups without those that are muted: closed ones in the order of the host, and open ones with
 * the newest joined first. Other open groups, in which colleagues may name the reader too, fill up what one
 * question takes.
 * @param part which of them, from 0 on.
 */
export function reachOf(host: Host, me: PersonId, part: number): Promise<Reach> {
  const name = JSON.stringify([me, part]);
  const known = underWay.get(host) ?? new Map<string, Promise<Reach>>();
  underWay.set(host, known);
  const asked = known.get(name) ?? ask(host, me, part).finally(() => known.delete(name));
  known.set(name, asked);
  return asked;
}

async function ask({ store, containers }: Host, me: PersonId, part: number): Promise<Reach> {
  const [[joined, own, there, follows], closed] = await Promise.all([
    store.read([
      joinedBy(me),
      ownPreferences(me),
      newestGroups(undefined, { where: 'here' }),
      followedBy(me),
    ]),
    containers.joined(),
  ]);
  const { muted, blocked } = preferencesIn(own.records);
  const rows = joined.records.filter(isMembership);
  const others = there.records.filter((row) => isGroup(row) && row.fields.access === 'open');
  const isHeard = (group: ContainerId): boolean => !muted.has(group);
  const open = [...new Set(rows.map(({ fields }) => fields.group))].filter(isHeard);
  const inside = closed.filter(isHeard);
  const openHere = open.slice(part * mostOpen, (part + 1) * mostOpen);
  const closedHere = inside.slice(part * mostClosed, (part + 1) * mostClosed);
  const seen = new Set(open);
  const filling =
    part > 0 ? [] : others.map(groupIdOf).filter((id) => isHeard(id) && !seen.has(id));
  return {
    groups: [...openHere, ...closedHere, ...filling.slice(0, mostOpen - openHere.length)],
    names: new Map([
      ...rows.map(({ fields }) => [fields.group, fields.name] as const),
      ...others.map((row) => [groupIdOf(row), row.fields.name] as const),
    ]),
    since: new Map([
      ...rows.map(({ fields, created }) => [fields.group, created] as const),
      ...closedHere.map((group) => [group, 0] as const),
    ]),
    further:
      Math.max(0, open.length - (part + 1) * mostOpen) +
      Math.max(0, inside.length - (part + 1) * mostClosed),
    blocked,
    followed: followedIn(follows.records),
  };
}
