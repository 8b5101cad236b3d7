import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Generated, or texts that are read and not worked on. */
const outside = /\/generated\/|^examples\/company\/(conversations\/|kudos\/|profiles\.ts)/;
/** Tests above the limit of 400 lines that wait for being split; the list may only shrink. */
const toBeSplit = [
  'packages/sharepoint-host/setup/update.test.ts',
  'shared/elements/groups/groups.test.ts',
  'shared/elements/wall/wall.test.ts',
];

interface Source {
  readonly file: string;
  readonly text: string;
  readonly lines: number;
}

/** Installed or built. */
const made = new Set(['node_modules', 'dist', 'lib', 'lib-commonjs', 'release', 'temp', 'static']);

/** Not by Git: a packed copy has none. */
const files = globSync(['*.ts', '{docs,examples,packages,shared}/**/*.{ts,tsx,mjs}'], {
  cwd: repository,
  exclude: (path) => made.has(path.split('/').at(-1) ?? ''),
});
const sources: readonly Source[] = files
  .filter((file) => !outside.test(file))
  .map((file) => {
    const text = readFileSync(join(repository, file), 'utf8');
    return { file, text, lines: text.split('\n').length - 1 };
  });
const longerThan = (lines: number): readonly Source[] =>
  sources.filter((source) => source.lines > lines);
const namesOf = (list: readonly Source[]): readonly string[] => list.map(({ file }) => file).sort();

describe('a file', () => {
  it('has 400 lines at most', () => {
    expect(namesOf(longerThan(400))).toEqual(toBeSplit);
  });

  it('of more than 250 lines says why it is one, unless it is a test', () => {
    const unexplained = longerThan(250).filter(
      ({ file, text }) =>
        !file.endsWith('.test.ts') && !/^(\/\/|\/?\s?\*).*\bin one file, since/im.test(text),
    );
    expect(namesOf(unexplained)).toEqual([]);
  });
});
