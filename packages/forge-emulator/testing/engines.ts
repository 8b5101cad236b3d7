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

const open = {
  'the embedded database': () => Promise.resolve(embeddedEngine()),
  MariaDB: onMariaDb,
};

export type EngineName = keyof typeof open;

export const openEngine = (name: EngineName): Promise<SqlEngine> => open[name]();
/** @public for tests of each engine */
export const engines = Object.entries(open);
