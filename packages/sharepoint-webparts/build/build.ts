/** Builds the web parts with SharePoint's own rig, and packs them for an app catalog. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readRegistry } from '@kantine/tooling/generate';
import { fingerprint, fingerprintFile, packageFile, packageRoot } from './ensure.ts';
import { drawTeamsPictures } from './teams.ts';

const require = createRequire(import.meta.url);
const heft = join(dirname(require.resolve('@rushstack/heft/package.json')), 'bin/heft');

function run(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [heft, ...args, '--production'], {
    cwd: packageRoot,
    encoding: 'utf8',
  });
  // Heft tells of every step; only a failure is worth reading.
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  throw new Error(`heft ${args.join(' ')} failed.`);
}

const sources = fingerprint();
rmSync(fingerprintFile, { force: true });
drawTeamsPictures(await readRegistry(join(packageRoot, '../..')));
run('build', '--clean');
run('package-solution');
writeFileSync(fingerprintFile, sources);
console.log(packageFile);
