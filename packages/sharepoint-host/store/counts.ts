/** Answers to queries that count; SharePoint counts nothing by value, so the rows are read. */
import { countRecords } from '@kantine/core';
import type { Counts, CountQuery, IndexSpec, StoredRecord } from '@kantine/core';
import { rowsAtOnce } from './at-once.ts';
import type { AtOnce } from './at-once.ts';
import { lowest } from './lowest.ts';
import { prove } from './prove.ts';
import { partitionValue } from './row.ts';
import { countedWay, sharedWay } from './sharing.ts';
import type { ListReading } from './list-reading.ts';
import type { Talk } from '../wire/index.ts';

export async function* readCounts(query: CountQuery, reading: ListReading): Talk<Counts> {
  const records = yield* recordsToCount(query, reading);
  return countRecords(query, lowest(records));
}

const countingOn = () => import(/* webpackChunkName: 'read-on' */ './count-on.ts');

async function* recordsToCount(
  query: CountQuery,
  reading: ListReading,
): Talk<readonly StoredRecord[]> {
  const values = query.in ? [...new Set(query.in)] : [query.eq ?? ''];
  const index = query.collection.indexes[query.index];
  if (index?.order !== 'created' || index.partition === undefined) {
    return yield* (await countingOn()).countOneByOne(query, reading, values);
  }
  if (values.length === 0) return [];
  const way = reading.shared ? sharedWay(reading.shared) : countedWay;
  const found = yield* rowsAtOnce(query, reading, values, way);
  if (typeof found === 'string' || !found.isWhole) {
    return yield* (await countingOn()).countOn(query, reading, index, values, found);
  }
  return yield* recordsIn(query, reading, index, values, found);
}

/** The records of some values among the rows that were found. */
export async function* recordsIn(
  query: CountQuery,
  reading: ListReading,
  index: IndexSpec,
  values: readonly string[],
  { rows }: AtOnce,
): Talk<readonly StoredRecord[]> {
  const asked = new Set(values);
  return (yield* prove(reading, rows, query))
    .filter((record) => record !== undefined)
    .filter(({ fields }) => {
      const value = partitionValue(index.partition, fields as Readonly<Record<string, unknown>>);
      return value !== undefined && asked.has(value);
    });
}
