/**
 * How the database finds the rows of each index that Kantine declares. TiDB, which Forge SQL runs on, says
 * so by EXPLAIN: https://docs.pingcap.com/tidb/stable/explain-overview. Nothing is read for it.
 */
import { rows } from '@kantine/core';
import type { Collection, RowsQuery } from '@kantine/core';
import { sql } from 'kysely';
import type { Instance } from '../instance.ts';
import { planned } from '../store/plan.ts';
import type { Tried } from './requests.ts';

/** A line of a plan, as TiDB tells it. */
interface Line {
  readonly id?: unknown;
  readonly 'access object'?: unknown;
}

/** A question by each index, for a page beyond the first. */
function questions(collections: readonly Collection[]): readonly RowsQuery[] {
  return collections.flatMap((collection) =>
    Object.entries(collection.indexes).map(([index, { partition }]) =>
      rows(collection, {
        container: 'community',
        index,
        order: 'descending',
        limit: 20,
        ...(partition === undefined ? {} : { eq: 'x' }),
      } as Parameters<typeof rows>[1]),
    ),
  );
}

const tableIn = (line: Line): string =>
  /table:(\w+)/.exec(String(line['access object']))?.[1] ?? 'a table';

export async function tryPlans({
  database,
  choices,
  collections,
}: Pick<Instance, 'database' | 'choices' | 'collections'>): Promise<Tried> {
  const statement = planned(choices, questions(collections));
  let plan: readonly Line[];
  try {
    plan = (await sql<Line>`EXPLAIN ${statement}`.execute(database)).rows;
  } catch (error) {
    return { answer: 'unknown', detail: error instanceof Error ? error.name : 'no plan' };
  }
  const reads = plan.filter(({ id }) => /(Scan|PointGet|Get)_\d+/.test(String(id)));
  if (reads.length === 0) return { answer: 'unknown', detail: 'not a plan of TiDB' };
  const scans = reads.filter(({ id }) => /FullScan_\d+/.test(String(id)));
  const tables = [...new Set(scans.map(tableIn))];
  if (tables.length === 0) return { answer: 'index', detail: `${reads.length} reads` };
  return { answer: 'scan', detail: tables.join(' ') };
}
