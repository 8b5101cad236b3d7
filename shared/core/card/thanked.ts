/** How many colleagues thanked the reader this year, for everybody to read or in one of their groups. */
import { reachOf } from '../catch-up/reach.ts';
import { admitPage } from '../kernel/admit.ts';
import { maxNewest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { isThanks, kudosReceived } from '../kudos/kudos.ts';
import type { KudosRecord } from '../kudos/kudos.ts';
import { readReceivedInGroups } from '../kudos/received-in-groups.ts';

async function inGroups(host: Host, me: PersonId, since: Instant): Promise<readonly KudosRecord[]> {
  const { groups } = await reachOf(host, me, 0);
  return readReceivedInGroups(host, me, groups, { since, limit: maxNewest });
}

async function inCommunity({ store }: Host, me: PersonId): Promise<readonly KudosRecord[]> {
  const [received] = await store.read([kudosReceived(me)]);
  return (await admitPage(store, kudosReceived(me), received, isThanks)).records;
}

export async function countThanks(host: Host, me: PersonId): Promise<number> {
  const since = Date.UTC(new Date(host.clock.now()).getUTCFullYear(), 0);
  const [everybodys, groups] = await Promise.all([
    inCommunity(host, me),
    inGroups(host, me, since),
  ]);
  const ofYear = everybodys.filter(({ created }) => created >= since);
  return new Set([...ofYear, ...groups].map(({ author }) => author)).size;
}
