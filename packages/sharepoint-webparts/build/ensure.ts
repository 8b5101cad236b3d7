/** The package as it would be built from the sources now; built only when they have changed. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '@kantine/tooling/fingerprint';

export const packageRoot = join(import.meta.dirname, '..');
const root = join(packageRoot, '../..');
/** What goes into the app catalog. */
export const packageFile = join(packageRoot, 'sharepoint/solution/kantine.sppkg');
/** Beside it: which sources it was made from. */
export const fingerprintFile = `${packageFile}.sources`;

const sources = [
  'shared/core',
  'shared/elements',
  'packages/sharepoint-host',
  'packages/sharepoint-webparts/build',
  'packages/sharepoint-webparts/config',
  'packages/sharepoint-webparts/sharepoint/images',
  'packages/sharepoint-webparts/src',
  'packages/sharepoint-webparts/package.json',
  'shared/tooling/built-modules.ts',
  'shared/tooling/chunks.ts',
  'shared/tooling/compact-css.ts',
  'shared/tooling/compact-html.ts',
  'shared/tooling/compact.ts',
  'shared/tooling/compact-js.ts',
  'pnpm-lock.yaml',
  'tsconfig.base.json',
];

/** A digest of everything that the package is made from. */
export const fingerprint = (): string => fingerprintOf(sources);

const isFresh = (): boolean =>
  existsSync(packageFile) &&
  existsSync(fingerprintFile) &&
  readFileSync(fingerprintFile, 'utf8') === fingerprint();

/** @returns the path of the package, after building it where it is missing or old; that takes half a minute. */
export async function ensurePackage(): Promise<string> {
  if (!isFresh()) await build();
  return packageFile;
}

function build(): Promise<void> {
  const args = ['--filter', '@kantine/sharepoint-webparts...', '--if-present', 'build'];
  const child = spawn('pnpm', args, { cwd: root, shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => (output += part.toString()));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`The SharePoint package could not be built:\n${output}`));
    });
  });
}
