/** Keeps until when the reader has seen a wall. */
import { isWellFormed } from '../kernel/collection.ts';
import { personContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import type { ReadUntil } from './mark-read.ts';
import { readMarks } from './message.ts';

export async function keepMark(
  { store, identity }: Host,
  { group, until }: ReadUntil,
): Promise<void> {
  const me = await identity.me();
  const container = personContainer(me);
  // Most readers have been here before: the mark is looked for before a first one is made.
  const [{ records }] = await store.read([byKeys(readMarks, container, me, [group])]);
  const record =
    records[0] ?? (await store.insert(readMarks, container, group, { group, until })).record;
  const isBefore = !isWellFormed(readMarks, record) || record.fields.until < until;
  if (isBefore) await store.update(readMarks, record, { group, until });
}
