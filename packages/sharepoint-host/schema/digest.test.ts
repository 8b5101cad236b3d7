import { describe, expect, it } from 'vitest';
import { collection } from '@kantine/core';
import { digestOf } from './digest.ts';
import { columnsOf, indexColumn, isIndexed } from './columns.ts';
import { allLists, listPath } from './lists.ts';
import { isGroup, listSetOf } from './list-sets.ts';
import { testFacts } from '../testing/facts.ts';

describe('a digest', () => {
  it('is short, and lower-case letters and digits only', async () => {
    for (const text of ['', 'a', '日本語', 'x'.repeat(10_000)]) {
      expect(await digestOf(text)).toMatch(/^[a-z2-7]{40}$/);
    }
  });

  it('tells apart what SharePoint would not, and where one part ends', async () => {
    const texts = ['a', 'A', 'á', 'a ', ' a', 'a\u0301', '', '\n'];
    const digests = await Promise.all(texts.map((text) => digestOf(text)));
    expect(new Set(digests).size).toBe(texts.length);
    expect(await digestOf('a', 'bc')).not.toBe(await digestOf('ab', 'c'));
  });

  it('is the same in every version: rows are found by it', async () => {
    expect(await digestOf('owner', 'community', '7', 'profile')).toBe(
      'fbxdc6vfrv4zfqjmhcd64kstqtfwv3jgdj3aezzw',
    );
  });
});

describe('lists', () => {
  const things = collection({
    ...testFacts,
    name: 'things',
    fields: { shelf: { type: 'text', max: 20 }, rank: { type: 'number' } },
    indexes: { recent: { order: 'created' }, byShelf: { partition: 'shelf', order: 'rank' } },
  });

  it('have a column for each index, and no more indexes than SharePoint allows', () => {
    const lists = allLists([things]);
    const own = lists.find(({ name }) => name === 'KantineThings');
    expect(own?.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'KtSlot text',
      'KtOwner text',
      'KtIndexRecent text',
      'KtIndexByShelf text',
      'KtKey note',
      'KtFields note',
      'Author given',
      'Modified given',
      'KtIx1 text',
      'KtIx2 text',
      'KtIx3 text',
      'KtIx4 text',
      'KtIx5 text',
    ]);
    const common = ['Author', 'Modified', 'KtIx1', 'KtIx2', 'KtIx3', 'KtIx4', 'KtIx5'];
    for (const { columns } of lists) {
      const indexed = columns.filter(isIndexed).map(({ name }) => name);
      expect(indexed).toEqual(expect.arrayContaining(common));
      expect(columns.filter(isIndexed).length).toBeLessThanOrEqual(20);
    }
  });

  it('have a later index in the spare column that it names, and no column for it besides', () => {
    const spare = { partition: 'shelf', order: 'created', spare: 3 } as const;
    const later = collection({ ...things, indexes: { ...things.indexes, byRoom: spare } });
    expect(indexColumn(later, 'byRoom')).toBe('KtIx3');
    expect(indexColumn(later, 'byShelf')).toBe('KtIndexByShelf');
    expect(columnsOf(later)).toEqual(columnsOf(things));
  });

  it('of a place each are named for it, and found by address in any site', () => {
    const names = allLists([things]).map(({ name }) => name);
    expect(names).toEqual([
      'KantineSetup',
      'KantineContainers',
      'KantineRequests',
      'KantineClosed',
      'KantineThings',
      'KantineThingsOfGroups',
      'KantineThingsOfPeople',
    ]);
    const list = (webUrl: string) => decodeURIComponent(listPath(webUrl, 'KantineThings'));
    expect(list('https://x.test')).toBe("web/getList('/Lists/KantineThings')");
    expect(list('https://x.test/sites/a')).toBe("web/getList('/sites/a/Lists/KantineThings')");
    expect(list("https://x.test/sites/l'été 1")).toBe(
      "web/getList('/sites/l''été 1/Lists/KantineThings')",
    );
  });

  it('hold only containers that there can be', () => {
    const place = (container: string) => listSetOf(container, '7');
    expect(['community', 'group:1', 'person:7'].map(place)).toEqual([
      'community',
      'group',
      'person',
    ]);
    expect(['', 'nonsense', 'group:', 'person:', 'person:8'].map(place)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    expect(isGroup('person:7')).toBe(false);
  });
});
