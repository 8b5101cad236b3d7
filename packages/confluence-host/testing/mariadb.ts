/** A MariaDB of the tests' own, and what Forge's SQL service is to a function: a statement, and its rows. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection, createPool } from 'mysql2/promise';
import type { Pool, ResultSetHeader } from 'mysql2/promise';

export interface Sql {
  /** Answers a request of `@forge/sql`. */
  answer(body: string): Promise<Response>;
  close(): Promise<void>;
}

interface Server {
  readonly socketPath: string;
  databases: number;
}

const startMilliseconds = 20_000;
/** Servers are where only administrators look. */
const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` };
/** Nobody minds what is lost of a test. */
const hasty = ['--innodb-flush-log-at-trx-commit=0', '--skip-log-bin'];
const guarded =
  'folder=$1; shift; mariadbd "$@" & server=$!; cat; kill -9 $server; rm -rf "$folder"';
let started: Promise<Server> | undefined;

/** Starts with the first database, and ends with the process. */
async function start(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'kantine-mariadb-'));
  const data = join(folder, 'data');
  const socketPath = join(folder, 'socket');
  const usual = ['--no-defaults', `--user=${userInfo().username}`, `--datadir=${data}`];
  const installed = spawnSync(
    'mariadb-install-db',
    [...usual, '--skip-test-db', '--auth-root-authentication-method=normal'],
    { encoding: 'utf8', env },
  );
  if (installed.status !== 0) {
    const reason = installed.error?.message ?? installed.stderr;
    throw new Error(`These tests need MariaDB (on Debian: apt install mariadb-server). ${reason}`);
  }
  const options = [...usual, '--skip-networking', `--socket=${socketPath}`, ...hasty];
  // A test run may be ended at any time. The shell hears of it by its input, and ends the server too.
  const server = spawn('sh', ['-c', guarded, 'sh', folder, ...options], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  server.unref();
  if (server.stdin instanceof Socket) server.stdin.unref();
  const end = Date.now() + startMilliseconds;
  while (!existsSync(socketPath)) {
    if (server.exitCode !== null || Date.now() > end) throw new Error('MariaDB did not start.');
    await pause(20);
  }
  return { socketPath, databases: 0 };
}

const isHeader = (result: unknown): result is ResultSetHeader =>
  typeof result === 'object' && result !== null && 'affectedRows' in result;

async function run(pool: Pool, body: string): Promise<Response> {
  const { query, params } = JSON.parse(body) as { query: string; params: readonly unknown[] };
  try {
    const [result] = await pool.query({ sql: query, values: [...params] });
    const { affectedRows = 0, insertId = 0, warningStatus = 0 } = isHeader(result) ? result : {};
    const rows = isHeader(result) ? { affectedRows, insertId, warningStatus } : result;
    return Response.json({ rows });
  } catch (error) {
    const { code, errno, sqlMessage } = error as {
      code: string;
      errno: number;
      sqlMessage: string;
    };
    const context = { debug: { code, errno, sqlMessage } };
    const refusal = { code: 'SQL_EXECUTION_ERROR', message: sqlMessage, context };
    return Response.json(refusal, { status: 400 });
  }
}

/** A database with nothing in it. */
export async function openSql(): Promise<Sql> {
  const server = await (started ??= start());
  const { socketPath } = server;
  const database = `kantine_${(server.databases += 1)}`;
  const root = await createConnection({ socketPath, user: 'root' });
  await root.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4`);
  const pool = createPool({ socketPath, user: 'root', database, charset: 'utf8mb4' });
  return {
    answer: (body) => run(pool, body),
    async close() {
      await pool.end();
      await root.query(`DROP DATABASE ${database}`);
      await root.end();
    },
  };
}
