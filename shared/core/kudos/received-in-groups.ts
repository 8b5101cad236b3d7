/** What somebody was thanked for, for everybody to read and in some groups. */
import { amongReadable } from '../groups/readable.ts';
import { admitNewest, admitSince } from '../kernel/admit-since.ts';
import type { Host, Store } from '../kernel/ports.ts';
import { maxLimit } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { isGroupThanks, isThanks, kudosReceived, receivedInGroups } from './kudos.ts';
import type { KudosRecord } from './kudos.ts';

export interface ReceivedRows {
  readonly records: readonly KudosRecord[];
  /** There may be more. */
  readonly isMore: boolean;
}

/** What everybody may read. @param first the answer to `kudosReceived`. */
export const admitReceived = (
  store: Store,
  person: PersonId,
  first: Rows<KudosRecord['fields']>,
  { since = 0, enough = maxLimit }: { readonly since?: Instant; readonly enough?: number },
): Promise<ReceivedRows> =>
  admitSince(store, kudosReceived(person), first, isThanks, { since, enough });

/** At most so many rows since a moment; groups that the reader may not read any more are left out. */
export const readReceivedInGroups = (
  host: Host,
  person: PersonId,
  groups: readonly string[],
  { since, limit }: { readonly since: Instant; readonly limit: number },
): Promise<ReceivedRows> =>
  amongReadable(host, groups, async (some) => {
    if (some.length === 0) return { records: [], isMore: false };
    const query = receivedInGroups(person, some, since, limit);
    const [found] = await host.store.read([query]);
    return admitNewest(host.store, query, found, isGroupThanks);
  });
