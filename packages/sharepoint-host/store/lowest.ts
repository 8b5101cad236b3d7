/** Lists have no unique keys: of an author's rows under one key, the one with the lowest id counts. */
import { authorKey } from '@kantine/core';
import type { StoredRecord } from '@kantine/core';

/** Those that count among some records, in their order. */
export function lowest(records: readonly StoredRecord[]): readonly StoredRecord[] {
  const first = new Map<string, StoredRecord>();
  const nameOf = ({ author, key }: StoredRecord): string => authorKey(author, key);
  for (const record of records) {
    const before = first.get(nameOf(record));
    if (!before || Number(record.id) < Number(before.id)) first.set(nameOf(record), record);
  }
  return records.filter((record) => first.get(nameOf(record)) === record);
}

/** Records that were found to be their author's only row under their key. */
export const alone = new WeakSet<StoredRecord>();
