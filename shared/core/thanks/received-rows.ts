/** Rows of thanks to the reader, and until when they have seen them. */
import { doneKey } from '../catch-up/done-key.ts';
import type { Reach } from '../catch-up/reach.ts';
import { readable } from '../groups/readable.ts';
import { isWellFormed } from '../kernel/collection.ts';
import { groupContainer, personContainer } from '../kernel/container.ts';
import { dayLength } from '../kernel/day.ts';
import { isKantineError } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import { newest } from '../kernel/newest-query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { isThanks, kudosReceived } from '../kudos/kudos.ts';
import type { KudosRecord } from '../kudos/kudos.ts';
import { marks } from '../wall/marks.ts';
import type { MarkRecord } from '../wall/marks.ts';
import { keepMarks } from '../wall/keep-mark.ts';
import { readMarks } from '../wall/message.ts';
import { isThanked } from './marks.ts';

/** What is older is news no more. */
const waitsFor = 14 * dayLength;
/** So many rows of thanks for messages are looked at. */
const mostMarks = 100;

const seenKey = doneKey('', 'thanks');

const seenRow = (me: PersonId) => byKeys(readMarks, personContainer(me), me, [seenKey]);

export interface ReceivedRows {
  readonly marks: readonly MarkRecord[];
  readonly kudos: readonly KudosRecord[];
  readonly seen: Instant;
}

async function ask(
  { store, clock }: Host,
  me: PersonId,
  groups: readonly string[],
): Promise<ReceivedRows> {
  const since = clock.now() - waitsFor;
  const [received, own, ...onMarks] = await store.read([
    kudosReceived(me),
    seenRow(me),
    ...(groups.length === 0
      ? []
      : [
          newest(marks, {
            containers: groups.map(groupContainer),
            of: { index: 'byTo', eq: me },
            since,
            limit: mostMarks,
          }),
        ]),
  ]);
  const row = own.records.find((record) => isWellFormed(readMarks, record));
  return {
    marks: onMarks.flatMap(({ records }) => records).filter((record) => isThanked(record)),
    kudos: received.records.filter((record) => isThanks(record) && record.created >= since),
    seen: row?.fields.until ?? 0,
  };
}

/** Of groups that the reader may not read any more nothing is told. */
export async function receivedRows(
  host: Host,
  me: PersonId,
  { groups }: Reach,
): Promise<ReceivedRows> {
  try {
    return await ask(host, me, groups);
  } catch (error) {
    if (!isKantineError(error, 'Forbidden')) throw error;
  }
  return ask(host, me, await readable(host, groups));
}

/** Never moves back. */
export const keepSeen = (host: Host, until: Instant): Promise<void> =>
  keepMarks(host, [{ key: seenKey, group: '', until }]);
