import { expect } from 'vitest';
import { entries, entry } from '../collections.ts';
import type { Rule } from '../rule.ts';
import { insert, readById } from '../rule.ts';

const hour = 3_600_000;
/** A forged stamp: another person, another time. */
const forgery = {
  id: 'forged',
  container: 'community',
  author: 'forged',
  created: 1,
  modified: 1,
  version: 'forged',
  key: 'forged',
};

export const stampRules: readonly Rule[] = [
  {
    id: 'STAMP-1',
    title: 'the host stamps id, container, author, time, version and key on a new record',
    async check({ harness: { people }, anna, ben, room }) {
      const record = await insert(anna, room, 'a');
      expect(record).toMatchObject({ container: room, author: people.anna, key: 'a' });
      expect(record.id).toEqual(expect.stringMatching(/./));
      expect(record.version).toEqual(expect.stringMatching(/./));
      expect(record.modified).toBe(record.created);
      expect(Math.abs(record.created - anna.clock.now())).toBeLessThan(60_000);
      expect(await readById(ben, record)).toEqual(record);
    },
  },
  {
    id: 'STAMP-2',
    title: 'fields of a new record that look like stamps change nothing',
    async check({ harness: { people }, anna, room }) {
      const fields = { ...entry({ label: 'kept' }), ...forgery };
      const { record } = await anna.store.insert(entries, room, 'a', fields);
      expect(record).toMatchObject({ container: room, author: people.anna, key: 'a' });
      expect(record.fields.label).toBe('kept');
      expect([record.id, record.version]).not.toContain('forged');
      expect(record.created).toBeGreaterThan(hour);
      expect(await readById(anna, record)).toMatchObject({ author: people.anna, key: 'a' });
    },
  },
  {
    id: 'STAMP-3',
    title: 'fields of an update that look like stamps change nothing',
    async check({ harness: { people }, anna, room }) {
      const record = await insert(anna, room, 'a');
      const changed = await anna.store.update(entries, record, { label: 'new', ...forgery });
      const { id, created } = record;
      const stamp = { id, created, container: room, author: people.anna, key: 'a' };
      expect(changed).toMatchObject(stamp);
      expect(changed.fields.label).toBe('new');
      expect(changed.version).not.toBe('forged');
      expect(changed.modified).toBeGreaterThanOrEqual(created);
      expect(await readById(anna, record)).toMatchObject(stamp);
    },
  },
  {
    id: 'STAMP-4',
    title: 'an update moves the time of change on, and the time of creation stays',
    async check({ harness, anna, room }) {
      const record = await insert(anna, room, 'a');
      harness.advance(hour);
      const changed = await anna.store.update(entries, record, { label: 'new' });
      expect(changed.created).toBe(record.created);
      expect(changed.modified - record.modified).toBeGreaterThanOrEqual(hour);
      expect(changed.modified - record.modified).toBeLessThan(2 * hour);
    },
  },
  {
    id: 'STAMP-5',
    title: 'each record has an id of its own, and a later one is created no earlier',
    async check({ harness, anna, ben, room }) {
      const records = [];
      for (const [turn, host] of [anna, ben, anna, ben].entries()) {
        records.push(await insert(host, room, `key ${turn}`));
        harness.advance(turn * 1000);
      }
      expect(new Set(records.map(({ id }) => id)).size).toBe(4);
      for (const { id } of records) expect(id).toMatch(/^[^|]{1,100}$/);
      const times = records.map(({ created }) => created);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    },
  },
];
