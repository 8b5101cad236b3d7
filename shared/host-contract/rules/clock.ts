import { expect } from 'vitest';
import type { Rule } from '../rule.ts';
import { insert } from '../rule.ts';

const day = 24 * 3_600_000;
/** The server's seconds may be whole ones, and an answer takes its time. */
const moment = 5_000;

export const clockRules: readonly Rule[] = [
  {
    id: 'CLOCK-1',
    title: 'the host’s time is that of its stamps, whatever the reader’s clock says',
    async check({ harness, room }) {
      for (const ahead of [9 * day, -9 * day]) {
        const late = await harness.connect(harness.people.ben, ahead);
        const before = await late.clock.server();
        const { created } = await insert(late, room, `${ahead}`);
        expect(Math.abs(created - before)).toBeLessThan(moment);
        expect(Math.abs((await late.clock.server()) - created)).toBeLessThan(moment);
      }
    },
  },
  {
    id: 'CLOCK-2',
    title: 'the host’s time moves on',
    async check({ harness, anna, room }) {
      const before = await anna.clock.server();
      harness.advance(day);
      await insert(anna, room, 'a');
      expect((await anna.clock.server()) - before).toBeGreaterThanOrEqual(day - moment);
      expect((await anna.clock.server()) - before).toBeLessThan(day + 60_000);
    },
  },
];
