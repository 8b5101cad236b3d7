/** Answers to queries that count; SharePoint counts nothing by value, so the rows are read. */
import { countRecords, idIndex, keyIndex } from '@kantine/core';
import type { Counts, CountQuery, IndexSpec, StoredRecord } from '@kantine/core';
import { together } from '../wire/index.ts';
import { mostRows } from './ask.ts';
import { rowsAtOnce } from './at-once.ts';
import { lowestRecords } from './lowest.ts';
import { readPartition } from './partition.ts';
import { prove } from './prove.ts';
import { partitionValue } from './row.ts';
import { readRows } from './rows.ts';
import type { Source } from './source.ts';
import type { Talk } from '../wire/index.ts';

export async function* readCounts(query: CountQuery, source: Source): Talk<Counts> {
  const records = yield* recordsToCount(query, source);
  return countRecords(query, lowestRecords(records));
}

async function* recordsToCount(query: CountQuery, source: Source): Talk<readonly StoredRecord[]> {
  const values = query.in ? [...new Set(query.in)] : [query.eq ?? ''];
  if (values.length === 0) return [];
  if (query.index === idIndex || query.index === keyIndex) {
    const { collection, container, index } = query;
    const named = { kind: 'rows', collection, container, index, in: values } as const;
    return (yield* readRows({ ...named, order: 'ascending', limit: 1 }, source)).records;
  }
  const index = query.collection.indexes[query.index] as IndexSpec;
  const isAtOnce = index.order === 'created' && index.partition !== undefined;
  if (isAtOnce) {
    const atOnce = yield* readAtOnce(query, source, index, values);
    if (atOnce) return atOnce;
  }
  const each = yield* together(
    values.map((value) =>
      readPartition(source, {
        query,
        index,
        value,
        order: 'ascending',
        limit: Infinity,
        isCrowded: isAtOnce,
      }),
    ),
  );
  return each.flatMap(({ placed }) => placed.map(({ record }) => record));
}

/** All rows of all values, unless they are more than one question may match. */
async function* readAtOnce(
  query: CountQuery,
  source: Source,
  index: IndexSpec,
  values: readonly string[],
): Talk<readonly StoredRecord[] | undefined> {
  const found = yield* rowsAtOnce(query, source, values, { order: 'ascending', top: mostRows });
  if (!found?.isWhole) return undefined;
  const records = yield* prove(source, found.rows, query);
  const asked = new Set(values);
  return records
    .filter((record) => record !== undefined)
    .filter(({ fields }) =>
      asked.has(partitionValue(index.partition, fields as Readonly<Record<string, unknown>>)),
    );
}
