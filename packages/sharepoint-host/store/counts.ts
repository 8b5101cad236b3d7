/** Answers to queries that count; SharePoint counts nothing by value, so the rows are read. */
import { countRecords } from '@kantine/core';
import type { Counts, CountQuery, IndexSpec, StoredRecord } from '@kantine/core';
import { mostRows } from './ask.ts';
import { rowsAtOnce } from './at-once.ts';
import type { AtOnce } from './at-once.ts';
import { lowest } from './lowest.ts';
import { prove } from './prove.ts';
import { partitionValue } from './row.ts';
import type { Source } from './source.ts';
import type { Talk } from '../wire/index.ts';

export async function* readCounts(query: CountQuery, source: Source): Talk<Counts> {
  const records = yield* recordsToCount(query, source);
  return countRecords(query, lowest(records));
}

const countingOn = () => import(/* webpackChunkName: 'read-on' */ './count-on.ts');

async function* recordsToCount(query: CountQuery, source: Source): Talk<readonly StoredRecord[]> {
  const values = query.in ? [...new Set(query.in)] : [query.eq ?? ''];
  const index = query.collection.indexes[query.index];
  if (index?.order !== 'created' || index.partition === undefined) {
    return yield* (await countingOn()).countOneByOne(query, source, values);
  }
  if (values.length === 0) return [];
  const found = yield* rowsAtOnce(query, source, values, { order: 'ascending', top: mostRows });
  if (typeof found === 'string' || !found.isWhole) {
    return yield* (await countingOn()).countOn(query, source, index, values, found);
  }
  return yield* recordsIn(query, source, index, values, found);
}

/** The records of some values among the rows that were found. */
export async function* recordsIn(
  query: CountQuery,
  source: Source,
  index: IndexSpec,
  values: readonly string[],
  { rows }: AtOnce,
): Talk<readonly StoredRecord[]> {
  const asked = new Set(values);
  return (yield* prove(source, rows, query))
    .filter((record) => record !== undefined)
    .filter(({ fields }) =>
      asked.has(partitionValue(index.partition, fields as Readonly<Record<string, unknown>>)),
    );
}
