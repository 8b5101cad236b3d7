/**
 * Rows that are added and never changed. A form whose answer was lost may be filled in otherwise before it is sent
 * again, under the same key: other words are a row of their own, and the words before stay in the history.
 */
import type { Collection, FieldSpecs, FieldsOf } from './collection.ts';
import type { ContainerId } from './container.ts';
import { Conflict } from './errors.ts';
import type { Store } from './ports.ts';
import { byKeys } from './query.ts';
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
  const first = await store.insert(collection, container, key, fields);
  if (first.inserted) return first.record;
  // What was said last under the key is what counts: the same as before that is said anew.
  const names = [key, ...Array.from({ length: mostAttempts - 1 }, (_, at) => `${key} ${at + 2}`)];
  const [{ records }] = await store.read([
    byKeys(collection, container, first.record.author, names),
  ]);
  const known = names.findLastIndex((name) => records.some((row) => row.key === name));
  const last = records.find((row) => row.key === names[known]) ?? first.record;
  if (saysFields(last, fields)) return last;
  const next = names[Math.max(known, 0) + 1];
  if (next === undefined) throw new Conflict(collection.name);
  return (await store.insert(collection, container, next, fields)).record;
}
