/** Goals of groups: what should be better, by when, and how it goes. The work is fetched with the first call. */
import * as v from 'valibot';
import { anywhere } from '../kernel/changes.ts';
import { communityContainer, deskOf, groupContainer, isClosed } from '../kernel/container.ts';
import { id, instant, key, numberOf, personId, text } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { InputOf, Source } from '../kernel/operation.ts';
import { memberships } from '../groups/collections.ts';
import { metrics } from './limits.ts';

const reading = () => import(/* webpackChunkName: 'goals' */ './read-goals.ts');
const counting = () => import(/* webpackChunkName: 'goals' */ './read-numbers.ts');
const writing = () => import(/* webpackChunkName: 'goals' */ './write-goals.ts');

/** So many months one question is about. */
const mostMonths = 4;

const sourcesOf = (group: string): readonly Source[] => [
  [anywhere, groupContainer(group)],
  [anywhere, deskOf(groupContainer(group))],
];

/** The goals of a group with what was said of them, without their numbers. @throws Forbidden, NotFound as a wall does */
const read = query({
  input: v.strictObject({ group: id }),
  reads: ({ group }) => [
    ...sourcesOf(group),
    ...(isClosed(group) ? [] : [[memberships, communityContainer] as const]),
  ],
  run: async (host, { group }) => (await reading()).readBoard(host, group),
});

/** A month as `monthOf` gives it. */
const month = numberOf(0, 200_000);

/** The numbers of some months, counted from what happened in the group. */
const measure = query({
  input: v.strictObject({
    group: id,
    metric: v.picklist(metrics.filter((metric) => metric !== 'byHand')),
    /** Within how many days; 0 where the metric has none. */
    days: numberOf(0, 60),
    months: v.pipe(v.array(month), v.maxLength(mostMonths)),
  }),
  reads: ({ group }) => sourcesOf(group),
  run: async (host, input) => (await counting()).readNumbers(host, input),
});

const newGoal = v.strictObject({
  group: id,
  what: text,
  metric: v.picklist(metrics),
  /** Within how many days; 0 where the metric has none. */
  days: numberOf(0, 60),
  target: numberOf(0, Number.MAX_SAFE_INTEGER),
  until: instant,
  owner: personId,
  why: text,
  key,
});
export type NewGoal = InputOf<{ readonly input: typeof newGoal }>;

/** Sets a goal. Stewards of groups of five people or more only. */
const set = command({
  input: newGoal,
  run: async (host, input) => (await writing()).setGoal(host, input),
});

const checkingIn = v.strictObject({
  group: id,
  goal: id,
  text,
  /** What was counted by hand. */
  value: v.optional(numberOf(0, Number.MAX_SAFE_INTEGER)),
  key,
});
export type GoalCheckIn = InputOf<{ readonly input: typeof checkingIn }>;

/** Says how a goal goes. Stewards only. */
const checkIn = command({
  input: checkingIn,
  run: async (host, input) => (await writing()).checkIn(host, input),
});

const newTarget = v.strictObject({
  group: id,
  goal: id,
  target: numberOf(0, Number.MAX_SAFE_INTEGER),
  /** Why. */
  text,
  key,
});
export type NewTarget = InputOf<{ readonly input: typeof newTarget }>;

/** Gives a goal another target. Stewards only. */
const retarget = command({
  input: newTarget,
  run: async (host, input) => (await writing()).retarget(host, input),
});

const ending = v.strictObject({
  group: id,
  goal: id,
  reached: v.boolean(),
  /** What the group learned, in five words or more. */
  learned: text,
  key,
});
export type GoalEnd = InputOf<{ readonly input: typeof ending }>;

/** Says that a goal was reached or not, and what was learned. Stewards only, and for good. */
const end = command({
  input: ending,
  run: async (host, input) => (await writing()).end(host, input),
});

export const operations = { read, measure, set, checkIn, retarget, end };
