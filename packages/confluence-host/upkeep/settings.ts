/** What is remembered by name: an administrator's choices, and how far a job has come. */
import { sql } from 'kysely';
import { Duplicate } from '../sql/index.ts';
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
  try {
    await database.insertInto('settings').values({ name, value }).execute();
  } catch (error) {
    if (!(error instanceof Duplicate)) throw error;
    await database.updateTable('settings').set({ value }).where('name', '=', name).execute();
  }
}
