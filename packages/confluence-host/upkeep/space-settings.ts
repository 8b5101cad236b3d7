/** In which spaces Kantine is enabled. It is in none until an administrator of the space says so. */
import { sql } from 'kysely';
import type { Database } from '../sql/index.ts';

export async function isEnabled(database: Database, space: string): Promise<boolean> {
  const { rows } = await sql<{
    enabled: number | string;
  }>`SELECT enabled FROM spaces WHERE id = ${space}`.execute(database);
  return Number(rows[0]?.enabled ?? 0) === 1;
}

/** What was written there stays, and is read again once it is enabled again. */
export async function enableSpace(database: Database, space: string, isOn: boolean): Promise<void> {
  const enabled = isOn ? 1 : 0;
  await database
    .insertInto('spaces')
    .values({ id: space, enabled })
    .onDuplicateKeyUpdate({ enabled })
    .execute();
}
