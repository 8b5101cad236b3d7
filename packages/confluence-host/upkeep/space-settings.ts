/** The spaces in which Kantine is enabled: none, until an administrator of the space enables it. */
import { sql } from 'kysely';
import type { Database } from '../sql/index.ts';

export async function isEnabled(database: Database, space: string): Promise<boolean> {
  const { rows } = await sql<{
    enabled: number | string;
  }>`SELECT enabled FROM spaces WHERE id = ${space}`.execute(database);
  return Number(rows[0]?.enabled ?? 0) === 1;
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
