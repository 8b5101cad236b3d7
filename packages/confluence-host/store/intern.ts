/**
 * Numbers for people and containers, whose ids are long texts. A number is given once and never
 * changes. Two functions that ask for the same one at the same moment get the same.
 */
import { Conflict } from '@kantine/core';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { Duplicate } from '../sql/index.ts';
import type { Database } from '../sql/index.ts';

const attempts = 8;

/** @param insert takes the next number. @param find is asked after every attempt. */
async function number(
  database: Database,
  what: string,
  insert: RawBuilder<unknown>,
  find: RawBuilder<{ id: number | string }>,
): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      await insert.execute(database);
    } catch (error) {
      if (!(error instanceof Duplicate)) throw error;
    }
    const { rows } = await find.execute(database);
    if (rows[0]) return Number(rows[0].id);
  }
  throw new Conflict(what);
}

export const internPerson = (database: Database, account: string): Promise<number> =>
  number(
    database,
    'people list',
    sql`INSERT INTO people (id, account) SELECT COALESCE(MAX(id), 0) + 1, ${account} FROM people`,
    sql`SELECT id FROM people WHERE account = ${account}`,
  );

export interface NewContainer {
  readonly name: string;
  readonly access: 'open' | 'making';
  readonly space: string;
  readonly maker: number;
  /** The number of the group's record, or 0. */
  readonly group: number;
}

export const internContainer = (
  database: Database,
  { name, access, space, maker, group }: NewContainer,
): Promise<number> =>
  number(
    database,
    'group list',
    sql`INSERT INTO containers (id, name, access, space, maker, group_id)
      SELECT COALESCE(MAX(id), 0) + 1, ${name}, ${access}, ${space}, ${maker}, ${group}
      FROM containers`,
    sql`SELECT id FROM containers WHERE name = ${name}`,
  );
