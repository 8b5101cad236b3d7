/** Being done with what waits: with one message, or with all that waits in some groups. */
import * as v from 'valibot';
import { isWellFormed } from '../kernel/collection.ts';
import { personContainer } from '../kernel/container.ts';
import { id, instant } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys, maxIn } from '../kernel/query.ts';
import { messageRef } from '../wall/message-ref.ts';
import { readMarks, targetName } from '../wall/message.ts';
import { doneKey } from './done-key.ts';
import { seenKey } from './seen.ts';

const line = v.strictObject({
  group: id,
  /** Absent for all that waits in the group. */
  message: v.optional(messageRef),
  until: instant,
});

interface Mark {
  readonly key: string;
  readonly group: string;
  readonly until: number;
}

async function keep({ store, identity }: Host, marks: readonly Mark[]): Promise<void> {
  const me = await identity.me();
  const container = personContainer(me);
  const keys = marks.map(({ key }) => key);
  const [{ records }] = await store.read([byKeys(readMarks, container, me, keys)]);
  for (const { key, ...fields } of marks) {
    const known = records.find((record) => record.key === key);
    const record = known ?? (await store.insert(readMarks, container, key, fields)).record;
    const isBefore = !isWellFormed(readMarks, record) || record.fields.until < fields.until;
    if (isBefore) await store.update(readMarks, record, fields);
  }
}

/** Never moves back. */
export const done = command({
  input: v.strictObject({ lines: v.pipe(v.array(line), v.maxLength(maxIn)) }),
  run: (host, { lines }): Promise<void> =>
    keep(
      host,
      lines.map(({ group, message, until }) => ({
        key: doneKey(group, message && targetName(message)),
        group,
        until,
      })),
    ),
});

/** The reader caught up: what came until then is no news. Never moves back. */
export const seen = command({
  input: v.strictObject({ until: instant }),
  run: (host, { until }): Promise<void> => keep(host, [{ key: seenKey, group: '', until }]),
});

export type Done = InputOf<typeof done>;
