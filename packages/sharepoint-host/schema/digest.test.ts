import { describe, expect, it } from 'vitest';
import { collection } from '@kantine/core';
import { digestOf, ownerDigest, partitionDigest } from './digest.ts';
import { indexColumn } from './columns.ts';
import { columnsOf, isIndexed } from './list-columns.ts';
import { checkShelves } from './check-shelves.ts';
import { allLists, closedKinds } from './list-specs.ts';
import { listName, listPath } from './lists.ts';
import { isProof, listSetOf } from './list-sets.ts';
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

const shelves = [
  'KantineMore',
  'KantineMoreOfGroups',
  'KantineMoreOfPeople',
  'KantineGoverned',
  'KantineOffice',
  'KantineDeskOfGroups',
  'KantineLetters',
];

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
      ...shelves,
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
    const beside = ['governed', 'office', 'desk:group:1', 'letters:group:1', 'letters:closed:1'];
    expect(beside.map(place)).toEqual(['governed', 'office', 'desk', 'letters', 'letters']);
    expect(['closed:1', 'desk:closed:1'].map(place)).toEqual([
      { closed: 'closed:1', isDesk: false },
      { closed: 'closed:1', isDesk: true },
    ]);
    const unknown = ['desk:', 'desk:community', 'desk:person:7', 'letters:office', 'desk:desk:1'];
    expect(unknown.map(place)).toEqual(unknown.map(() => undefined));
  });

  it('prove something by what lies in them where owners or stewards alone write, or each for themselves', () => {
    const proves = (container: string) => isProof(listSetOf(container, '7') ?? 'community');
    const beside = ['governed', 'office', 'desk:group:1', 'desk:closed:1', 'letters:group:1'];
    expect(beside.every(proves)).toBe(true);
    expect(['community', 'group:1', 'person:7', 'closed:1'].some(proves)).toBe(false);
  });
});

describe('a list that small collections share', () => {
  const small = (name: string) =>
    collection({
      ...testFacts,
      name,
      size: 'few',
      fields: { words: { type: 'text', max: 20 } },
      indexes: { recent: { order: 'created', spare: 1 } },
    });
  const [wishes, rules] = [small('wishes'), small('rules')];

  it('is the same for all of them, and there before any of them is', () => {
    expect(listName(wishes, 'group')).toBe(listName(rules, 'group'));
    expect(allLists([wishes, rules]).map(({ name }) => name)).toEqual(
      allLists([]).map(({ name }) => name),
    );
    expect(closedKinds([wishes, rules]).map(({ kind }) => kind)).toEqual([
      'KantineAsksIn',
      'KantineMoreIn',
      'KantineDeskIn',
    ]);
  });

  it('has columns that fit any of them, and none that takes a value once', () => {
    const names = ['KtOwner', 'KtKind', 'KtKey', 'KtFields', 'Author', 'Modified'];
    const spare = ['KtIx1', 'KtIx2', 'KtIx3', 'KtIx4', 'KtIx5'];
    for (const { name, columns } of allLists([wishes])) {
      if (!shelves.includes(name)) continue;
      expect(columns.map((column) => column.name)).toEqual([...names, ...spare]);
      expect(columns.some(({ kind }) => kind === 'unique')).toBe(false);
    }
  });

  it('tells their rows apart by every digest', async () => {
    const [one, other] = [wishes, rules].map((each) => ({
      collection: each,
      container: 'community',
    }));
    if (!one || !other) throw new Error('There are two.');
    expect(await ownerDigest(one, '7', 'a')).not.toBe(await ownerDigest(other, '7', 'a'));
    expect(await partitionDigest(one, 'recent', '')).not.toBe(
      await partitionDigest(other, 'recent', ''),
    );
  });

  it('takes no collection whose index names no spare column, and none that would have its name', () => {
    const without = { ...wishes, indexes: { recent: { order: 'created' } } };
    expect(() => checkShelves([without])).toThrow('wishes.recent: an index of a small collection');
    const more = collection({ ...testFacts, name: 'more', fields: {}, indexes: {} });
    expect(() => checkShelves([more])).toThrow('KantineMore: two lists');
    expect(() => checkShelves([wishes, rules])).not.toThrow();
  });
});
