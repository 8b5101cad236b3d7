import { byKeys } from '@kantine/core';
import { expect } from 'vitest';
import { entries } from '../collections.ts';
import type { Rule } from '../rule.ts';
import { expectError, insert, insertAll, labels, readById, readEntries } from '../rule.ts';

export const updateRules: readonly Rule[] = [
  {
    id: 'UPDATE-1',
    title: 'changes the columns it names and leaves the others',
    async check({ anna, ben, room }) {
      const record = await insert(anna, room, 'a', {
        label: 'old',
        body: 'stays',
        tags: ['stays'],
      });
      const changed = await anna.store.update(entries, record, { label: 'new' });
      expect(changed.fields).toEqual({ ...record.fields, label: 'new' });
      expect(await readById(ben, record)).toEqual(changed);
    },
  },
  {
    id: 'UPDATE-2',
    title: 'gives a version that the record never had before',
    async check({ anna, room }) {
      let record = await insert(anna, room, 'a');
      const versions = [record.version];
      for (const label of ['b', 'c', 'b', 'b']) {
        record = await anna.store.update(entries, record, { label });
        versions.push(record.version);
      }
      expect(new Set(versions).size).toBe(5);
    },
  },
  {
    id: 'UPDATE-3',
    title: 'from a version that is no longer the last is a Conflict, and changes nothing',
    async check({ anna, room }) {
      const stale = await insert(anna, room, 'a', { label: 'old' });
      const current = await anna.store.update(entries, stale, { label: 'new' });
      await expectError(anna.store.update(entries, stale, { label: 'late' }), 'Conflict');
      expect(await readById(anna, stale)).toEqual(current);
    },
  },
  {
    id: 'UPDATE-4',
    title: 'of a record that is gone is NotFound',
    async check({ anna, room }) {
      const record = await insert(anna, room, 'a');
      await anna.store.remove(entries, record);
      await expectError(anna.store.update(entries, record, { label: 'late' }), 'NotFound');
      expect(await readEntries(anna, room)).toEqual([]);
    },
  },
  {
    id: 'UPDATE-5',
    title: 'of somebody else’s record is Forbidden, and changes nothing',
    async check({ anna, ben, room }) {
      const record = await insert(anna, room, 'a', { label: 'hers' });
      await expectError(ben.store.update(entries, record, { label: 'his' }), 'Forbidden');
      expect(await readById(anna, record)).toEqual(record);
    },
  },
  {
    id: 'UPDATE-6',
    title: 'moves the record to its new place in every index',
    async check({ anna, room }) {
      const [a] = await insertAll(anna, room, [
        { label: 'a', shelf: 'top', rank: 1 },
        { label: 'b', shelf: 'top', rank: 2 },
      ]);
      if (!a) throw new Error('nothing was inserted');
      await anna.store.update(entries, a, { shelf: 'bottom', rank: 3 });
      const on = async (shelf: string, index = 'byShelf') =>
        labels(await readEntries(anna, room, { index, eq: shelf }));
      expect([await on('top'), await on('bottom')]).toEqual([['b'], ['a']]);
      expect(await on('bottom', 'byShelfAndRank')).toEqual(['a']);
      expect(labels(await readEntries(anna, room, { index: 'byRank' }))).toEqual(['b', 'a']);
      expect(labels(await readEntries(anna, room))).toEqual(['a', 'b']);
    },
  },
  {
    id: 'UPDATE-7',
    title: 'of one version by two at the same time succeeds once; the other is a Conflict',
    async check({ harness, anna, room }) {
      const otherWindow = await harness.connect(harness.people.anna);
      const record = await insert(anna, room, 'a', { label: 'old' });
      const outcomes = await Promise.allSettled([
        anna.store.update(entries, record, { label: 'one' }),
        otherWindow.store.update(entries, record, { label: 'two' }),
      ]);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused.map(({ reason }) => reason as unknown)).toMatchObject([{ tag: 'Conflict' }]);
      const winner = outcomes[0].status === 'fulfilled' ? 'one' : 'two';
      expect((await readById(anna, record))?.fields.label).toBe(winner);
    },
  },
];

export const removeRules: readonly Rule[] = [
  {
    id: 'REMOVE-1',
    title: 'takes the record out of every index',
    async check({ harness, anna, ben, room }) {
      const record = await insert(anna, room, 'a', { shelf: 'top' });
      await insert(anna, room, 'b', { label: 'b', shelf: 'top' });
      await anna.store.remove(entries, record);
      expect(await readById(ben, record)).toBeUndefined();
      const [byKey] = await ben.store.read([byKeys(entries, room, harness.people.anna, ['a'])]);
      expect(byKey.records).toEqual([]);
      expect(labels(await readEntries(ben, room))).toEqual(['b']);
      expect(labels(await readEntries(ben, room, { index: 'byRank' }))).toEqual(['b']);
      expect(labels(await readEntries(ben, room, { index: 'byShelf', eq: 'top' }))).toEqual(['b']);
    },
  },
  {
    id: 'REMOVE-2',
    title: 'from a version that is no longer the last is a Conflict, and the record stays',
    async check({ anna, room }) {
      const stale = await insert(anna, room, 'a');
      const current = await anna.store.update(entries, stale, { label: 'new' });
      await expectError(anna.store.remove(entries, stale), 'Conflict');
      expect(await readById(anna, stale)).toEqual(current);
    },
  },
  {
    id: 'REMOVE-3',
    title: 'of a record that is gone is NotFound',
    async check({ anna, room }) {
      const record = await insert(anna, room, 'a');
      await anna.store.remove(entries, record);
      await expectError(anna.store.remove(entries, record), 'NotFound');
    },
  },
  {
    id: 'REMOVE-4',
    title: 'of somebody else’s record is Forbidden, and the record stays',
    async check({ anna, ben, room }) {
      const record = await insert(anna, room, 'a');
      await expectError(ben.store.remove(entries, record), 'Forbidden');
      expect(await readById(anna, record)).toEqual(record);
    },
  },
];
