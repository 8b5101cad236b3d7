/**
 * A message whose words an administrator takes away: it stays in its place and says why. It does not count
 * as deleted, for of what is deleted readers are told that its author did it.
 */
import { NotFound } from '@kantine/core';
import type { Collection, FieldsOf } from '@kantine/core';
import type { Upkeep } from '@kantine/core/upkeep';
import { sql } from 'kysely';
import type { Instance } from '../instance.ts';
import { idNumber } from '../schema/index.ts';
import type { ContainerRow } from '../store/table-selects.ts';
import { dependentsOf } from './dependents.ts';
import { removeRecords } from './removal.ts';

type Parts = Pick<Instance, 'choices' | 'collections' | 'database'>;

export interface MessageToBlank {
  readonly container: ContainerRow;
  /** The kind of message, as its collection declares it. */
  readonly kind: string;
  readonly id: string;
  readonly reason: string;
}

/** The collection whose records are messages of this kind. */
export const messagesOf = (
  collections: readonly Collection[],
  kind: string,
): Collection | undefined => collections.find(({ message }) => message?.kind === kind);

/** The fields of a message once the reason has taken the place of its words. */
function blankFields(
  { message }: Collection,
  reason: string,
): Partial<FieldsOf<Collection['fields']>> {
  const { words = [], edited } = message ?? {};
  const fields = {
    ...Object.fromEntries(words.map((field, at) => [field, at === 0 ? reason : ''])),
    ...(edited === undefined ? {} : { [edited]: true }),
  };
  // Which fields hold texts and which a flag says the declaration, and not the type of every collection.
  return fields as Readonly<Record<string, unknown>> as Partial<FieldsOf<Collection['fields']>>;
}

/** Its earlier wordings are removed with it. @throws Forbidden to who is no owner of the host, NotFound */
export async function blankMessage(
  { database, collections, choices }: Parts,
  upkeep: Upkeep,
  message: MessageToBlank,
): Promise<void> {
  const collection = messagesOf(collections, message.kind);
  if (!collection) throw new NotFound('message');
  const fields = blankFields(collection, message.reason);
  await upkeep.blank(collection, message.container.name, message.id, fields);
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
}
