/** Both engines of the emulator's Forge SQL, each with an empty database. */
import { embeddedEngine, mariaDbEngine } from '@kantine/forge-emulator';
import type { SqlEngine } from '@kantine/forge-emulator';
import { mariaDb } from '@kantine/tooling/mariadb';
import { createConnection } from 'mysql2/promise';

export type EngineName = 'MariaDB' | 'the embedded database';

let databases = 0;

async function onMariaDb(): Promise<SqlEngine> {
  const server = await mariaDb();
  const database = `kantine_${(databases += 1)}`;
  const root = await createConnection(server);
  await root.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await root.end();
  return mariaDbEngine({ ...server, database });
}

export const openEngine = (name: EngineName): Promise<SqlEngine> =>
  name === 'MariaDB' ? onMariaDb() : Promise.resolve(embeddedEngine());
