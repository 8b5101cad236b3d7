/** How many colleagues thanked the reader this year, for everybody to read or in one of their groups. */
import { maxContainers, maxNewest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { kudosReceived } from '../kudos/kudos.ts';
import { admitReceived, readReceivedInGroups } from '../kudos/received-in-groups.ts';
import type { ReceivedRows } from '../kudos/received-in-groups.ts';
import type { PersonCard } from './read.ts';

/** A closed group is a question of its own for a host. */
const mostClosed = 6;

/** @param joined the open groups that they are in, which a card reads anyhow. */
async function inGroups(
  host: Host,
  me: PersonId,
  since: Instant,
  joined: Promise<readonly string[]>,
): Promise<ReceivedRows> {
  const [open, closed] = await Promise.all([joined, host.containers.joined()]);
  const groups = [...closed.slice(0, mostClosed), ...open].slice(0, maxContainers);
  return readReceivedInGroups(host, me, groups, { since, limit: maxNewest });
}

async function inCommunity({ store }: Host, me: PersonId, since: Instant): Promise<ReceivedRows> {
  const [received] = await store.read([kudosReceived(me)]);
  return admitReceived(store, me, received, { since });
}

export async function countThanks(
  host: Host,
  me: PersonId,
  joined: Promise<readonly string[]>,
): Promise<Pick<PersonCard, 'thanked' | 'isThankedMore'>> {
  const since = Date.UTC(new Date(host.clock.now()).getUTCFullYear(), 0);
  const found = await Promise.all([
    inCommunity(host, me, since),
    inGroups(host, me, since, joined),
  ]);
  const givers = found.flatMap(({ records }) => records.map(({ author }) => author));
  return {
    thanked: new Set(givers).size,
    ...(found.some(({ isMore }) => isMore) ? { isThankedMore: true } : {}),
  };
}
