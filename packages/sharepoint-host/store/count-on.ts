/** Counting of rows that are more than one question tells. */
import { idIndex, keyIndex } from '@kantine/core';
import type { CountQuery, IndexSpec, StoredRecord } from '@kantine/core';
import { concurrently } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import { rowsAmong, rowsToCount } from './ask.ts';
import { rowsAtOnce } from './at-once.ts';
import type { AskedFor, AtOnce, Refused } from './at-once.ts';
import { recordsIn } from './counts.ts';
import { selected } from './first-page.ts';
import { readInParts } from './in-parts.ts';
import { readPartition } from './partition.ts';
import { shownColumns } from './row.ts';
import { readRows } from './rows.ts';
import type { ListReading } from './list-reading.ts';

/**
 * @param found what one question told about all values.
 * @param isPart whether the values are a part of more.
 */
export async function* countOn(
  query: CountQuery,
  reading: ListReading,
  index: IndexSpec,
  values: readonly string[],
  found: AtOnce | Refused,
  isPart = false,
): Talk<readonly StoredRecord[]> {
  if (found === 'too many' && !isPart && values.length > 1) {
    const parts = yield* readInParts<CountedPart, readonly StoredRecord[]>(reading, values, {
      ask: (part) => askPart(query, reading, part),
      refusal: (part) => (typeof part.found === 'string' ? part.found : undefined),
      finish: (part) => countOn(query, reading, index, part.values, part.found, true),
    });
    return parts.flat();
  }
  if (typeof found === 'string') {
    return yield* countOneByOne(query, reading, values, found === 'too many');
  }
  const records = yield* recordsIn(query, reading, index, values, found);
  if (found.isWhole) return records;
  if (!isPart || records.length * 2 >= found.rows.length) {
    return yield* countOneByOne(query, reading, values, true);
  }
  reading.isFlooded = true;
  reading.missing.incomplete = true;
  return records;
}

/**
 * How crowded values are counted. Where no keys are counted, it is asked what a reading of the newest rows
 * of the same values asks, so that one question serves both.
 */
const wayOf = (query: CountQuery): AskedFor =>
  query.keyed
    ? { order: 'ascending', top: rowsToCount }
    : { order: 'descending', top: rowsAmong, select: shownColumns };

interface CountedPart {
  readonly values: readonly string[];
  readonly found: AtOnce | Refused;
}

async function* askPart(
  query: CountQuery,
  reading: ListReading,
  values: readonly string[],
): Talk<CountedPart> {
  return { values, found: yield* rowsAtOnce(query, reading, values, wayOf(query)) };
}

export async function* countOneByOne(
  query: CountQuery,
  reading: ListReading,
  values: readonly string[],
  isCrowded = false,
): Talk<readonly StoredRecord[]> {
  if (query.index === idIndex || query.index === keyIndex) {
    const { collection, container, index } = query;
    const named = { kind: 'rows', collection, container, index, in: values } as const;
    return (yield* readRows({ ...named, order: 'ascending', limit: 1 }, reading)).records;
  }
  const index = query.collection.indexes[query.index] as IndexSpec;
  const way = wayOf(query);
  const each = yield* concurrently(
    values.map((value) =>
      readPartition(reading, {
        query,
        index,
        value,
        limit: Infinity,
        ...(isCrowded
          ? {
              order: way.order,
              crowd: way.top,
              ...(query.keyed ? {} : { select: selected({ ...query, kind: 'rows' }) }),
            }
          : { order: 'ascending' }),
      }),
    ),
  );
  return each.flatMap(({ placed }) => placed.map(({ record }) => record));
}
