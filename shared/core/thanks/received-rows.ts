/** Rows of thanks to the reader, and until when they have seen them. */
import { doneKey } from '../catch-up/done-key.ts';
import { waitsFor } from '../catch-up/reach.ts';
import type { Reach } from '../catch-up/reach.ts';
import { amongReadable } from '../groups/readable.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { personContainer } from '../kernel/container.ts';
import { admitNewest } from '../kernel/admit-since.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import type { Newest } from '../kernel/newest-query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { isGroupThanks, kudosReceived, receivedInGroups } from '../kudos/kudos.ts';
import type { GroupThanksRecord, KudosRecord } from '../kudos/kudos.ts';
import { admitReceived } from '../kudos/received-in-groups.ts';
import { isMark } from '../wall/marks.ts';
import type { MarkRecord } from '../wall/marks.ts';
import { marksTo } from '../wall/marks-to.ts';
import { keepMarks } from '../wall/keep-mark.ts';
import { readMarks } from '../wall/message.ts';
import { isThanked } from './marks.ts';

/** So many rows of thanks in groups are looked at, and of those for messages. */
const mostRows = 100;

const seenKey = doneKey('', 'thanks');

const seenRow = (me: PersonId) => byKeys(readMarks, personContainer(me), me, [seenKey]);

export interface ReceivedRows {
  readonly marks: readonly MarkRecord[];
  /** Of everybody's, and of groups'. */
  readonly kudos: readonly KudosRecord[];
  readonly seen: Instant;
  /** There may be more thanks. */
  readonly isMore: boolean;
}

const nothingMore = { records: [], isMore: false };

async function ask(
  { store, clock }: Host,
  me: PersonId,
  groups: readonly string[],
): Promise<ReceivedRows> {
  const since = clock.now() - waitsFor;
  const thanks = receivedInGroups(me, groups, since, mostRows);
  const byTo = marksTo(me, groups, since, mostRows);
  const [received, own, ...rest] = await store.read([
    kudosReceived(me),
    seenRow(me),
    ...(groups.length === 0 ? [] : [thanks, byTo]),
  ]);
  const row = own.records.find((record) => isWellFormed(readMarks, record));
  const [inGroups, onMarks] = rest as [
    Newest<GroupThanksRecord['fields']>?,
    Newest<MarkRecord['fields']>?,
  ];
  const [everybodys, ofGroups, named] = await Promise.all([
    admitReceived(store, me, received, { since }),
    inGroups ? admitNewest(store, thanks, inGroups, isGroupThanks) : nothingMore,
    onMarks ? admitNewest(store, byTo, onMarks, isMark) : nothingMore,
  ]);
  return {
    marks: named.records.filter(isThanked),
    kudos: [...everybodys.records, ...ofGroups.records],
    seen: row?.fields.until ?? 0,
    isMore: [everybodys, ofGroups, named].some(({ isMore }) => isMore),
  };
}

/** Of groups that the reader may not read any more nothing is told. */
export const receivedRows = (host: Host, me: PersonId, { groups }: Reach): Promise<ReceivedRows> =>
  amongReadable(host, groups, (some) => ask(host, me, some));

/** Never moves back. */
export const keepSeen = (host: Host, until: Instant): Promise<void> =>
  keepMarks(host, [{ key: seenKey, group: '', until }]);
