/** Counting of rows that are more than one question tells. */
import { idIndex, keyIndex } from '@kantine/core';
import type { CountQuery, IndexSpec, StoredRecord } from '@kantine/core';
import { together } from '../wire/index.ts';
import type { Talk } from '../wire/index.ts';
import { rowsToCount } from './ask.ts';
import { rowsAtOnce } from './at-once.ts';
import type { AtOnce, Refused } from './at-once.ts';
import { recordsIn } from './counts.ts';
import { inParts } from './in-parts.ts';
import { readPartition } from './partition.ts';
import { readRows } from './rows.ts';
import type { Source } from './source.ts';

/**
 * @param found what one question told about all values.
 * @param isPart whether the values are a part of more.
 */
export async function* countOn(
  query: CountQuery,
  source: Source,
  index: IndexSpec,
  values: readonly string[],
  found: AtOnce | Refused,
  isPart = false,
): Talk<readonly StoredRecord[]> {
  if (found === 'too many' && !isPart && values.length > 1) {
    const parts = inParts(values).map((part) => countPart(query, source, index, part));
    return (yield* together(parts)).flat();
  }
  if (typeof found === 'string') {
    return yield* countOneByOne(query, source, values, found === 'too many');
  }
  const records = yield* recordsIn(query, source, index, values, found);
  if (found.isWhole) return records;
  if (!isPart || records.length * 2 >= found.rows.length) {
    return yield* countOneByOne(query, source, values, true);
  }
  source.missing.incomplete = true;
  return records;
}

async function* countPart(
  query: CountQuery,
  source: Source,
  index: IndexSpec,
  values: readonly string[],
): Talk<readonly StoredRecord[]> {
  const found = yield* rowsAtOnce(query, source, values, { order: 'ascending', top: rowsToCount });
  return yield* countOn(query, source, index, values, found, true);
}

export async function* countOneByOne(
  query: CountQuery,
  source: Source,
  values: readonly string[],
  isCrowded = false,
): Talk<readonly StoredRecord[]> {
  if (query.index === idIndex || query.index === keyIndex) {
    const { collection, container, index } = query;
    const named = { kind: 'rows', collection, container, index, in: values } as const;
    return (yield* readRows({ ...named, order: 'ascending', limit: 1 }, source)).records;
  }
  const index = query.collection.indexes[query.index] as IndexSpec;
  const each = yield* together(
    values.map((value) =>
      readPartition(source, {
        query,
        index,
        value,
        order: 'ascending',
        limit: Infinity,
        isCrowded,
      }),
    ),
  );
  return each.flatMap(({ placed }) => placed.map(({ record }) => record));
}
