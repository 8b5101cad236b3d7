/** Keeps until when the reader has seen a wall, or is done with what waited for them. */
import { isWellFormed } from '../kernel/collection.ts';
import { personContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import type { ReadUntil } from './mark-read.ts';
import { readMarks } from './message.ts';

interface Mark extends ReadUntil {
  readonly key: string;
}

/** None moves back. Most are there: they are looked for before a first one is made. */
export async function keepMarks({ store, identity }: Host, marks: readonly Mark[]): Promise<void> {
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

export const keepMark = (host: Host, mark: ReadUntil): Promise<void> =>
  keepMarks(host, [{ key: mark.group, ...mark }]);
