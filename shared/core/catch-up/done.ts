/** Being done with what waits: with one message, or with all that waits in some groups. */
import * as v from 'valibot';
import { id, instant } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import { maxIn } from '../kernel/query.ts';
import { keepMarks } from '../wall/keep-mark.ts';
import { messageRef } from '../wall/message-ref.ts';
import { targetName } from '../wall/message.ts';
import { doneKey } from './done-key.ts';
import { seenKey } from './seen.ts';

const line = v.strictObject({
  group: id,
  /** Absent for all that waits in the group. */
  message: v.optional(messageRef),
  until: instant,
});

/** Never moves back. */
export const done = command({
  input: v.strictObject({ lines: v.pipe(v.array(line), v.maxLength(maxIn)) }),
  run: (host, { lines }): Promise<void> =>
    keepMarks(
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
  run: (host, { until }): Promise<void> => keepMarks(host, [{ key: seenKey, group: '', until }]),
});

export type Done = InputOf<typeof done>;
