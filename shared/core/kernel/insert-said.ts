/**
 * Rows that are added and never changed. A form whose answer was lost may be filled in otherwise before it is sent
 * again, under the same key: other words are a row of their own, and the words before stay in the history.
 */
import type { Collection, FieldSpecs, FieldsOf } from './collection.ts';
import type { ContainerId } from './container.ts';
import { Conflict } from './errors.ts';
import type { Store } from './ports.ts';
import type { StoredRecord } from './record.ts';

/** Who changes their mind more often without ever hearing of it opens the form anew. */
const mostAttempts = 5;

/** Whether a row says what is to be said. */
export const saysFields = (row: { readonly fields: object }, fields: object): boolean =>
  Object.entries(fields).every(
    ([name, value]) => (row.fields as Record<string, unknown>)[name] === value,
  );

/** @throws Conflict where other words stand under the key, and under those that follow it */
export async function insertSaid<Specs extends FieldSpecs>(
  store: Store,
  collection: Collection<Specs>,
  container: ContainerId,
  key: string,
  fields: FieldsOf<Specs>,
): Promise<StoredRecord<FieldsOf<Specs>>> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const name = attempt === 1 ? key : `${key} ${attempt}`;
    const { record } = await store.insert(collection, container, name, fields);
    if (saysFields(record, fields)) return record;
  }
  throw new Conflict(collection.name);
}
