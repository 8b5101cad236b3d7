/** Values by name: the choices of administrators, and how far a job has come. */
import { sql } from 'kysely';
import type { Database } from '../sql/index.ts';

export async function readSetting(database: Database, name: string): Promise<unknown> {
  const { rows } = await sql<{
    value: string;
  }>`SELECT CAST(value AS CHAR) AS value FROM settings WHERE name = ${name}`.execute(database);
  const text = rows[0]?.value;
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

export async function writeSetting(
  database: Database,
  name: string,
  setting: unknown,
): Promise<void> {
  const value = JSON.stringify(setting);
  await database
    .insertInto('settings')
    .values({ name, value })
    .onDuplicateKeyUpdate({ value })
    .execute();
}
