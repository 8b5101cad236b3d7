/** The newest rows of one value of an index in several containers of a list. */
import { rows as rowsQuery } from '@kantine/core';
import type { ContainerId, IndexSpec, NewestQuery, StoredRecord } from '@kantine/core';
import { indexColumn } from '../schema/index.ts';
import { concurrently } from '../wire/index.ts';
import type { RestRequest, Talk } from '../wire/index.ts';
import { askIn, isTooMany, rowsAmong } from './ask.ts';
import { readInParts } from './in-parts.ts';
import type { ListReading } from './list-reading.ts';
import { goBackTo, newestColumns, newestRecords, placesOf } from './newest-rows.ts';
import type { FoundNewest } from './newest-rows.ts';
import { readPartition } from './partition.ts';
import { isItemId } from './row.ts';
import { rowsIn } from './rows-in.ts';

type Of = NonNullable<NewestQuery['of']>;

/** What one question told about some containers. */
interface Part {
  readonly containers: readonly ContainerId[];
  readonly records: readonly StoredRecord[];
  /** How many rows there were. */
  readonly length: number;
  readonly isWhole: boolean;
  readonly isTooMany: boolean;
}

/** One question for all containers; where it does not do, the crowded ones are read by themselves. */
export async function* newestOfValue(
  query: NewestQuery,
  of: Of,
  reading: ListReading,
): Talk<FoundNewest> {
  const { containers, limit } = query;
  const value = valueOf(query, of, reading);
  if (value.author !== undefined && !isItemId(value.author)) return { records: [], complete: true };
  const first = yield* askPart(value, containers, limit + 1);
  if (isEnough(first, limit)) return foundIn(first);
  const parts = yield* readInParts<Part, FoundNewest>(reading, containers, {
    ask: (some) => askPart(value, some, Math.max(limit + 1, rowsAmong)),
    refusal: (part) => (part.isTooMany ? 'too many' : undefined),
    finish: (part) => finish(value, part),
  });
  return {
    records: parts.flatMap(({ records }) => records),
    complete: parts.every(({ complete }) => complete),
  };
}

interface Value {
  readonly query: NewestQuery;
  readonly of: Of;
  readonly reading: ListReading;
  readonly index: IndexSpec;
  /** The only author of rows there: others cannot crowd them. */
  readonly author: string | undefined;
}

function valueOf(query: NewestQuery, of: Of, reading: ListReading): Value {
  const index = query.collection.indexes[of.index] as IndexSpec;
  const { proof } = index;
  const author = proof === 'own' ? reading.me : proof === 'author' ? of.eq : undefined;
  return { query, of, reading, index, author };
}

const isEnough = ({ isWhole, records }: Part, limit: number): boolean =>
  isWhole || records.length > limit;

const foundIn = ({ records, isWhole }: Part): FoundNewest => ({ records, complete: isWhole });

async function* askPart(
  { query, of, reading, index, author }: Value,
  containers: readonly ContainerId[],
  top: number,
): Talk<Part> {
  const column = indexColumn(query.collection, of.index);
  const places = await placesOf(query, containers, { index: of.index, value: of.eq, column });
  const select = [...newestColumns(query), column];
  const ask = (names: readonly string[]): RestRequest =>
    askIn(reading.list, {
      select: names,
      column,
      type: 'Text',
      values: [...places.containers.keys()],
      order: 'descending',
      top,
      ...(author === undefined ? {} : { author }),
    });
  const [outcome] = yield [ask(select)];
  if (isTooMany(outcome)) {
    return { containers, records: [], length: 0, isWhole: false, isTooMany: true };
  }
  const { rows, length } = yield* rowsIn(reading, outcome, ask, select);
  const isStamped = query.stamps === true;
  const proving = { query: { ...query, containers }, places, index, isStamped };
  const records = yield* newestRecords(reading, rows, proving);
  const isWhole = length < top || goBackTo(query.since, rows);
  return { containers, records, length, isWhole, isTooMany: false };
}

async function* finish(value: Value, part: Part): Talk<FoundNewest> {
  const { query, of, reading, index, author } = value;
  const { containers, records, length } = part;
  if (isEnough(part, query.limit)) return foundIn(part);
  if (!part.isTooMany && records.length * 2 < length) {
    reading.isFlooded = true;
    return { records, complete: false };
  }
  const limit = query.limit + 1;
  const each = yield* concurrently(
    containers.map((container) =>
      readPartition(reading, {
        query: rowsQuery(query.collection, {
          container,
          index: of.index,
          eq: of.eq,
          order: 'descending',
          limit,
          ...(author === undefined ? {} : { author }),
        }),
        index,
        value: of.eq,
        order: 'descending',
        limit,
        ...(part.isTooMany ? { crowd: Math.max(limit, rowsAmong) } : {}),
      }),
    ),
  );
  const all = each.flatMap(({ placed }) => placed.map(({ record }) => record));
  return {
    records: all.filter(({ created }) => created >= query.since),
    // Where reading stopped, it said so.
    complete: each.every(({ placed }) => placed.length < limit),
  };
}
