/** Which rows of a list are records of some containers, and of which. */
import type { ContainerId, IndexSpec, NewestQuery, StoredRecord } from '@kantine/core';
import { columns, partitionDigest } from '../schema/index.ts';
import type { Talk } from '../wire/index.ts';
import type { ListReading } from './list-reading.ts';
import { lowest } from './lowest.ts';
import { believed } from './prove.ts';
import { recordColumns, shownColumns } from './row.ts';
import type { Row } from './row.ts';

/** What one list tells. */
export interface FoundNewest {
  readonly records: readonly StoredRecord[];
  /** Whether nothing is missing. */
  readonly complete: boolean;
}

/** What is asked for of rows whose words are not wanted. */
export const stampColumns: readonly string[] = recordColumns.filter(
  (name) => name !== columns.fields,
);

export const newestColumns = ({ stamps }: NewestQuery): readonly string[] =>
  stamps ? stampColumns : shownColumns;

/** An index column, and the containers by what stands in it. */
export interface Places {
  readonly column: string;
  readonly containers: ReadonlyMap<string, ContainerId>;
}

export async function placesOf(
  { collection }: NewestQuery,
  containers: readonly ContainerId[],
  {
    index,
    value,
    column,
  }: { readonly index: string; readonly value: string; readonly column: string },
): Promise<Places> {
  const entries = containers.map(async (container) => {
    const digest = await partitionDigest({ collection, container }, index, value);
    return [digest, container] as const;
  });
  return { column, containers: new Map(await Promise.all(entries)) };
}

export interface Proving {
  readonly query: NewestQuery;
  /** Without it each container of the query may be a row's. */
  readonly places: Places | undefined;
  readonly index?: IndexSpec;
  /** Whether the rows come without what they say. */
  readonly isStamped: boolean;
}

/**
 * The records among some rows that are new enough. Of an author's rows under one key the lowest counts;
 * where it may lie elsewhere, it is looked up.
 */
export async function* newestRecords(
  reading: ListReading,
  rows: readonly Row[],
  { query, places, index, isStamped }: Proving,
): Talk<readonly StoredRecord[]> {
  const { collection, since } = query;
  const containersOf = (row: Row): readonly ContainerId[] => {
    if (!places) return query.containers;
    const container = places.containers.get(String(row[places.column]));
    return container === undefined ? [] : [container];
  };
  const each = rows.flatMap((row) =>
    containersOf(row).map((container) =>
      believed(
        isStamped ? { ...row, [columns.fields]: '{}' } : row,
        { collection, container },
        reading.me,
      ),
    ),
  );
  const records = (await Promise.all(each)).filter((record) => record !== undefined);
  const counted = query.containers.flatMap((container) =>
    lowest(records.filter((record) => record.container === container)),
  );
  const recent = counted.filter(({ created }) => created >= since);
  if (collection.key !== 'one' || (index && index.proof !== 'look')) return recent;
  const { counting } = await import(/* webpackChunkName: 'look' */ './look.ts');
  const ids = yield* counting(reading, collection, recent);
  return recent.filter(({ id }) => ids.has(id));
}

/** Whether rows that come newest first go back to an instant. */
export function goBackTo(since: number, rows: readonly Row[]): boolean {
  const last = rows.at(-1);
  return last !== undefined && Date.parse(last.Created) < since;
}
