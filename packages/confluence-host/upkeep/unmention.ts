/** Takes the tokens that mention a person out of messages and their earlier wordings. */
import { mentionToken } from '@kantine/core';
import type { Collection, PersonId } from '@kantine/core';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { idNumber, layoutOf } from '../schema/index.ts';
import { list } from '../store/branch.ts';
import { messagesOf } from './blanked.ts';
import type { RemovalOptions } from './removal.ts';

/** Few enough that a statement stays far below Forge's limits of time and of rows. */
const rowsAtOnce = 100;
/** What stands in the place of a token. */
const nobody = '@…';

interface Row {
  readonly home: number | string;
  readonly target: string;
}

/**
 * The texts of the messages that records with a person in them name; these records are removed with it, so
 * that the next run goes on where this one ended.
 * @param collection one that is `inTexts`. @param homes the numbers of its containers.
 * @returns whether all are done, not only those that there was time for.
 */
export async function unmention(
  options: RemovalOptions,
  collection: Collection,
  homes: readonly number[],
  account: PersonId,
): Promise<boolean> {
  const { about, subject, inTexts } = collection;
  if (!inTexts || about.of !== 'records' || about.name === undefined) return true;
  const table = sql.id(layoutOf(collection).table);
  const target = sql.id(about.name);
  const isNamed = sql.join(
    subject.map((field) => sql`${sql.id(field)} = ${account}`),
    sql` OR `,
  );
  let rows: readonly Row[];
  do {
    if (!options.isTimeLeft()) return false;
    ({ rows } = await sql<Row>`SELECT _container AS home, CAST(${target} AS CHAR) AS target
      FROM ${table} WHERE _container IN (${list(homes)}) AND (${isNamed})
      LIMIT ${sql.lit(rowsAtOnce)}`.execute(options.database));
    for (const row of rows) {
      await takeOut(options, row, account);
      await sql`DELETE FROM ${table} WHERE _container = ${Number(row.home)}
        AND ${target} = ${row.target} AND (${isNamed})`.execute(options.database);
    }
  } while (rows.length === rowsAtOnce);
  return true;
}

async function takeOut(
  { database, collections }: RemovalOptions,
  { home, target }: Row,
  account: PersonId,
): Promise<void> {
  const token = mentionToken(account);
  const change = async (
    collection: Collection,
    fields: readonly string[],
    condition: RawBuilder<unknown>,
  ): Promise<void> => {
    for (const field of fields) {
      const name = sql.id(field);
      await sql`UPDATE ${sql.id(layoutOf(collection).table)}
        SET ${name} = REPLACE(${name}, ${token}, ${nobody})
        WHERE _container = ${Number(home)} AND ${condition}`.execute(database);
    }
  };
  const [kind = '', id = ''] = target.split(':');
  const messages = messagesOf(collections, kind);
  const number = idNumber(id);
  if (messages?.message && number !== undefined) {
    await change(messages, messages.message.words, sql`_id = ${number}`);
  }
  for (const other of collections) {
    const { about, texts = [] } = other;
    if (about.of !== 'records' || about.name === undefined) continue;
    await change(other, texts, sql`${sql.id(about.name)} = ${target}`);
  }
}
