/** Lists have no unique keys: of an author's rows under one key, the one with the lowest id counts. */
import { authorKey } from '@kantine/core';
import type { StoredRecord } from '@kantine/core';

/** Those that count among some rows, in their order. */
export function lowest<T>(rows: readonly T[], recordOf: (row: T) => StoredRecord): readonly T[] {
  const ids = new Map<string, number>();
  const placed = rows.map((row) => {
    const { author, key, id } = recordOf(row);
    const name = authorKey(author, key);
    ids.set(name, Math.min(ids.get(name) ?? Infinity, Number(id)));
    return { row, name, id: Number(id) };
  });
  return placed.filter(({ name, id }) => ids.get(name) === id).map(({ row }) => row);
}

export const lowestRecords = (records: readonly StoredRecord[]): readonly StoredRecord[] =>
  lowest(records, (record) => record);

/** Records that were found to be their author's only row under their key. */
export const alone = new WeakSet<StoredRecord>();
