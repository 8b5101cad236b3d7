import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCircles } from './import-circles.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['shared', 'packages', 'examples'].flatMap((folder) =>
  readdirSync(join(repository, folder)).map((name) => `${folder}/${name}`),
);

describe('imports', () => {
  it.each(folders)('make no circle in %s', (folder) => {
    expect(importCircles(join(repository, folder))).toEqual([]);
  });
});

describe('a circle of imports', () => {
  let folder: string;
  const write = (name: string, source: string): void => writeFileSync(join(folder, name), source);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kantine-imports-'));
    mkdirSync(join(folder, 'parts'));
    write('a.ts', "import {\n  b,\n} from './parts/b.ts';\nexport const a = b;\n");
    write('parts/b.ts', "export { c as b } from './c.ts';\n");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is found through types, and told with its files', () => {
    write('parts/c.ts', "import type { a } from '../a.ts';\nexport const c = 1 as typeof a;\n");
    expect(importCircles(folder)).toEqual([['a.ts', 'parts/b.ts', 'parts/c.ts']]);
  });

  it('is not made by a comment, by a dynamic import, or by two ways to one file', () => {
    write('parts/c.ts', "// import './b.ts';\nexport const c = () => import('./b.ts');\n");
    write('d.ts', "import './a.ts';\nimport './parts/b.ts';\n");
    expect(importCircles(folder)).toEqual([]);
  });
});
