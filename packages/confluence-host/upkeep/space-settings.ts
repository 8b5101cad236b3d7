/** The spaces in which Kantine is enabled: none, until an administrator of the space enables it. */
import type { Instant, PersonId } from '@kantine/core';
import { sql } from 'kysely';
import { isErased } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import { internPerson } from '../store/intern.ts';
import { readSetting, writeSetting } from './settings.ts';

/** When Kantine was enabled or disabled in a space the last time, and who did it. */
export interface SpaceChange {
  /** Absent where their data was erased. */
  readonly by?: PersonId;
  readonly at: Instant;
}

/** By a number of the list of people, so that it is reported and erased with them. */
interface StoredChange {
  readonly by: number;
  readonly at: Instant;
}

const changeOf = (space: string): string => `space-changed:${space}`;

export async function isEnabled(database: Database, space: string): Promise<boolean> {
  const { rows } = await sql<{
    enabled: number | string;
  }>`SELECT enabled FROM spaces WHERE id = ${space}`.execute(database);
  return Number(rows[0]?.enabled ?? 0) === 1;
}

/** @returns nothing where that was not noted, as versions before this did not. */
export async function lastChange(
  database: Database,
  space: string,
): Promise<SpaceChange | undefined> {
  const stored = (await readSetting(database, changeOf(space))) as StoredChange | undefined;
  if (!stored) return undefined;
  const { rows } = await sql<{
    account: string;
  }>`SELECT CAST(account AS CHAR) AS account FROM people WHERE id = ${stored.by}`.execute(database);
  const account = rows[0]?.account;
  const isKnown = account !== undefined && !isErased(account);
  return isKnown ? { by: account, at: stored.at } : { at: stored.at };
}

/** Everything written in a disabled space stays, and is shown again once it is enabled again. */
export async function enableSpace(database: Database, space: string, isOn: boolean): Promise<void> {
  const enabled = isOn ? 1 : 0;
  await database
    .insertInto('spaces')
    .values({ id: space, enabled })
    .onDuplicateKeyUpdate({ enabled })
    .execute();
}

export async function noteChange(
  database: Database,
  space: string,
  by: PersonId,
  at: Instant,
): Promise<void> {
  const change: StoredChange = { by: await internPerson(database, by), at };
  await writeSetting(database, changeOf(space), change);
}
