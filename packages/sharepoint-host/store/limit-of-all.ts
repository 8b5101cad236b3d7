/** The first rows of several values together. */
import type { IndexSpec, Rows, RowsQuery, StoredRecord } from '@kantine/core';
import type { Talk } from '../wire/index.ts';
import { rowsAtOnce } from './at-once.ts';
import type { ListReading } from './list-reading.ts';
import { lowest } from './lowest.ts';
import { prove } from './prove.ts';
import { readEachOn } from './read-on.ts';
import { partitionValue } from './row.ts';
import type { Fields } from './row.ts';

/**
 * One question, in the order of creation. Where it is refused, or foreign rows take the places, each value is
 * read up to the limit as if it were alone.
 */
export async function* readTogether(
  query: RowsQuery,
  reading: ListReading,
  index: IndexSpec,
  values: readonly string[],
): Talk<Rows<unknown>> {
  const { limit, order, range } = query;
  // One more than asked tells whether there are more.
  const top = limit + 1;
  const each = { ...query, limit: top };
  if (range) return firstOf(query, (yield* readEachOn(each, reading, index, values)).records);
  const askFor = (narrowedBy: 'author' | 'values') =>
    rowsAtOnce(query, reading, values, { order, top, narrowedBy });
  // Others crowd no author: only who wrote very much is asked for by the values first.
  const byAuthor = query.author === undefined ? 'too many' : yield* askFor('author');
  const found = byAuthor === 'too many' ? yield* askFor('values') : byAuthor;
  if (typeof found === 'string') {
    const first = {
      whole: new Map<string, never>(),
      rest: values,
      refused: found,
      isFlooded: false,
    };
    return firstOf(query, (yield* readEachOn(each, reading, index, values, first)).records);
  }
  const asked = new Set(values);
  const records = (yield* prove(reading, found.rows, query))
    .filter((record) => record !== undefined)
    .filter(({ fields }) => {
      const value = partitionValue(index.partition, fields as Fields);
      return value !== undefined && asked.has(value);
    });
  return found.isWhole || records.length > limit
    ? firstOf(query, records)
    : firstOf(query, (yield* readEachOn(each, reading, index, values)).records);
}

function firstOf({ limit, order }: RowsQuery, found: readonly StoredRecord[]): Rows<unknown> {
  const sorted = lowest(found).toSorted((one, other) => Number(one.id) - Number(other.id));
  if (order === 'descending') sorted.reverse();
  const isMore = sorted.length > limit;
  return { records: sorted.slice(0, limit), ...(isMore ? { incomplete: true } : {}) };
}
