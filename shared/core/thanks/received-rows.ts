/** Rows of thanks to the reader, and until when they have seen them. */
import { doneKey } from '../catch-up/done-key.ts';
import { waitsFor } from '../catch-up/reach.ts';
import type { Reach } from '../catch-up/reach.ts';
import { amongReadable } from '../groups/readable.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { groupContainer, personContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import { newest } from '../kernel/newest-query.ts';
import type { Newest } from '../kernel/newest-query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { isGroupThanks, isThanks, kudosReceived, receivedInGroups } from '../kudos/kudos.ts';
import type { GroupThanksRecord, KudosRecord } from '../kudos/kudos.ts';
import { marks } from '../wall/marks.ts';
import type { MarkRecord } from '../wall/marks.ts';
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
}

async function ask(
  { store, clock }: Host,
  me: PersonId,
  groups: readonly string[],
): Promise<ReceivedRows> {
  const since = clock.now() - waitsFor;
  const [received, own, ...rest] = await store.read([
    kudosReceived(me),
    seenRow(me),
    ...(groups.length === 0
      ? []
      : [
          receivedInGroups(me, groups, since, mostRows),
          newest(marks, {
            containers: groups.map(groupContainer),
            of: { index: 'byTo', eq: me },
            since,
            limit: mostRows,
          }),
        ]),
  ]);
  const row = own.records.find((record) => isWellFormed(readMarks, record));
  const [inGroups, onMarks] = rest as [
    Newest<GroupThanksRecord['fields']>?,
    Newest<MarkRecord['fields']>?,
  ];
  return {
    marks: (onMarks?.records ?? []).filter((record) => isThanked(record)),
    kudos: [
      ...received.records.filter((record) => isThanks(record) && record.created >= since),
      ...(inGroups?.records ?? []).filter(isGroupThanks),
    ],
    seen: row?.fields.until ?? 0,
  };
}

/** Of groups that the reader may not read any more nothing is told. */
export const receivedRows = (host: Host, me: PersonId, { groups }: Reach): Promise<ReceivedRows> =>
  amongReadable(host, groups, (some) => ask(host, me, some));

/** Never moves back. */
export const keepSeen = (host: Host, until: Instant): Promise<void> =>
  keepMarks(host, [{ key: seenKey, group: '', until }]);
