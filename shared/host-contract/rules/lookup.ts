import { byIds, byKeys, communityContainer, count } from '@kantine/core';
import { expect } from 'vitest';
import { entries } from '../collections.ts';
import type { Rule } from '../rule.ts';
import { entryQuery, expectError, insert, insertAll, labels } from '../rule.ts';
import { awkwardTexts } from './insert.ts';

export const lookupRules: readonly Rule[] = [
  {
    id: 'LOOKUP-1',
    title: 'records are found by their ids, in the order asked; ids of nothing are left out',
    async check({ anna, ben, room }) {
      const [a, b] = await insertAll(anna, room, [{ label: 'a' }, { label: 'b' }]);
      const elsewhere = await insert(anna, communityContainer, 'c', { label: 'c' });
      const ids = [b?.id ?? '', 'nothing', '', '../1', elsewhere.id.repeat(3), a?.id ?? ''];
      const [{ records, cursor }] = await ben.store.read([byIds(entries, room, ids)]);
      expect(labels(records)).toEqual(['b', 'a']);
      expect(cursor).toBeUndefined();
    },
  },
  {
    id: 'LOOKUP-2',
    title: 'a record is found only in its own container',
    async check({ anna, room }) {
      const record = await insert(anna, room, 'a', { label: 'in the room' });
      const outside = await insert(anna, communityContainer, 'b', { label: 'outside' });
      const ids = [record.id, outside.id];
      const [{ records }] = await anna.store.read([byIds(entries, communityContainer, ids)]);
      expect(labels(records).filter((label) => label !== 'outside')).toEqual([]);
      const moved = { ...record, container: communityContainer, id: `${record.id}0` };
      await expectError(anna.store.update(entries, moved, { label: 'moved' }), 'NotFound');
      await expectError(anna.store.remove(entries, moved), 'NotFound');
    },
  },
  {
    id: 'LOOKUP-3',
    title: 'records are found by author and key, and never those of another author',
    async check({ harness: { people }, anna, ben, room }) {
      await insertAll(anna, room, [{ label: 'a' }, { label: 'b' }]);
      await insert(ben, room, 'a', { label: 'his' });
      const ask = async (author: string, keys: readonly string[]) => {
        const [{ records }] = await ben.store.read([byKeys(entries, room, author, keys)]);
        return labels(records);
      };
      expect(await ask(people.anna, ['b', 'none', 'a'])).toEqual(['b', 'a']);
      expect(await ask(people.ben, ['a', 'b'])).toEqual(['his']);
      expect(await ask(people.zoe, ['a', 'b'])).toEqual([]);
    },
  },
  {
    id: 'LOOKUP-4',
    title: 'keys of any text are found, up to 60 at once',
    async check({ harness: { people }, anna, room }) {
      for (const key of awkwardTexts) await insert(anna, room, key);
      const none = Array.from({ length: 60 - awkwardTexts.length }, (_, n) => `none ${n}`);
      const wanted = [...awkwardTexts, ...none];
      const [{ records }] = await anna.store.read([byKeys(entries, room, people.anna, wanted)]);
      expect(records.map(({ key }) => key)).toEqual(awkwardTexts);
      const [{ records: same }] = await anna.store.read([
        byIds(
          entries,
          room,
          records.map(({ id }) => id),
        ),
      ]);
      expect(same).toEqual(records);
    },
  },
];

export const countRules: readonly Rule[] = [
  {
    id: 'COUNT-1',
    title: 'counts the records for each value of a column, in one value, several, or the container',
    async check({ anna, room }) {
      const all = [
        ['x', 'red'],
        ['x', 'blue'],
        ['y', 'red'],
        ['z', 'red'],
      ] as const;
      for (const [shelf, body] of all) await insert(anna, room, shelf + body, { shelf, body });
      const by = { container: room, by: 'body', distinctAuthors: false } as const;
      const [one, two, whole, none] = await anna.store.read([
        count(entries, { ...by, index: 'byShelf', eq: 'x' }),
        count(entries, { ...by, index: 'byShelf', in: ['x', 'y', 'y', 'none'] }),
        count(entries, { ...by, index: 'recent' }),
        count(entries, { ...by, index: 'byShelf', in: [] }),
      ]);
      expect(one).toEqual(
        new Map([
          ['red', 1],
          ['blue', 1],
        ]),
      );
      expect(two).toEqual(
        new Map([
          ['red', 2],
          ['blue', 1],
        ]),
      );
      expect(whole).toEqual(
        new Map([
          ['red', 3],
          ['blue', 1],
        ]),
      );
      expect(none).toEqual(new Map());
    },
  },
  {
    id: 'COUNT-2',
    title: 'distinctAuthors counts an author once for a value, however many records they wrote',
    async check({ anna, ben, room }) {
      for (const [host, key, label, shelf] of [
        [anna, '1', 'red', 'x'],
        [anna, '2', 'red', 'x'],
        [anna, '3', 'red', 'y'],
        [anna, '4', 'blue', 'x'],
        [ben, '1', 'red', 'x'],
      ] as const) {
        await insert(host, room, key, { label, shelf });
      }
      const [counts] = await ben.store.read([
        count(entries, {
          container: room,
          index: 'byShelf',
          in: ['x', 'y'],
          by: 'label',
          distinctAuthors: true,
        }),
      ]);
      expect(counts).toEqual(
        new Map([
          ['red', 2],
          ['blue', 1],
        ]),
      );
    },
  },
  {
    id: 'COUNT-3',
    title:
      'keyed counts only records whose key is the value up to its last bar, so each key counts once',
    async check({ anna, ben, room }) {
      for (const [host, key, label] of [
        [anna, 'post:1', 'post:1|like'],
        [ben, 'post:1', 'post:1|love'],
        [ben, 'post:2', 'post:1|like'],
        [ben, 'other', 'post:1|love'],
        [ben, 'post:10', 'post:1|like'],
        [ben, 'post:', 'post:1|like'],
        [ben, 'post:1|like', 'post:1|like'],
        [ben, 'post:3', 'post:3'],
        [ben, 'a|b', 'a|b|like'],
      ] as const) {
        await insert(host, room, key, { label });
      }
      const [counts] = await anna.store.read([
        count(entries, {
          container: room,
          index: 'byShelf',
          eq: 'shelf',
          by: 'label',
          distinctAuthors: false,
          keyed: true,
        }),
      ]);
      expect(counts).toEqual(
        new Map([
          ['post:1|like', 1],
          ['post:1|love', 1],
          ['post:3', 1],
          ['a|b|like', 1],
        ]),
      );
    },
  },
  {
    id: 'COUNT-4',
    title: 'counts follow updates and removals, and go beyond what one query returns',
    async check({ anna, room }) {
      const all = Array.from({ length: 130 }, (_, n) => ({ label: `${n}`, body: 'old' }));
      const [first, second] = await insertAll(anna, room, all);
      if (!first || !second) throw new Error('nothing was inserted');
      await anna.store.update(entries, first, { body: 'new' });
      await anna.store.remove(entries, second);
      const [counts] = await anna.store.read([
        count(entries, { container: room, index: 'recent', by: 'body', distinctAuthors: false }),
      ]);
      expect(counts).toEqual(
        new Map([
          ['old', 128],
          ['new', 1],
        ]),
      );
    },
  },
];

export const readRules: readonly Rule[] = [
  {
    id: 'READ-1',
    title: 'several questions get as many answers, in their order, of each one’s kind',
    async check({ anna, room }) {
      const record = await insert(anna, room, 'a', { label: 'a' });
      const answers = await anna.store.read([
        count(entries, { container: room, index: 'recent', by: 'label', distinctAuthors: true }),
        entryQuery(room, { index: 'byShelf', eq: 'none' }),
        byIds(entries, room, [record.id]),
        entryQuery(communityContainer),
      ]);
      expect(answers).toEqual([
        new Map([['a', 1]]),
        { records: [] },
        { records: [record] },
        { records: [] },
      ]);
      expect(await anna.store.read([])).toEqual([]);
    },
  },
  {
    id: 'READ-2',
    title: 'many questions take no more round trips than one',
    async check({ harness, anna, room }) {
      await insertAll(anna, room, [{ label: 'a' }, { label: 'b' }]);
      const questions = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((shelf) =>
        entryQuery(room, { index: 'byShelf', eq: shelf }),
      );
      const tripsFor = async (asked: typeof questions) => {
        const before = harness.roundTrips();
        await anna.store.read(asked);
        return harness.roundTrips() - before;
      };
      // A request that a host sends only once, such as a sign-in, is no trip of the question.
      await anna.store.read([entryQuery(room)]);
      const single = await tripsFor(questions.slice(0, 1));
      expect(single).toBeGreaterThan(0);
      expect(await tripsFor(questions)).toBe(single);
    },
  },
];
