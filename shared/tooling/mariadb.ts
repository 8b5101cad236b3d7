/** A MariaDB of the tests' own: started in a folder that goes away with the process, reached by a socket. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How to reach it, as mysql2 takes it. */
export interface MariaDb {
  readonly socketPath: string;
  readonly user: 'root';
}

/**
 * Makes the folder of an empty server.
 * @param options what the program that makes it takes, beside the account without a password.
 * @throws Error with what the program said.
 */
export function makeData(options: readonly string[]): void {
  const made = spawnSync(
    'mariadb-install-db',
    [...options, '--skip-test-db', '--auth-root-authentication-method=normal'],
    { encoding: 'utf8', env },
  );
  if (made.status === 0) return;
  const reason = made.error?.message ?? `${made.stdout}${made.stderr}`;
  throw new Error(
    `MariaDB could not make its folder. \`npm test\` looks for MariaDB, and says what to install. ${reason}`,
  );
}

const startMilliseconds = 30_000;
/** Servers are where only administrators look. */
const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` };
/** Nobody minds what is lost of a test. */
const hasty = ['--innodb-flush-log-at-trx-commit=0', '--skip-log-bin'];
const guarded =
  'folder=$1; shift; mariadbd "$@" & server=$!; cat; kill -9 $server; rm -rf "$folder"';

async function start(): Promise<MariaDb> {
  const folder = mkdtempSync(join(tmpdir(), 'kantine-mariadb-'));
  const data = join(folder, 'data');
  const socketPath = join(folder, 'socket');
  // A server that starts removes the temporary tables that it finds, those of other servers too.
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary);
  const usual = [
    '--no-defaults',
    `--user=${userInfo().username}`,
    `--datadir=${data}`,
    `--tmpdir=${temporary}`,
  ];
  makeData(usual);
  const options = [...usual, '--skip-networking', `--socket=${socketPath}`, ...hasty];
  // A test run may be ended at any time, with all of its group. The shell is in none: it hears of the end
  // by its input, and ends the server too.
  const server = spawn('sh', ['-c', guarded, 'sh', folder, ...options], {
    env,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  server.unref();
  if (server.stdin instanceof Socket) server.stdin.unref();
  const end = Date.now() + startMilliseconds;
  while (!existsSync(socketPath)) {
    if (server.exitCode !== null || Date.now() > end) throw new Error('MariaDB did not start.');
    await pause(20);
  }
  return { socketPath, user: 'root' };
}

let started: Promise<MariaDb> | undefined;

/** The server of this process; it starts when it is first asked for, and ends with the process. */
export const mariaDb = (): Promise<MariaDb> => (started ??= start());
