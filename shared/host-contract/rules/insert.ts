import { communityContainer, rows } from '@kantine/core';
import { expect } from 'vitest';
import { entries, laterMarks, marks } from '../collections.ts';
import type { Rule } from '../rule.ts';
import { insert, insertEntry, labels, readById, readEntries } from '../rule.ts';

/** Keys and values that a host may confuse: with each other, with its own syntax, or with nothing. */
export const awkwardTexts = [
  '',
  ' ',
  'a',
  'A',
  'a ',
  'á',
  'a/b',
  'a%2Fb',
  'a%b',
  'a_b',
  "a'b",
  'a"b',
  'a\\b',
  'a&b=c#d?e',
  '0',
  'null',
  'https://contoso.test/sites/ledelse?a=1',
  '日本語',
  'مرحبا',
  '👩‍👩‍👧',
  'i:0#.f|membership|anna@contoso.test',
] as const;

export const insertRules: readonly Rule[] = [
  {
    id: 'INSERT-1',
    title: 'the same author with the same key gets the first record, and nothing is written',
    async check({ anna, room }) {
      const first = await insert(anna, room, 'draft', { label: 'first' });
      const second = await insertEntry(anna, room, 'draft', { label: 'second' });
      expect(second).toEqual({ record: first, inserted: false });
      expect(labels(await readEntries(anna, room))).toEqual(['first']);
    },
  },
  {
    id: 'INSERT-2',
    title: 'another author with the same key gets a record of their own',
    async check({ anna, ben, room }) {
      const hers = await insert(anna, room, 'draft', { label: 'hers' });
      const his = await insert(ben, room, 'draft', { label: 'his' });
      expect(his.id).not.toBe(hers.id);
      expect(labels(await readEntries(anna, room))).toEqual(['hers', 'his']);
      expect((await insertEntry(anna, room, 'draft')).record).toEqual(hers);
    },
  },
  {
    id: 'INSERT-3',
    title: 'several inserts of one key at the same time make one record',
    async check({ anna, room }) {
      const label = (turn: number) => ({ label: `attempt ${turn}` });
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, (_, turn) => insertEntry(anna, room, 'draft', label(turn))),
      );
      expect(new Set(outcomes.map(({ record }) => record.id)).size).toBe(1);
      expect(outcomes.filter(({ inserted }) => inserted)).toHaveLength(1);
      expect(await readEntries(anna, room)).toHaveLength(1);
    },
  },
  {
    id: 'INSERT-4',
    title: 'a key is taken only in its own collection and container',
    async check({ anna, room }) {
      const inRoom = await insert(anna, room, 'draft');
      const elsewhere = await insert(anna, communityContainer, 'draft');
      const mark = await anna.store.insert(marks, room, 'draft', { shelf: '' });
      expect(elsewhere.container).toBe(communityContainer);
      expect(mark.inserted).toBe(true);
      expect(await readById(anna, inRoom)).toEqual(inRoom);
      expect(await readEntries(anna, room)).toHaveLength(1);
    },
  },
  {
    id: 'INSERT-5',
    title: 'the key of a removed record is free again',
    async check({ anna, room }) {
      const first = await insert(anna, room, 'draft', { label: 'first' });
      await anna.store.remove(entries, first);
      const second = await insert(anna, room, 'draft', { label: 'second' });
      expect(second.id).not.toBe(first.id);
      expect(labels(await readEntries(anna, room))).toEqual(['second']);
    },
  },
  {
    id: 'INSERT-6',
    title: 'keys of any text are kept apart, and come back as they were',
    async check({ anna, room }) {
      for (const key of awkwardTexts) expect((await insert(anna, room, key)).key).toBe(key);
      const keys = (await readEntries(anna, room)).map(({ key }) => key);
      expect(keys).toEqual(awkwardTexts);
    },
  },
];

export const fieldRules: readonly Rule[] = [
  {
    id: 'FIELD-1',
    title: 'every type of column comes back as it was written',
    async check({ anna, ben, room }) {
      const fields = {
        shelf: 'shelf/1',
        label: 'Ünïcode 日本語 👩‍👩‍👧',
        body: 'First line\nsecond line\n\n<b>&amp;</b> "quoted" \'single\' 100% \\',
        rank: 7,
        amount: -12.5,
        done: true,
        tags: ['bread', 'brood, boter', '🥖', 'a;#b'],
      };
      const record = await insert(anna, room, 'a', fields);
      expect(record.fields).toEqual(fields);
      expect((await readById(ben, record))?.fields).toEqual(fields);
    },
  },
  {
    id: 'FIELD-2',
    title: 'empty texts, empty lists, zero and false are values, not absent ones',
    async check({ anna, room }) {
      const empty = { shelf: '', label: '', body: '', rank: 0, amount: 0, done: false, tags: [] };
      const record = await insert(anna, room, 'a', empty);
      expect((await readById(anna, record))?.fields).toEqual(empty);
      await anna.store.update(entries, record, { label: 'x', done: true, tags: ['x'], amount: 1 });
      const [filled] = await readEntries(anna, room);
      await anna.store.update(entries, filled ?? record, empty);
      expect((await readById(anna, record))?.fields).toEqual(empty);
    },
  },
  {
    id: 'FIELD-3',
    title: 'texts and lists of the greatest length are kept whole',
    async check({ anna, room }) {
      const longest = {
        shelf: 's'.repeat(200),
        label: 'é'.repeat(100),
        // An emoji is two UTF-16 units, and four bytes.
        body: `${'🥖'.repeat(4_000)}${'\n'.repeat(1_999)}.`,
        tags: Array.from({ length: 12 }, (_, position) => `${position}`.padEnd(200, 'x')),
      };
      const record = await insert(anna, room, 'a', longest);
      expect((await readById(anna, record))?.fields).toMatchObject(longest);
      const onShelf = await readEntries(anna, room, { index: 'byShelf', eq: longest.shelf });
      expect(onShelf).toHaveLength(1);
    },
  },
  {
    id: 'FIELD-4',
    title: 'a record that was written before a column was declared has its default',
    async check({ anna, room }) {
      const fields = { shelf: 'shelf' };
      await anna.store.insert(marks, room, 'old', fields);
      const query = rows(laterMarks, {
        container: room,
        index: 'byShelf',
        eq: 'shelf',
        order: 'ascending',
        limit: 10,
      });
      const [{ records }] = await anna.store.read([query]);
      const defaults = { mood: 'calm', weight: 7, loud: true, tags: ['plain'] };
      const [found] = records;
      expect(found?.fields).toEqual({ ...fields, ...defaults });
      const others = { mood: 'glad', weight: 0, loud: false, tags: [] };
      const again = await anna.store.insert(laterMarks, room, 'old', { ...fields, ...others });
      expect(again.record.fields).toEqual({ ...fields, ...defaults });
      const changed = await anna.store.update(laterMarks, again.record, { loud: false });
      expect(changed.fields).toEqual({ ...fields, ...defaults, loud: false });
    },
  },
];
