/** Until when the reader has seen a wall. */
import * as v from 'valibot';
import { isWellFormed } from '../kernel/collection.ts';
import { personContainer } from '../kernel/container.ts';
import { id, instant } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import { byKeys } from '../kernel/query.ts';
import { readMarks } from './message.ts';

/** Never moves back. */
export const markRead = command({
  input: v.strictObject({ group: id, until: instant }),
  run: async ({ store, identity }, { group, until }): Promise<void> => {
    const me = await identity.me();
    const container = personContainer(me);
    // Most readers have been here before: the mark is looked for before a first one is made.
    const [{ records }] = await store.read([byKeys(readMarks, container, me, [group])]);
    const record =
      records[0] ?? (await store.insert(readMarks, container, group, { group, until })).record;
    const isBefore = !isWellFormed(readMarks, record) || record.fields.until < until;
    if (isBefore) await store.update(readMarks, record, { group, until });
  },
});
