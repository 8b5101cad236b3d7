/**
 * Built modules without the comments that only their source needs: what an operation promises stands in
 * its declaration file. What tells bundlers that a call is pure stays.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { transformSync } from 'esbuild';

const inlineMap = (file: string): string => {
  const map = readFileSync(`${file}.map`).toString('base64');
  return `//# sourceMappingURL=data:application/json;base64,${map}`;
};

function compact(file: string): void {
  const code = readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
  const { code: small, map } = transformSync(code + inlineMap(file), {
    format: 'esm',
    target: 'es2022',
    sourcemap: 'external',
    sourcesContent: false,
    legalComments: 'none',
    charset: 'utf8',
  });
  writeFileSync(file, `${small}//# sourceMappingURL=${basename(file)}.map\n`);
  writeFileSync(`${file}.map`, map);
}

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Say which folder: compact-js.ts <folder>.');
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (name.endsWith('.js')) compact(join(folder, name));
}
