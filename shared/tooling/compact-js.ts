/**
 * Built modules without the comments that only their source needs, and without maps to sources that are not
 * published: what an operation promises stands in its declaration file. What tells bundlers that a call is
 * pure stays.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

function compact(file: string): void {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
  });
  writeFileSync(file, code);
  rmSync(`${file}.map`, { force: true });
}

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Say which folder: compact-js.ts <folder>.');
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (name.endsWith('.js')) compact(join(folder, name));
}
