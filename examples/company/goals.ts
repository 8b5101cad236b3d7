/** How the company's goals were set, and what was said of them since. */
import { DAY, HOUR, timeOf } from './calendar.ts';
import { idIn } from './deed.ts';
import type { Deed, Ids } from './deed.ts';
import { goalGroup, goalPlans, goalSteward } from './goal-plans.ts';
import type { Company, CompanyGoal } from './types.ts';

export const goalsAt = (now: number): CompanyGoal[] =>
  goalPlans.map(({ at, until, days = 0, said, ...plan }, index) => ({
    ...plan,
    id: `g-${String(index + 1).padStart(2, '0')}`,
    groupId: goalGroup,
    by: goalSteward,
    days,
    createdAt: timeOf(at, now),
    // An evening, so that the day itself still counts.
    until: Math.floor(now / DAY) * DAY + until * DAY + 22 * HOUR,
    said: said.map(({ at: moment, ...each }) => ({ ...each, createdAt: timeOf(moment, now) })),
  }));

function deedsOf(goal: CompanyGoal, ids: Ids, personId: (id: string) => string): Deed[] {
  const { id, groupId, by, createdAt, said, what, metric, days, target, until, why } = goal;
  let made = '';
  const about = (nth: number) => ({
    group: idIn(ids, groupId),
    goal: made,
    key: `said-of-${id}-${nth}`,
  });
  const set: Deed = {
    at: createdAt,
    by,
    run: async ({ goals }) => {
      const input = { what, metric, days, target, until, why, owner: personId(by) };
      ({ id: made } = await goals.set({ ...input, group: idIn(ids, groupId), key: `goal-${id}` }));
    },
  };
  const say = said.map(({ kind, text, value, createdAt: at }, nth): Deed => ({
    at,
    by,
    run: ({ goals }) => {
      if (kind === 'target') return goals.retarget({ ...about(nth), text, target: value ?? 0 });
      if (kind === 'checkIn') {
        return goals.checkIn({ ...about(nth), text, ...(value === undefined ? {} : { value }) });
      }
      return goals.end({ ...about(nth), reached: kind === 'reached', learned: text });
    },
  }));
  return [set, ...say];
}

/** A company of which a test took groups away has no goals in these. */
export const goalDeeds = (
  { goals, groups }: Company,
  ids: Ids,
  personId: (id: string) => string,
): Deed[] =>
  goals
    .filter(({ groupId }) => groups.some(({ id }) => id === groupId))
    .flatMap((goal) => deedsOf(goal, ids, personId));
