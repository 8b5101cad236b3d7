/** The app as it would be laid out from the sources now; made only when they have changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { appFolder, packageRoot } from './paths.ts';

const root = join(packageRoot, '../..');
/** Which sources it was made from. */
export const fingerprintFile = join(appFolder, '.sources');

const sources = [
  'shared/core',
  'shared/elements',
  'packages/confluence-host',
  'packages/confluence-app/build',
  'packages/confluence-app/functions',
  'packages/confluence-app/icons',
  'packages/confluence-app/ui',
  'packages/confluence-app/manifest.yml',
  'packages/confluence-app/package.json',
  'pnpm-lock.yaml',
];
const made = new Set(['node_modules', 'dist', 'testing']);

function* filesBelow(path: string): Generator<string> {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!made.has(entry.name)) yield* filesBelow(child);
    } else if (!entry.name.endsWith('.test.ts')) yield child;
  }
}

/** A digest of everything that the app is made from. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    const files = /\.\w+$/.test(source) ? [path] : filesBelow(path);
    for (const file of files) hash.update(relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const isFresh = (): boolean =>
  existsSync(fingerprintFile) && readFileSync(fingerprintFile, 'utf8') === fingerprint();

/** @returns the folder of the app, after laying it out where it is missing or old. */
export function ensureApp(): string {
  if (isFresh()) return appFolder;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(packageRoot, 'build/build.ts'), '--unchecked'],
    { cwd: packageRoot, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The Confluence app could not be built:\n${stdout}${stderr}`);
  return appFolder;
}
