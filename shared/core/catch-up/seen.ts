/** Until when somebody caught up: one row of their own, which only they read. */
import { isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { personContainer } from '../kernel/container.ts';
import { byKeys } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { readMarks } from '../wall/message.ts';

/** No group has an empty id, so this names what waits in no group. */
export const seenKey = JSON.stringify(['', 'catch-up']);

/** The query for the reader's own row. */
export const ownSeen = (me: PersonId) => byKeys(readMarks, personContainer(me), me, [seenKey]);

export const seenIn = (records: readonly RecordOf<typeof readMarks>[]): Instant | undefined =>
  records.find((row) => row.key === seenKey && isWellFormed(readMarks, row))?.fields.until;
