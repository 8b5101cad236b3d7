// Brings what a fresh machine lacks. Runs on a bare Node with npm, so it uses nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const tools = join(root, '.tools');

/** One Node line for everybody: the SharePoint build supports no other than 22, the test runner needs 22.12. */
const nodeVersion = '22.23.3';

/** @returns {boolean} whether the Node that runs us will do as it is. */
function isNodeSupported() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major === 22 && minor >= 19;
}

/** Installs one registry package of an exact version under .tools, unless it is there. */
function ensureTool(name, version) {
  const manifest = join(tools, name, 'node_modules', name, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version)
    return;
  console.log(`Fetching ${name} ${version} into .tools …`);
  const args = ['install', '--prefix', join(tools, name), '--no-save', '--no-audit', '--no-fund'];
  // Both ship their binaries inside registry packages; pnpm's install script only puts its own in
  // place, and pnpm works (through Node, a little slower) where npm does not run such scripts.
  args.push('--loglevel', 'error', '--no-progress', `${name}@${version}`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Error(
      `npm could not install ${name}@${version}. Check the connection to your npm registry and run the command again.`,
    );
  }
}

function ensureNode() {
  if (isNodeSupported()) return dirname(process.execPath);
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  ensureTool(name, nodeVersion);
  return join(tools, name, 'node_modules', name, 'bin');
}

function ensurePnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  ensureTool('pnpm', packageManager.split('@')[1]);
  return join(tools, 'pnpm', 'node_modules', '.bin');
}

/**
 * Node 22, pnpm and every dependency, in place.
 * @returns {NodeJS.ProcessEnv} the environment to run the project's commands in.
 */
export function setUp() {
  const path = [ensureNode(), ensurePnpm(), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path };
  run('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'], env);
  return env;
}

/** How commands run there. */
const inRoot = (env) => ({ cwd: root, env, shell: process.platform === 'win32' });

/** Runs a command in the project's root and ends this process with its status when it fails. */
export function run(command, args, env) {
  const { status, signal } = spawnSync(command, args, { ...inRoot(env), stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 0 : 1));
}

/**
 * Runs lists of commands side by side, the commands of a list in their order. What fails first ends the others, and
 * this process with its status.
 * @param {string[][][]} lists each command with its arguments.
 */
export async function runSideBySide(lists, env) {
  const running = new Set();
  const runOne = ([command, ...args]) =>
    new Promise((resolve) => {
      const stdio = ['ignore', 'inherit', 'inherit'];
      const child = spawn(command, args, { ...inRoot(env), stdio });
      running.add(child);
      child.on('close', (status) => {
        running.delete(child);
        if (status === 0) return resolve();
        for (const other of running) other.kill();
        process.exit(status ?? 1);
      });
    });
  await Promise.all(
    lists.map(async (list) => {
      for (const command of list) await runOne(command);
    }),
  );
}
