import { expect } from 'vitest';
import type { Rule } from '../rule.ts';
import { insert, labels, readEntries } from '../rule.ts';

export const identityRules: readonly Rule[] = [
  {
    id: 'IDENTITY-1',
    title: 'the host says who is signed in, and says the same every time',
    async check({ harness: { people }, anna, ben }) {
      expect(await anna.identity.me()).toBe(people.anna);
      expect(await ben.identity.me()).toBe(people.ben);
      expect(await anna.identity.me()).toBe(people.anna);
    },
  },
  {
    id: 'IDENTITY-2',
    title: 'two people on one store are two people, who see what the other wrote',
    async check({ harness: { people }, anna, ben, room }) {
      const hers = await insert(anna, room, 'a', { label: 'a' });
      const his = await insert(ben, room, 'b', { label: 'b' });
      expect([hers.author, his.author]).toEqual([people.anna, people.ben]);
      for (const host of [anna, ben]) {
        expect(labels(await readEntries(host, room))).toEqual(['a', 'b']);
      }
    },
  },
  {
    id: 'IDENTITY-3',
    title: 'new keys are long and never the same',
    async check({ anna, ben }) {
      const keys = Array.from({ length: 100 }, (_, turn) => (turn % 2 ? anna : ben).ids.next());
      expect(new Set(keys).size).toBe(100);
      expect(Math.min(...keys.map((key) => key.length))).toBeGreaterThanOrEqual(21);
    },
  },
];
