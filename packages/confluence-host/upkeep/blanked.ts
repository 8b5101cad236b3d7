/**
 * A message whose words an administrator takes away: it stays in its place and says why. It does not count
 * as deleted, for of what is deleted readers are told that its author did it.
 */
import type { Collection, StoredRecord } from '@kantine/core';
import { sql } from 'kysely';
import type { Instance } from '../instance.ts';
import { idNumber, layoutOf, stamp } from '../schema/index.ts';
import { recordWriter } from '../store/record-writer.ts';
import type { ContainerRow } from '../store/table-selects.ts';
import { dependentsOf } from './dependents.ts';
import { removeRecords } from './removal.ts';

type Parts = Pick<Instance, 'choices' | 'collections' | 'database' | 'ids' | 'now'>;

export interface MessageToBlank {
  readonly container: ContainerRow;
  /** The kind of message, as its collection declares it. */
  readonly kind: string;
  readonly id: string;
  readonly reason: string;
}

/** The greatest version that a row can hold. */
const oldest = 4_000_000_000;

/** The collection whose records are messages of this kind. */
export const messagesOf = (
  collections: readonly Collection[],
  kind: string,
): Collection | undefined => collections.find(({ message }) => message?.kind === kind);

/** The fields of a message once the reason has taken the place of its words. */
function blankFields({ message }: Collection, reason: string): Readonly<Record<string, unknown>> {
  const { words = [], edited } = message ?? {};
  return {
    ...Object.fromEntries(words.map((field, at) => [field, at === 0 ? reason : ''])),
    ...(edited === undefined ? {} : { [edited]: true }),
  };
}

/** The reason takes the place of the words. */
async function blank(
  { database, now }: Parts,
  collection: Collection,
  { container: home, reason }: MessageToBlank,
  record: StoredRecord,
): Promise<void> {
  const { table, columns } = layoutOf(collection);
  const fields = blankFields(collection, reason);
  const values = columns.flatMap(({ name, encode }) =>
    name in fields ? [[name, encode(fields[name])] as const] : [],
  );
  const age = Math.floor((now() - record.created) / 1000);
  const changed = Math.min(Math.max(age, Number(record.version) + 1), oldest);
  await database
    .updateTable(table)
    .set({ ...Object.fromEntries(values), [stamp.changed]: changed })
    .where(stamp.container, '=', home.id)
    .where(stamp.id, '=', idNumber(record.id))
    .execute();
}

/** @returns whether there was such a message. Its earlier wordings are removed with it. */
export async function blankMessage(parts: Parts, message: MessageToBlank): Promise<boolean> {
  const { database, collections, choices, ids } = parts;
  const collection = messagesOf(collections, message.kind);
  if (!collection) return false;
  const record = await recordWriter(database, ids, collection).find(message.container, message.id);
  if (!record) return false;
  await blank(parts, collection, message, record);
  const number = idNumber(message.id) ?? 0;
  // Records that name the message hold what it said; those that answer it are messages of their own.
  const named = dependentsOf(collections, collection).filter(
    ({ collection: { about, choice }, field }) =>
      !choice && about.of === 'records' && about.name === field,
  );
  for (const { collection: other, field, value } of named) {
    await removeRecords(
      { database, collections, choices, isTimeLeft: () => true },
      {
        collection: other,
        homes: [message.container.id],
        condition: sql`${sql.id(field)} = ${value(number)}`,
      },
    );
  }
  return true;
}
