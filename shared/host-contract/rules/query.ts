import { communityContainer, count, groupContainer } from '@kantine/core';
import type { Query } from '@kantine/core';
import { expect } from 'vitest';
import { entries, marks } from '../collections.ts';
import type { Rule } from '../rule.ts';
import { entryQuery, insert, insertAll, labels, readEntries } from '../rule.ts';
import { awkwardTexts } from './insert.ts';

const letters = (text: string) => Array.from(text).map((label, rank) => ({ label, rank }));

export const queryRules: readonly Rule[] = [
  {
    id: 'QUERY-1',
    title: 'eq finds the records of one value, and of no other',
    async check({ anna, ben, room }) {
      await insertAll(anna, room, [
        { label: 'a', shelf: 'top' },
        { label: 'b', shelf: 'to' },
        { label: 'c', shelf: 'topmost' },
      ]);
      await insert(ben, room, 'd', { label: 'd', shelf: 'top' });
      const found = await readEntries(ben, room, { index: 'byShelf', eq: 'top' });
      expect(labels(found)).toEqual(['a', 'd']);
      expect(await readEntries(ben, room, { index: 'byShelf', eq: 'cellar' })).toEqual([]);
    },
  },
  {
    id: 'QUERY-2',
    title: 'values of any text are kept apart, the empty one included',
    async check({ anna, room }) {
      await insertAll(
        anna,
        room,
        awkwardTexts.map((shelf, position) => ({ label: `entry ${position}`, shelf })),
      );
      for (const shelf of awkwardTexts) {
        const found = await readEntries(anna, room, { index: 'byShelf', eq: shelf });
        expect(found.map(({ fields }) => fields.shelf)).toEqual([shelf]);
      }
    },
  },
  {
    id: 'QUERY-3',
    title: 'in answers value by value, up to the limit for each, and names none twice',
    async check({ anna, room }) {
      const shelves = ['x', 'x', 'y', 'x', 'y', 'z'];
      const all = shelves.map((shelf, turn) => ({ label: `${shelf}${turn}`, shelf }));
      await insertAll(anna, room, all);
      const found = await readEntries(anna, room, {
        index: 'byShelf',
        in: ['y', 'none', 'x', 'y'],
        order: 'descending',
        limit: 2,
      });
      expect(labels(found)).toEqual(['y4', 'y2', 'x3', 'x1']);
    },
  },
  {
    id: 'QUERY-4',
    title: 'in takes up to 60 values, and none at all',
    async check({ anna, room }) {
      const shelves = Array.from({ length: 60 }, (_, position) => `shelf ${position}`);
      await insertAll(anna, room, [
        { label: 'first', shelf: 'shelf 0' },
        { label: 'last', shelf: 'shelf 59' },
      ]);
      const ask = async (values: readonly string[]) =>
        labels(await readEntries(anna, room, { index: 'byShelf', in: values }));
      expect(await ask(shelves)).toEqual(['first', 'last']);
      expect(await ask([])).toEqual([]);
    },
  },
  {
    id: 'QUERY-5',
    title: 'a query without a value covers its whole container, and nothing beyond it',
    async check({ anna, room }) {
      const elsewhere = groupContainer('contract-2');
      await anna.containers.create(elsewhere);
      await insertAll(anna, room, [
        { label: 'a', shelf: 'x' },
        { label: 'b', shelf: 'y' },
      ]);
      await insert(anna, elsewhere, 'c', { label: 'c' });
      await insert(anna, communityContainer, 'd', { label: 'd' });
      await anna.store.insert(marks, room, 'e', { shelf: 'x' });
      expect(labels(await readEntries(anna, room))).toEqual(['a', 'b']);
      expect(labels(await readEntries(anna, elsewhere))).toEqual(['c']);
      const [{ records }] = await anna.store.read([entryQuery(communityContainer)]);
      expect(labels(records)).toEqual(['d']);
    },
  },
  {
    id: 'QUERY-6',
    title: 'records come in the order of the index, and backwards when asked',
    async check({ harness, anna, room }) {
      for (const fields of [
        { label: 'c', rank: 30 },
        { label: 'a', rank: 4 },
        { label: 'b', rank: 200 },
      ]) {
        await insert(anna, room, fields.label, fields);
        harness.advance(1000);
      }
      const ask = async (index: string, order: 'ascending' | 'descending') =>
        labels(await readEntries(anna, room, { index, order }));
      expect(await ask('recent', 'ascending')).toEqual(['c', 'a', 'b']);
      expect(await ask('recent', 'descending')).toEqual(['b', 'a', 'c']);
      expect(await ask('byRank', 'ascending')).toEqual(['a', 'c', 'b']);
      expect(await ask('byRank', 'descending')).toEqual(['b', 'c', 'a']);
    },
  },
  {
    id: 'QUERY-7',
    title: 'records that are equal in the order keep one order, the one they were inserted in',
    async check({ anna, room }) {
      await insertAll(
        anna,
        room,
        Array.from('abcdefghijkl').map((label) => ({ label, rank: 5 })),
      );
      const asked = { index: 'byShelfAndRank', eq: 'shelf' } as const;
      const up = labels(await readEntries(anna, room, asked));
      expect(up.join('')).toBe('abcdefghijkl');
      const down = labels(await readEntries(anna, room, { ...asked, order: 'descending' }));
      expect(down.join('')).toBe('lkjihgfedcba');
    },
  },
  {
    id: 'QUERY-8',
    title: 'a range includes both its bounds, and may leave one open',
    async check({ harness, anna, room }) {
      const records = [];
      for (const fields of letters('abcde')) {
        records.push(await insert(anna, room, fields.label, fields));
        harness.advance(1000);
      }
      const ask = async (index: string, range: { from?: number; to?: number }, eq?: string) =>
        labels(
          await readEntries(anna, room, { index, range, ...(eq === undefined ? {} : { eq }) }),
        );
      expect(await ask('byRank', { from: 1, to: 3 })).toEqual(['b', 'c', 'd']);
      expect(await ask('byRank', { from: 3 })).toEqual(['d', 'e']);
      expect(await ask('byShelfAndRank', { to: 1 }, 'shelf')).toEqual(['a', 'b']);
      expect(await ask('byRank', { from: 4, to: 1 })).toEqual([]);
      const [from, to] = [records[1]?.created ?? 0, records[2]?.created ?? 0];
      expect(await ask('recent', { from, to })).toEqual(['b', 'c']);
    },
  },
  {
    id: 'QUERY-9',
    title: 'a query returns no more than its limit, which may be 1 to 100',
    async check({ anna, room }) {
      const all = Array.from({ length: 101 }, (_, turn) => ({ label: `${turn}` }));
      await insertAll(anna, room, all);
      for (const limit of [1, 2, 100]) {
        expect(await readEntries(anna, room, { limit })).toHaveLength(limit);
      }
    },
  },
  {
    id: 'QUERY-10',
    title: 'a question that no host could answer is a RangeError',
    async check({ anna, room }) {
      const query = entryQuery(room);
      const unanswerable: readonly Query[] = [
        { ...query, index: 'nowhere' },
        { ...query, index: 'byShelf' },
        { ...query, eq: 'a value, but this index has no partition' },
        { ...query, index: 'byShelf', eq: 'a', in: ['a'] },
        { ...query, index: 'byShelf', in: Array.from({ length: 61 }, (_, n) => `${n}`) },
        { ...query, index: 'byShelf', in: ['a'], cursor: 'a' },
        ...[0, -1, 101, 1.5, Number.NaN].map((limit) => ({ ...query, limit })),
        count(entries, { container: room, index: 'recent', by: 'rank', distinctAuthors: false }),
      ];
      for (const unanswered of unanswerable) {
        await expect(anna.store.read([unanswered])).rejects.toBeInstanceOf(RangeError);
      }
    },
  },
  {
    id: 'QUERY-11',
    title: 'with an author only their records come, in pages of the limit, whatever others wrote',
    async check({ anna, ben, room }) {
      const wide = Array.from({ length: 120 }, (_, turn) => ({ label: `${turn}`, shelf: 'top' }));
      await insertAll(ben, room, wide);
      for (const label of ['a', 'b', 'c']) await insert(anna, room, label, { label, shelf: 'top' });
      await insert(anna, room, 'd', { label: 'd', shelf: 'cellar' });
      const me = await anna.identity.me();
      const own = {
        ...entryQuery(room),
        index: 'byShelf',
        eq: 'top',
        author: me,
        limit: 2,
      } as const;
      for (const host of [anna, ben]) {
        const [first] = await host.store.read([own]);
        expect(labels(first.records)).toEqual(['a', 'b']);
        const [next] = await host.store.read([{ ...own, cursor: first.cursor ?? '' }]);
        expect([labels(next.records), next.cursor]).toEqual([['c'], undefined]);
        const newest = { ...own, order: 'descending', limit: 1 } as const;
        const [last] = await host.store.read([newest]);
        expect(labels(last.records)).toEqual(['c']);
        const both = { ...entryQuery(room), index: 'byShelf', author: me, limit: 2 } as const;
        const [several] = await host.store.read([{ ...both, in: ['cellar', 'top'] }]);
        expect(labels(several.records)).toEqual(['d', 'a', 'b']);
      }
    },
  },
];
