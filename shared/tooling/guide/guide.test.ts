import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileBlocksOf, withLines } from './blocks.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the guide to a new widget', () => {
  const blocks = fileBlocksOf(read('docs/guides/new-widget.md'));
  const paths = [...new Set(blocks.map(({ path }) => path))];

  it('touches at most 17 files, and none of a host or a shell', () => {
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.length).toBeLessThanOrEqual(17);
    expect(paths.filter((path) => !path.startsWith('shared/'))).toEqual([]);
  });

  it('makes only files that are not there yet', () => {
    const made = blocks.filter(({ kind }) => kind === 'file');
    const there = made.filter(({ path }) => existsSync(join(root, path)));
    // In a copy in which somebody followed it, all are there as it has them.
    const written = made.filter(
      ({ path, text }) => existsSync(join(root, path)) && read(path) === text,
    );
    expect(there).toEqual(written.length === made.length ? made : []);
  });

  it('declares three operations, settings, a web part and a macro', () => {
    const textOf = (end: string) => blocks.find(({ path }) => path.endsWith(end))?.text ?? '';
    expect(textOf('/domain.ts').match(/ = (query|command)\(/g)).toHaveLength(3);
    for (const part of ['webPart: {', 'macro: {', 'settings: {']) {
      expect(textOf('/widget.ts')).toContain(part);
    }
  });

  const words = 'shared/elements/locale/';
  const entries = blocks.filter(({ path, kind }) => kind === 'lines' && !path.startsWith(words));

  it.each(entries)('fits the file that is there: $path', ({ path, text }) => {
    expect(withLines(read(path), text)).toContain(/^\+(.*)$/m.exec(text)?.[1]);
  });
});

describe('the blocks of a guide', () => {
  it('are those below a path; others are for reading', () => {
    const guide = [
      '**`a.ts`**\n\n```ts\none\n```\n',
      '```sh\nnpm start\n```\n',
      '**`b.ts`**\n\n```diff\n two\n+three\n```\n',
    ].join('\n');
    expect(fileBlocksOf(guide)).toEqual([
      { path: 'a.ts', kind: 'file', text: 'one\n' },
      { path: 'b.ts', kind: 'lines', text: ' two\n+three\n' },
    ]);
  });

  it('put new lines below those that are there', () => {
    const file = 'one\n  two\nthree\n';
    expect(withLines(file, '   two\n+  new\n+  newer\n three\n+last\n')).toBe(
      'one\n  two\n  new\n  newer\nthree\nlast\n',
    );
  });

  it.each([' four\n+new\n', ' one\n+new\n', '-two\n+new\n', '+new\n'])(
    'are refused where that line is not there once: %j',
    (lines) => {
      expect(() => withLines('one\ntwo\none\n', lines)).toThrow('exactly once');
    },
  );
});
