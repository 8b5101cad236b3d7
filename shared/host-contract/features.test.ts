/** docs/features.md: each feature names tests that are there, and each operation belongs to a feature. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredOperations } from '@kantine/core';
import { memoryHost } from '@kantine/core/memory-host';
import { describe, expect, it } from 'vitest';
import { abilitiesOf, declaredBy } from './features.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/features.md'), 'utf8');

const places = ['SharePoint', 'Confluence', 'Any page'] as const;
type Place = (typeof places)[number];

/** Where the tests of a place are; the pages of the intranet are those of both hosts. */
const folders: Record<Place, readonly string[]> = {
  SharePoint: ['packages/sharepoint-', 'examples/intranet/'],
  Confluence: ['packages/confluence-', 'examples/intranet/'],
  'Any page': ['shared/', 'examples/plain-page/'],
};

interface Feature {
  readonly name: string;
  readonly operations: readonly string[];
  readonly cells: Readonly<Record<Place, string>>;
}

/** The rows of all tables whose columns are a feature, its operations, and the places. */
const features: readonly Feature[] = page.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  const [, name = '', operations = '', sharePoint = '', confluence = '', anyPage = ''] = cells;
  if (cells.length !== 7 || name === 'Feature' || /^-*$/.test(name)) return [];
  return [
    {
      name,
      operations: [...operations.matchAll(/`([^`]+)`/g)].map(([, each = '']) => each),
      cells: { SharePoint: sharePoint, Confluence: confluence, 'Any page': anyPage },
    },
  ];
});

/** The tests that a cell links to: a file, and the title that the link has. */
const testsIn = (cell: string) =>
  [...cell.matchAll(/\]\(\.\.\/([^ )]+) (["'])(.+?)\2\)/g)].map(([, file = '', , title = '']) => ({
    file,
    title,
  }));

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** A title as a test's source has it; that of a suite which hosts register is the host's name. */
const asWritten = (title: string): RegExp =>
  new RegExp(`\\b(?:it|describe\\w*)(?:\\.each\\b[^]*?)?\\(\\s*['"\`]${escaped(title)}['"\`]`);

describe('the features', () => {
  it('are listed', () => {
    expect(features.length).toBeGreaterThan(20);
    expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
  });

  it('cover every operation, and name no other', async () => {
    const named = features.flatMap(({ operations }) => operations);
    const all = [...(await declaredOperations()).keys()];
    expect(all.filter((operation) => !named.includes(operation))).toEqual([]);
    expect(named.filter((operation) => !all.includes(operation))).toEqual([]);
  });
});

it('says what the host in memory declares', async () => {
  const people = [{ id: 'ada', name: 'Ada', active: true }];
  const { supports } = memoryHost({ people, me: 'ada' });
  expect(await abilitiesOf('Any page')).toEqual(await declaredBy('Any page', supports));
});

describe.each(places)('on %s', (place) => {
  it.each(features)('«$name» has tests that are there, or says why not', ({ cells }) => {
    const cell = cells[place];
    const tests = testsIn(cell);
    if (tests.length === 0) expect(cell).toMatch(/^no: \p{Letter}+/u);
    for (const { file, title } of tests) {
      expect(folders[place].some((folder) => file.startsWith(folder))).toBe(true);
      expect(existsSync(join(root, file)), file).toBe(true);
      expect(readFileSync(join(root, file), 'utf8')).toMatch(asWritten(title));
    }
  });
});
