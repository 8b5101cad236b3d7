/** The records of a collection's own table, whoever wrote them. */
import { Conflict, NotFound } from '@kantine/core';
import type { Collection, FieldSpec, StoredRecord } from '@kantine/core';
import { isBlanked, mostAtOnce } from '@kantine/core/upkeep';
import { sql } from 'kysely';
import type { Instance } from '../instance.ts';
import { idNumber, layoutOf, stamp } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import { column, unionOf } from '../store/branch.ts';
import { from, inContainer, recordBranch, recordIn } from '../store/record-rows.ts';
import { recordWriter } from '../store/record-writer.ts';
import type { ContainerRow } from '../store/table-selects.ts';

/** Rows of a table, in the order of their ids. */
export interface RowsOfOthers {
  /** @returns whether any of them was there. */
  purge(home: ContainerRow, ids: readonly string[]): Promise<boolean>;
  /** @param after the id of the last row of the step before. @throws RangeError for what is no id */
  step(
    home: ContainerRow,
    after: string | undefined,
  ): Promise<{ readonly records: readonly StoredRecord[]; readonly isLast: boolean }>;
}

/** Few enough that a statement stays far below Forge's limit of time. */
export const purgedAtOnce = 200;

/** Forge answers 4 MiB at most. */
const mostBytes = 3_500_000;
const stampBytes = 600;

/** The most UTF-16 units of a field. */
function unitsOf(spec: FieldSpec): number {
  if (spec.type === 'text') return spec.max;
  return spec.type === 'list' ? spec.max * 206 : 32;
}

/** How many rows fit into an answer, be they as long as they may. A unit takes three bytes of UTF-8 at most. */
export function rowsAStep({ fields }: Collection): number {
  const units = Object.values(fields).reduce((sum, spec) => sum + unitsOf(spec), 0);
  return Math.min(Math.max(Math.floor(mostBytes / (stampBytes + 3 * units)), 1), mostAtOnce);
}

export function recordsOfOthers(database: Database, collection: Collection): RowsOfOthers {
  const { table } = layoutOf(collection);
  return {
    async purge(home, ids) {
      const numbers = ids.map(idNumber).filter((id) => id !== undefined);
      let removed = 0n;
      for (let first = 0; first < numbers.length; first += purgedAtOnce) {
        const { numDeletedRows } = await database
          .deleteFrom(table)
          .where(stamp.container, '=', home.id)
          .where(stamp.id, 'in', numbers.slice(first, first + purgedAtOnce))
          .executeTakeFirstOrThrow();
        removed += numDeletedRows;
      }
      return removed > 0n;
    },
    async step(home, after) {
      const last = after === undefined ? 0 : idNumber(after);
      if (last === undefined) throw new RangeError('No scan ended there.');
      const most = rowsAStep(collection);
      const conditions = [inContainer(home), sql`${column(stamp.id)} > ${sql.lit(last)}`];
      // One row more than a step holds tells whether there is a next one.
      const rest = sql`${from(collection, conditions)} ORDER BY ${column(stamp.id)} LIMIT ${sql.lit(most + 1)}`;
      const branch = recordBranch(collection, rest);
      const { rows } = await unionOf([{ question: 0, value: 0, branch }]).execute(database);
      const sorted = rows.toSorted((one, other) => Number(one.id) - Number(other.id));
      return {
        records: sorted.slice(0, most).map((row) => recordIn(collection, home, row)),
        isLast: sorted.length <= most,
      };
    },
  };
}

interface Blanking {
  readonly home: ContainerRow;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The greatest version that a row can hold. */
const greatestVersion = 4_000_000_000;
/** How often a row is looked at again that its author changed meanwhile. */
const mostAttempts = 5;

/** @returns whether anything was changed. @throws NotFound, Conflict */
export async function blankRecord(
  { database, ids, now }: Pick<Instance, 'database' | 'ids' | 'now'>,
  collection: Collection,
  { home, id, fields }: Blanking,
): Promise<boolean> {
  const { table, columns } = layoutOf(collection);
  const values = Object.fromEntries(
    columns.flatMap(({ name, encode }) => (name in fields ? [[name, encode(fields[name])]] : [])),
  );
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const record = await recordWriter(database, ids, collection).find(home, id);
    if (!record) throw new NotFound(`${collection.name} ${id}`);
    if (isBlanked(record, fields)) return false;
    const age = Math.floor((now() - record.created) / 1000);
    const version = Number(record.version);
    const { numUpdatedRows } = await database
      .updateTable(table)
      .set({ ...values, [stamp.changed]: Math.max(Math.min(age, greatestVersion), version + 1) })
      .where(stamp.container, '=', home.id)
      .where(stamp.id, '=', idNumber(id))
      .where(stamp.changed, '=', version)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) return true;
  }
  throw new Conflict(`${collection.name} ${id}`);
}
