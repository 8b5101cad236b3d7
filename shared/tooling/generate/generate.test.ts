import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateDocumentation } from './documentation.ts';
import { outdated, withBlock, write } from './files.ts';
import { readRegistry } from './registry.ts';

const root = join(import.meta.dirname, '../../..');

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'kantine-registry-'));
});
afterEach(() => rmSync(copy, { recursive: true }));

/** A folder of the elements with a declaration that is no TypeScript of ours. */
function declare(folder: string, declaration: object): void {
  const path = join(copy, 'shared/elements', folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'widget.ts'), `export const widget = ${JSON.stringify(declaration)};\n`);
}

const words = { en: 'Board', nl: 'Bord', de: 'Brett', fr: 'Tableau' };
const board = {
  tag: 'kantine-board',
  title: words,
  description: words,
  icon: '<path d="M0 0"/>',
  settings: {},
  surfaces: { macro: { key: 'board' } },
};

describe('what is generated of the documentation', () => {
  it('is what is there: npm run generate changes nothing', async () => {
    expect(outdated(root, await generateDocumentation(root, await readRegistry(root)))).toEqual([]);
  });
});

describe('the registry', () => {
  it('finds a widget by its folder', async () => {
    declare('board', board);
    mkdirSync(join(copy, 'shared/elements/parts'));
    expect(await readRegistry(copy)).toEqual([{ folder: 'board', widget: board }]);
  });

  it('has every widget of this repository', async () => {
    const tags = (await readRegistry(root)).map(({ widget }) => widget.tag);
    expect(tags).toContain('kantine-wall');
    expect(tags.length).toBeGreaterThan(4);
  });

  it.each([
    ['an id', { ...board, surfaces: { webPart: { alias: 'BoardWebPart' } } }, 'has no UUID'],
    ['a key', { ...board, surfaces: { macro: {} } }, 'macro has no key'],
    [
      'the words of a setting in a language',
      {
        ...board,
        settings: {
          rows: { kind: 'number', label: { ...words, de: undefined }, least: 1, most: 9, usual: 3 },
        },
      },
      'label of rows has no words in de',
    ],
  ])('refuses a widget without %s', async (_, declaration, said) => {
    declare('board', declaration);
    await expect(readRegistry(copy)).rejects.toThrow(said);
  });
});

describe('generated files', () => {
  it('are written where they are missing, different or too many, and nowhere else', () => {
    const path = join(copy, 'made');
    mkdirSync(path);
    for (const name of ['same', 'other', 'old']) writeFileSync(join(path, name), name);
    const files = new Map([
      ['made/same', 'same'],
      ['made/other', 'changed'],
      ['made/deep/new', 'new'],
    ]);
    const made = { files, folders: ['made'] };
    const changed = ['made/other', 'made/deep/new', 'made/old'];
    expect(outdated(copy, made)).toEqual(changed);
    expect(write(copy, made)).toEqual(changed);
    expect(outdated(copy, made)).toEqual([]);
    expect(readFileSync(join(path, 'deep/new'), 'utf8')).toBe('new');
  });

  it('may be a block between two lines, which stay', () => {
    const file = 'a\n# generated: one\nold\n# end of generated: one\nb\n';
    const made = 'a\n# generated: one\nnew\n# end of generated: one\nb\n';
    expect(withBlock(file, 'one', 'new')).toBe(made);
    expect(withBlock(made, 'one', 'new')).toBe(made);
    const empty = 'a\n# generated: one\n# end of generated: one\nb\n';
    expect(withBlock(empty, 'one', 'new')).toBe(made);
    expect(() => withBlock(file, 'two', 'new')).toThrow('no block');
  });
});
