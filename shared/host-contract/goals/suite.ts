/** The numbers of goals, as one suite that any host registers. */
import { createCommunity, fewestPeople, monthOf, monthStart } from '@kantine/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveThrough } from './history.ts';
import type { GoalWorld } from './history.ts';
import { calendar, recount } from './recount.ts';

/** Counted from rows wherever they lie. */
export const goalRules = ['GOALS-1'] as const;

const asked = [
  { metric: 'answeredShare', days: 2 },
  { metric: 'newcomersGreeted', days: 3 },
  { metric: 'ideasDecided', days: 10 },
  { metric: 'medianHoursToFirstReply', days: 0 },
  { metric: 'contributors', days: 0 },
] as const;

interface Amount {
  /** How many groups live, one after the other. */
  readonly histories: number;
  /** How often something happens in each. */
  readonly steps: number;
}

/**
 * Registers that the numbers of goals equal a recount of what people did.
 * @param openWorld makes a fresh organisation of six people or more.
 */
export function describeGoalNumbers(
  name: string,
  openWorld: () => Promise<GoalWorld>,
  { histories, steps }: Amount,
): void {
  describe(`${goalRules.join(', ')}: the numbers of goals on ${name}`, () => {
    let world: GoalWorld;
    beforeAll(async () => {
      world = await openWorld();
    });
    afterAll(() => world.close());

    it(`equal an independent recount over ${histories} random histories, and hide what is about fewer than five`, async () => {
      const shown = new Map<string, number>();
      // Other histories each time; a failure names its seed.
      const first = Math.floor(Math.random() * 1_000_000);
      for (let seed = first; seed < first + histories; seed += 1) {
        const { group, told } = await liveThrough(world, seed, steps);
        const { goals } = createCommunity(world.connect(world.people[1] ?? ''));
        const last = Math.max(
          ...told.flatMap(({ at, replies }) => [at, ...replies.map((each) => each.at)]),
        );
        for (const month of [monthOf(last) - 1, monthOf(last)]) {
          for (const { metric, days } of asked) {
            const { months, at } = await goals.measure({ group, metric, days, months: [month] });
            const [value, behind] = recount(told, metric, calendar(monthStart(month)), at);
            const expected = behind < fewestPeople ? undefined : value;
            expect(months, `${metric} of ${month} in the history of seed ${seed}`).toEqual([
              { month, ...(expected === undefined ? {} : { value: expected }) },
            ]);
            if (expected !== undefined) shown.set(metric, (shown.get(metric) ?? 0) + 1);
          }
        }
      }
      // Histories in which everything is hidden would prove nothing.
      expect(shown.get('contributors') ?? 0).toBeGreaterThan(0);
      expect(shown.size).toBeGreaterThan(2);
    });
  });
}
