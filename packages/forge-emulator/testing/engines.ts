/** Both engines, each with an empty database. */
import { createConnection } from 'mysql2/promise';
import { mariaDb } from '@kantine/tooling/mariadb';
import { embeddedEngine, mariaDbEngine } from '../sql/index.ts';
import type { SqlEngine } from '../sql/index.ts';

let databases = 0;

async function onMariaDb(): Promise<SqlEngine> {
  const server = await mariaDb();
  const database = `forge_${(databases += 1)}`;
  const root = await createConnection(server);
  await root.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await root.end();
  return mariaDbEngine({ ...server, database, timezone: 'Z' });
}

export const engines: readonly (readonly [string, () => Promise<SqlEngine>])[] = [
  ['the embedded database', () => Promise.resolve(embeddedEngine())],
  ['MariaDB', onMariaDb],
];
