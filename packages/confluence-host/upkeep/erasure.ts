/**
 * Erases what is known of a person, as the declarations of the collections say: records that name them,
 * their own records where these say who they are, and everything that only they could read. Their other
 * records stay without a name, since colleagues answered to them.
 */
import { personContainer } from '@kantine/core';
import type { Collection, PersonId } from '@kantine/core';
import { sql } from 'kysely';
import type { Instance } from '../instance.ts';
import { erased, layoutOf, madeOf, stamp } from '../schema/index.ts';
import type { Database } from '../sql/index.ts';
import { list } from '../store/branch.ts';
import { homesOf } from './homes.ts';
import { removeRecords } from './removal.ts';
import type { RemovalOptions, Selection } from './removal.ts';
import { unmention } from './unmention.ts';

interface Person {
  readonly account: PersonId;
  /** Their number in rows, if they have one; without, they wrote nothing. */
  readonly number: number | undefined;
}

/**
 * Safe to repeat: the account itself is erased last.
 * @param isTimeLeft is asked before each batch.
 * @returns whether everything is erased, not only what there was time for.
 */
export async function erasePerson(
  { database, collections, choices }: Pick<Instance, 'database' | 'collections' | 'choices'>,
  account: PersonId,
  isTimeLeft: () => boolean = () => true,
): Promise<boolean> {
  const number = await numberOf(database, 'people', 'account', account);
  // A table that is not made yet holds nothing of anybody, and is nothing to wait for.
  const made = await madeOf(database, collections);
  const options = { database, collections: made, choices, isTimeLeft };
  for (const collection of made) {
    if (!(await eraseFrom(options, collection, { account, number }))) return false;
  }
  if (number === undefined) return true;
  await sql`DELETE FROM members WHERE person = ${number}`.execute(database);
  await sql`DELETE FROM asks WHERE person = ${number}`.execute(database);
  await sql`DELETE FROM containers WHERE name = ${personContainer(account)}`.execute(database);
  await sql`UPDATE people SET account = ${erased(number)} WHERE id = ${number}`.execute(database);
  return true;
}

/** The number that rows hold for a long text. */
async function numberOf(
  database: Database,
  table: 'people' | 'containers',
  column: 'account' | 'name',
  text: string,
): Promise<number | undefined> {
  const { rows } = await sql<{
    id: number | string;
  }>`SELECT id FROM ${sql.id(table)} WHERE ${sql.id(column)} = ${text}`.execute(database);
  return rows[0] && Number(rows[0].id);
}

async function eraseFrom(
  options: RemovalOptions,
  collection: Collection,
  person: Person,
): Promise<boolean> {
  const homes = await sharedHomes(options.database, collection);
  // A message says more than whom it names: it stays, and names nobody.
  if (staysUnnamed(collection)) await unname(options.database, collection, homes, person);
  if (homes.length > 0 && !(await unmention(options, collection, homes, person.account))) {
    return false;
  }
  for (const selection of await selections(options.database, collection, homes, person)) {
    if (!(await removeRecords(options, selection)).isWhole) return false;
  }
  return true;
}

/** Whether a record that names somebody stays, and names nobody: a message says more than that. */
const staysUnnamed = ({ message, privacy }: Collection): boolean =>
  message !== undefined || privacy.named === 'stays';

/** The containers that others read too; none where nothing in them is about a person. */
async function sharedHomes(
  database: Database,
  { keptIn, subject, privacy }: Collection,
): Promise<readonly number[]> {
  const kinds = keptIn.filter((kind) => kind !== 'person');
  const isAboutPeople = subject.length > 0 || privacy.leaving === 'erase';
  return kinds.length === 0 || !isAboutPeople ? [] : homesOf(database, kinds);
}

/** The records that are removed. */
async function selections(
  database: Database,
  collection: Collection,
  homes: readonly number[],
  { account, number }: Person,
): Promise<readonly Selection[]> {
  const { keptIn, privacy, subject } = collection;
  const naming = staysUnnamed(collection) ? [] : subject;
  const isOwn = privacy.leaving === 'erase' && number !== undefined;
  const own = keptIn.includes('person')
    ? await numberOf(database, 'containers', 'name', personContainer(account))
    : undefined;
  return [
    ...naming.map((field) => ({
      collection,
      homes,
      condition: sql`${sql.id(field)} = ${account}`,
    })),
    ...(isOwn ? [{ collection, homes, condition: sql`${sql.id(stamp.author)} = ${number}` }] : []),
    ...(own === undefined ? [] : [{ collection, homes: [own], condition: sql`1 = 1` }]),
  ];
}

async function unname(
  database: Database,
  collection: Collection,
  homes: readonly number[],
  { account, number = 0 }: Person,
): Promise<void> {
  if (homes.length === 0) return;
  for (const field of collection.subject) {
    await sql`UPDATE ${sql.id(layoutOf(collection).table)}
      SET ${sql.id(field)} = ${erased(number)}
      WHERE _container IN (${list(homes)}) AND ${sql.id(field)} = ${account}`.execute(database);
  }
}
