/** Reading of rows past whatever does not belong there, from where the first question ended. */
import type { IndexSpec, Rows, RowsQuery } from '@kantine/core';
import { partitionDigest } from '../schema/index.ts';
import { concurrently } from '../wire/index.ts';
import type { Outcome, Talk } from '../wire/index.ts';
import { rowsAmong } from './ask.ts';
import { readInParts } from './in-parts.ts';
import { cursorOf, positionOf } from './cursor.ts';
import { readPartition } from './partition.ts';
import type { Partition } from './partition-pages.ts';
import { readValues } from './rows.ts';
import type { ReadValues } from './rows.ts';
import type { ListReading } from './list-reading.ts';

/** @param first what the question for the first page was answered, if it was asked. */
export async function* readOn(
  query: RowsQuery,
  reading: ListReading,
  index: IndexSpec,
  first?: Outcome,
): Talk<Rows<unknown>> {
  const value = query.eq ?? '';
  const digest = await partitionDigest(query, query.index, value);
  const { cursor, limit } = query;
  const after =
    cursor === undefined ? undefined : positionOf(cursor, digest, index.order !== 'created');
  const partition = {
    ...partitionOf(query, index, value),
    ...(after ? { after } : {}),
    // One more than asked tells whether there is a next page.
    limit: limit + 1,
  };
  const { placed, stopped } = yield* readPartition(reading, partition, first);
  const page = placed.slice(0, limit);
  const last = placed.length > limit ? page.at(-1)?.position : stopped;
  return {
    records: page.map(({ record }) => record),
    ...(last ? { cursor: cursorOf(last) } : {}),
  };
}

const partitionOf = (query: RowsQuery, index: IndexSpec, value: string): Partition => ({
  query,
  index,
  value,
  order: query.order,
  limit: query.limit,
  ...(query.range ? { range: query.range } : {}),
});

/** @param first what one question told about all values, if it was asked. */
export async function* readEachOn(
  query: RowsQuery,
  reading: ListReading,
  index: IndexSpec,
  values: readonly string[],
  first?: ReadValues,
): Talk<Rows<unknown>> {
  const read = first
    ? yield* readRest(query, reading, index, yield* byAuthor(query, reading, index, first), false)
    : yield* readOneByOne(query, reading, index, values);
  return { records: values.flatMap((value) => read.get(value) ?? []) };
}

/** Where others crowd what stands under its author, it is asked for by the author first. */
async function* byAuthor(
  query: RowsQuery,
  reading: ListReading,
  index: IndexSpec,
  first: ReadValues,
): Talk<ReadValues> {
  const hasAuthor = index.proof === 'own' || index.proof === 'author';
  if (!hasAuthor || first.refused !== 'too many') return first;
  return yield* readValues(query, reading, index, first.rest, { narrowedBy: 'author' });
}

type Read = ReadValues['whole'];

/** How many more rows than wanted are asked for where a value is known to be crowded. */
const rowsBeside = 20;

/** @param isPart whether the values are a part of more. */
async function* readRest(
  query: RowsQuery,
  reading: ListReading,
  index: IndexSpec,
  { whole, rest, refused, isFlooded }: ReadValues,
  isPart: boolean,
): Talk<Read> {
  if (refused === 'too many' && !isPart && rest.length > 1) {
    const parts = yield* readInParts<ReadValues, Read>(reading, rest, {
      ask: (part) => readValues(query, reading, index, part, { top: rowsAmong }),
      refusal: (part) => part.refused,
      finish: (part) => readRest(query, reading, index, part, true),
    });
    return new Map(parts.flatMap((part) => [...part]));
  }
  if (rest.length === 0) return whole;
  if (isPart && isFlooded) {
    reading.isFlooded = true;
    reading.missing.incomplete = true;
    return whole;
  }
  const isCrowded = refused === 'too many';
  const crowd = isPart ? rowsAmong : query.limit + rowsBeside;
  const others = yield* readOneByOne(query, reading, index, rest, isCrowded ? crowd : undefined);
  return new Map([...whole, ...others]);
}

async function* readOneByOne(
  query: RowsQuery,
  reading: ListReading,
  index: IndexSpec,
  values: readonly string[],
  crowd?: number,
): Talk<Read> {
  const each = yield* concurrently(
    values.map((value) =>
      readPartition(reading, {
        ...partitionOf(query, index, value),
        ...(crowd === undefined ? {} : { crowd }),
      }),
    ),
  );
  return new Map(
    values.map((value, at) => [value, each[at]?.placed.map(({ record }) => record) ?? []]),
  );
}
