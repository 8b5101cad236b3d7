/** A member who writes rows around Kantine, with nothing but their own rights in the host. */
import type { Collection } from '../kernel/collection.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { StoredRecord } from '../kernel/record.ts';
import type { Organisation } from './organisation.ts';

/** Rows that no client of ours would write: columns missing, of another type, or far too long. */
export const malformed: readonly unknown[] = [
  null,
  'text',
  7,
  [],
  {},
  { text: null },
  { text: { toString: 'x' }, post: [], target: 1, group: {}, name: 1 },
  { text: 'x'.repeat(100_000), reason: 'y'.repeat(100_000), edited: 'yes', deleted: 0 },
  { __proto__: { deleted: true } },
];

export interface Forger {
  /** Writes a row of any shape. */
  write(
    collection: Collection,
    container: ContainerId,
    key: string,
    fields: unknown,
  ): Promise<StoredRecord>;
}

/** @param person by default Emre, who else does nothing in the tests. */
export function forger(company: Organisation, person = 'emre'): Forger {
  const { store } = company.host(person);
  return {
    write: async (collection, container, key, fields) =>
      (await store.insert(collection, container, key, fields as never)).record,
  };
}
