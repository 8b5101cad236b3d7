/**
 * Removes records together with everything that is about them. The records about a record are removed
 * first: wherever a function is ended, the record is still there, and the next run finds it.
 */
import { deskOf, lettersOf } from '@kantine/core';
import type { Collection } from '@kantine/core';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { layoutOf } from '../schema/index.ts';
import type { ChoiceLayouts } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import { list } from '../store/branch.ts';
import { dependentsOf } from './dependents.ts';
import type { Dependent } from './dependents.ts';

/** Few enough that a statement stays far below Forge's limits of time and of rows. */
const recordsAtOnce = 200;
const homesAtOnce = 100;

export interface RemovalOptions {
  readonly database: Database;
  readonly collections: readonly Collection[];
  readonly choices: ChoiceLayouts;
  /** Asked before each batch; the next run goes on where this one ended. */
  readonly isTimeLeft: () => boolean;
}

/** Which records of a collection are removed. */
export interface Selection {
  readonly collection: Collection;
  /** The numbers of the containers that hold them. */
  readonly homes: readonly number[];
  readonly condition: RawBuilder<unknown>;
}

export interface Removed {
  /** How many records of the collection itself. */
  readonly records: number;
  /** Whether all of them are removed, not only those that there was time for. */
  readonly isWhole: boolean;
}

/**
 * Removes records in batches. Safe to repeat and to end at any point.
 * @param above the collections whose records these are about, which are removed after them.
 */
export async function removeRecords(
  options: RemovalOptions,
  { collection, homes, condition }: Selection,
  above: readonly Collection[] = [],
): Promise<Removed> {
  const path = [...above, collection];
  const dependents = dependentsOf(options.collections, collection).filter(
    (dependent) => !path.includes(dependent.collection),
  );
  let records = 0;
  for (let first = 0; first < homes.length; first += homesAtOnce) {
    const batch = { collection, homes: homes.slice(first, first + homesAtOnce), condition };
    let removed: number | undefined;
    do {
      if (!options.isTimeLeft()) return { records, isWhole: false };
      removed =
        dependents.length === 0
          ? await removeRows(options, batch)
          : await removeWithDependents(options, batch, dependents, path);
      if (removed === undefined) return { records, isWhole: false };
      records += removed;
    } while (removed === recordsAtOnce);
  }
  return { records, isWhole: true };
}

/** Where people write about what a container holds: its desk, and its letters; nobody may have written there. */
async function besides(database: Database, home: number): Promise<readonly number[]> {
  const { rows } = await sql<{
    id: number | string;
  }>`SELECT d.id AS id FROM containers AS c
    INNER JOIN containers AS d ON d.name IN (CONCAT(${deskOf('')}, c.name), CONCAT(${lettersOf('')}, c.name))
    WHERE c.id = ${home}`.execute(database);
  return rows.map(({ id }) => Number(id));
}

const isKeptBeside = ({ collection: { keptIn } }: Dependent): boolean =>
  keptIn.includes('desk') || keptIn.includes('letters');

async function removeRows(
  { database, choices }: RemovalOptions,
  { collection, homes, condition }: Selection,
): Promise<number> {
  const { table } = choices.get(collection.name) ?? layoutOf(collection);
  const { numAffectedRows = 0n } = await sql`DELETE FROM ${sql.id(table)}
    WHERE _container IN (${list(homes)}) AND ${condition}
    LIMIT ${sql.lit(recordsAtOnce)}`.execute(database);
  return Number(numAffectedRows);
}

interface Row {
  readonly home: number | string;
  readonly id: number | string;
}

/** @returns how many records there were, or nothing where the time did not do for their dependents. */
async function removeWithDependents(
  options: RemovalOptions,
  { collection, homes, condition }: Selection,
  dependents: readonly Dependent[],
  path: readonly Collection[],
): Promise<number | undefined> {
  const table = sql.id(layoutOf(collection).table);
  const { rows } = await sql<Row>`SELECT _container AS home, _id AS id
    FROM ${table}
    WHERE _container IN (${list(homes)}) AND ${condition}
    LIMIT ${sql.lit(recordsAtOnce)}`.execute(options.database);
  for (const home of new Set(rows.map((row) => Number(row.home)))) {
    const ids = rows.filter((row) => Number(row.home) === home).map(({ id }) => Number(id));
    const beside = dependents.some(isKeptBeside) ? await besides(options.database, home) : [];
    for (const { collection: dependent, field, value } of dependents) {
      const about = sql`${sql.id(field)} IN (${list(ids.map(value))})`;
      const homes = [home, ...beside];
      const selection = { collection: dependent, homes, condition: about };
      if (!(await removeRecords(options, selection, path)).isWhole) return undefined;
    }
    await sql`DELETE FROM ${table} WHERE _container = ${home} AND _id IN (${list(ids)})`.execute(
      options.database,
    );
  }
  return rows.length;
}
