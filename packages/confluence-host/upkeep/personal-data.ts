/**
 * Kantine keeps of a person their account id and what they wrote. Once a week Atlassian is told which
 * accounts those are, and says which were closed; these people's data is erased.
 */
import { privacy } from '@forge/api';
import { communityContainer, personContainer } from '@kantine/core';
import type { Collection, PersonId } from '@kantine/core';
import { sql } from 'kysely';
import { erased, isErased, layoutOf, reactionsTable, stamp } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import { readSetting, writeSetting } from './settings.ts';

export interface PersonalDataOptions {
  readonly database: Database;
  readonly collections: readonly Collection[];
  readonly now: () => number;
}

/** Atlassian asks for a report at least this often. */
const cycle = 7 * 24 * 60 * 60_000;
const peopleAtOnce = 90;
const setting = 'personal-data';

/** How far the report of this cycle has come. */
interface Progress {
  readonly begun: number;
  /** The last person who was reported; absent once all of them are. */
  readonly after?: number;
}

/** Collections that say who somebody is; what else they wrote stays, and nobody knows by whom. */
const aboutTheirAuthor = new Set(['profiles']);

/** @param isTimeLeft is asked before each step; the next run goes on where this one ended. */
export async function reportPersonalData(
  options: PersonalDataOptions,
  isTimeLeft: () => boolean,
): Promise<void> {
  const { database, now } = options;
  let progress = (await readSetting(database, setting)) as Progress | undefined;
  if (!progress || (progress.after === undefined && progress.begun + cycle <= now())) {
    progress = { begun: now(), after: 0 };
  }
  while (progress.after !== undefined && isTimeLeft()) {
    progress = await reportNext(options, progress.begun, progress.after);
    await writeSetting(database, setting, progress);
  }
}

async function reportNext(
  options: PersonalDataOptions,
  begun: number,
  after: number,
): Promise<Progress> {
  const { rows } = await sql<{
    id: number | string;
    account: string;
  }>`SELECT id, CAST(account AS CHAR) AS account
    FROM people
    WHERE id > ${after}
    ORDER BY id LIMIT ${sql.lit(peopleAtOnce)}`.execute(options.database);
  const known = rows.filter(({ account }) => !isErased(account));
  await report(
    options,
    known.map(({ account }) => account),
    begun,
  );
  const last = rows.at(-1);
  return last && rows.length === peopleAtOnce ? { begun, after: Number(last.id) } : { begun };
}

async function report(
  options: PersonalDataOptions,
  accounts: readonly PersonId[],
  at: number,
): Promise<void> {
  if (accounts.length === 0) return;
  const updatedAt = new Date(at).toISOString();
  const changed = await privacy.reportPersonalData(
    accounts.map((accountId) => ({ accountId, updatedAt })),
  );
  for (const { accountId, status } of changed) {
    if (status === 'closed') await erasePerson(options, accountId);
  }
}

/**
 * Takes away what says who a person is: their profile, who belongs where, thanks they received, and
 * all that only they could read. Their posts stay without a name, as colleagues' answers need them.
 * Safe to repeat: the account goes last.
 */
export async function erasePerson(
  { database, collections }: PersonalDataOptions,
  account: PersonId,
): Promise<void> {
  const { rows } = await sql<{
    id: number | string;
  }>`SELECT id FROM people WHERE account = ${account}`.execute(database);
  if (!rows[0]) return;
  const id = Number(rows[0].id);
  const community = sql`(SELECT id FROM containers WHERE name = ${communityContainer})`;
  const own = sql`(SELECT id FROM containers WHERE name = ${personContainer(account)})`;
  for (const collection of collections) {
    if (collection.name === reactionsTable.name) continue;
    const table = sql.id(layoutOf(collection).table);
    const partitions = Object.values(collection.indexes).map(({ partition }) => partition);
    for (const column of new Set(partitions.filter((name) => name !== undefined))) {
      await sql`DELETE FROM ${table} WHERE _container = ${community} AND ${sql.id(column)} = ${account}`.execute(
        database,
      );
    }
    if (aboutTheirAuthor.has(collection.name)) {
      await sql`DELETE FROM ${table} WHERE _container = ${community} AND ${sql.id(stamp.author)} = ${id}`.execute(
        database,
      );
    }
    await sql`DELETE FROM ${table} WHERE _container = ${own}`.execute(database);
  }
  await sql`DELETE FROM members WHERE person = ${id}`.execute(database);
  await sql`DELETE FROM containers WHERE name = ${personContainer(account)}`.execute(database);
  await sql`UPDATE people SET account = ${erased(id)} WHERE id = ${id}`.execute(database);
}
