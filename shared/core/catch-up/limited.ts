/** What one author can bring before others on one day. */
import { dayStart } from '../kernel/day.ts';
import type { StoredRecord } from '../kernel/record.ts';

/** The first rows of each author on each day in each container; what is beyond the limit is dropped. */
export function limited<Row extends StoredRecord>(
  found: readonly Row[],
  limit: number,
): readonly Row[] {
  const numbers = new Map<string, number>();
  return found
    .toSorted((one, other) => one.created - other.created || (one.id < other.id ? -1 : 1))
    .filter(({ author, container, created }) => {
      const day = JSON.stringify([author, container, dayStart(created)]);
      const number = (numbers.get(day) ?? 0) + 1;
      numbers.set(day, number);
      return number <= limit;
    });
}
