/** How many colleagues thanked the reader this year, for everybody to read or in one of their groups. */
import { reachOf } from '../catch-up/reach.ts';
import { maxNewest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { kudosReceived } from '../kudos/kudos.ts';
import { admitReceived, readReceivedInGroups } from '../kudos/received-in-groups.ts';
import type { ReceivedRows } from '../kudos/received-in-groups.ts';
import type { Thanked } from './read.ts';

async function inGroups(host: Host, me: PersonId, since: Instant): Promise<ReceivedRows> {
  const { groups } = await reachOf(host, me, 0);
  return readReceivedInGroups(host, me, groups, { since, limit: maxNewest });
}

async function inCommunity({ store }: Host, me: PersonId, since: Instant): Promise<ReceivedRows> {
  const [received] = await store.read([kudosReceived(me)]);
  return admitReceived(store, me, received, { since });
}

export async function countThanks(host: Host, me: PersonId): Promise<Thanked> {
  const since = Date.UTC(new Date(host.clock.now()).getUTCFullYear(), 0);
  const found = await Promise.all([inCommunity(host, me, since), inGroups(host, me, since)]);
  const givers = found.flatMap(({ records }) => records.map(({ author }) => author));
  return { number: new Set(givers).size, isMore: found.some(({ isMore }) => isMore) };
}
