/** How much is new in some groups: what others wrote since one read there. */
import { isWellFormed } from '../kernel/collection.ts';
import { groupContainer, personContainer } from '../kernel/container.ts';
import { maxNewest, newestStamps } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import type { Instant } from '../kernel/record.ts';
import { ownPreferences, preferencesIn } from '../preferences/preference.ts';
import { posts, readMarks } from '../wall/message.ts';
import { isMembership, ownMemberships } from './memberships.ts';
import { readable } from './readable.ts';

/** Nobody reads more than this one by one: a number says «or more» from here on. */
const mostCounted = 20;
/** What is older is no news, however long somebody was away. */
const newsFor = 30 * 24 * 3_600_000;

/** The news of a group. */
export interface Unread {
  readonly group: string;
  /** How many posts by others there are at least; one or more, and twenty at most. */
  readonly count: number;
  /** Whether there are, or may be, more than that. */
  readonly isMore: boolean;
}

/** Until when the reader has read each group, or when they joined it. */
async function readUntil(
  { store }: Host,
  groups: readonly string[],
  me: string,
): Promise<{
  readonly since: ReadonlyMap<string, Instant>;
  readonly blocked: ReadonlySet<string>;
}> {
  const [marks, joined, own] = await store.read([
    byKeys(readMarks, personContainer(me), me, groups),
    ownMemberships(groups, me),
    ownPreferences(me),
  ]);
  const { muted, blocked } = preferencesIn(own.records);
  const since = new Map<string, Instant>();
  for (const record of joined.records.filter(isMembership)) {
    since.set(record.fields.group, record.created);
  }
  for (const record of marks.records) {
    if (isWellFormed(readMarks, record)) since.set(record.fields.group, record.fields.until);
  }
  const heard = groups.filter((group) => !muted.has(group));
  return { since: new Map(heard.map((group) => [group, since.get(group) ?? 0])), blocked };
}

/** The groups with news; muted ones have none. */
export async function readUnread(host: Host, wanted: readonly string[]): Promise<Unread[]> {
  const me = await host.identity.me();
  const groups = await readable(host, wanted);
  if (groups.length === 0) return [];
  const { since, blocked } = await readUntil(host, groups, me);
  const heard = [...since.keys()];
  if (heard.length === 0) return [];
  const oldest = Math.max(Math.min(...since.values()), host.clock.now() - newsFor);
  const [news] = await host.store.read([
    newestStamps(posts, {
      containers: heard.map(groupContainer),
      since: oldest,
      limit: maxNewest,
    }),
  ]);
  return heard.flatMap((group): Unread[] => {
    const container = groupContainer(group);
    const found = news.records.filter(
      (record) =>
        record.container === container &&
        record.author !== me &&
        !blocked.has(record.author) &&
        record.created > (since.get(group) ?? 0),
    );
    const count = Math.min(found.length, mostCounted);
    const isMore = found.length > mostCounted || !news.complete;
    return count === 0 ? [] : [{ group, count, isMore }];
  });
}
