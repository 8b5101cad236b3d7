/** What somebody was thanked for in some groups. */
import { amongReadable } from '../groups/readable.ts';
import type { Host } from '../kernel/ports.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { isGroupThanks, receivedInGroups } from './kudos.ts';
import type { KudosRecord } from './kudos.ts';

/** At most so many rows since a moment; groups that the reader may not read any more are left out. */
export const readReceivedInGroups = (
  host: Host,
  person: PersonId,
  groups: readonly string[],
  { since, limit }: { readonly since: Instant; readonly limit: number },
): Promise<readonly KudosRecord[]> =>
  amongReadable(host, groups, async (some) => {
    if (some.length === 0) return [];
    const [found] = await host.store.read([receivedInGroups(person, some, since, limit)]);
    return found.records.filter(isGroupThanks);
  });
