/** The app as it would be laid out from the sources now; made only when they have changed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '@kantine/tooling/fingerprint';
import { appFolder, packageRoot } from './paths.ts';

/** Which sources it was made from. */
export const fingerprintFile = join(appFolder, '.sources');

const sources = [
  'shared/core',
  'shared/elements',
  'packages/confluence-host',
  'packages/confluence-app/build',
  'packages/confluence-app/functions',
  'packages/confluence-app/ui',
  'packages/confluence-app/manifest.yml',
  'packages/confluence-app/package.json',
  'shared/tooling/chunks.ts',
  'shared/tooling/compact-css.ts',
  'shared/tooling/compact-html.ts',
  'shared/tooling/compact.ts',
  'pnpm-lock.yaml',
];

/** A digest of everything that the app is made from. */
export const fingerprint = (): string => fingerprintOf(sources);

const isFresh = (): boolean =>
  existsSync(fingerprintFile) && readFileSync(fingerprintFile, 'utf8') === fingerprint();

/** @returns the folder of the app, after laying it out where it is missing or old. */
export function ensureApp(): string {
  if (isFresh()) return appFolder;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@kantine/source', join(packageRoot, 'build/build.ts'), '--unchecked'],
    // A test's NODE_ENV would have the development version of Lit packed, which nobody is shipped.
    { cwd: packageRoot, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error(`The Confluence app could not be built:\n${stdout}${stderr}`);
  return appFolder;
}
