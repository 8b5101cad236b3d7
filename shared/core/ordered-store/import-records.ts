import type { Collection } from '../collection.ts';
import type { ContainerId, Instant, PersonId, StoredRecord } from '../ports.ts';
import { registerContainer } from './containers.ts';
import type { OrderedMap } from './ordered-map.ts';
import { nextId, putRecord } from './ordered-store.ts';

/** A record from elsewhere, with the stamp it had there. */
export interface ImportedRecord {
  readonly collection: Collection;
  readonly container: ContainerId;
  readonly key: string;
  readonly author: PersonId;
  readonly created: Instant;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Loads records under the names and times they had elsewhere, in one transaction. For whoever runs
 * the store, never for the people who use it: it takes authors at their word.
 * @param records in the order they were created; a function may use the ids of those before it.
 * @returns the ids, in the same order.
 */
export function importRecords(
  map: OrderedMap,
  records: Iterable<ImportedRecord | ((ids: readonly string[]) => ImportedRecord)>,
): Promise<readonly string[]> {
  return map.transact('write', async (transaction) => {
    const ids: string[] = [];
    for (const item of records) {
      const { collection, ...rest } = typeof item === 'function' ? item(ids) : item;
      const id = await nextId(transaction);
      const record: StoredRecord = { ...rest, id, modified: rest.created, version: '1' };
      await registerContainer(transaction, record.container);
      await putRecord(transaction, collection, record);
      ids.push(id);
    }
    return ids;
  });
}
