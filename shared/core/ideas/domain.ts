/** Ideas: half of one is welcome, and everybody sees what became of it. The work is fetched with the first call. */
import * as v from 'valibot';
import { anywhere } from '../kernel/changes.ts';
import { deskOf, groupContainer } from '../kernel/container.ts';
import { cursor, id, instant, key, text } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { InputOf, Source } from '../kernel/operation.ts';
import { preferences } from '../preferences/preference.ts';

const reading = () => import(/* webpackChunkName: 'ideas' */ './read-ideas.ts');
const deciding = () => import(/* webpackChunkName: 'ideas' */ './decide.ts');

/** Somebody in more groups is told of the first of them. */
const mostGroups = 40;

const sourcesOf = (group: string): readonly Source[] => [
  [anywhere, groupContainer(group)],
  [anywhere, deskOf(groupContainer(group))],
  [preferences, anywhere],
];

/** The newest 40 ideas of a group, or those before an earlier page. @throws Forbidden, NotFound as a wall does */
const read = query({
  input: v.strictObject({ group: id, cursor: v.optional(cursor) }),
  reads: ({ group }) => sourcesOf(group),
  run: async (host, { group, cursor: after }) => (await reading()).readBoard(host, group, after),
});

/** One idea. @throws NotFound where there is none, or the reader may not know of it */
const one = query({
  input: v.strictObject({ group: id, post: id }),
  reads: ({ group }) => sourcesOf(group),
  run: async (host, { group, post }) => (await reading()).readIdea(host, group, post),
});

/** The ideas that have waited ten working days for a word of the reader, in groups where they are a steward. */
const waiting = query({
  input: v.strictObject({ groups: v.pipe(v.array(id), v.maxLength(mostGroups)) }),
  reads: ({ groups }) => groups.flatMap(sourcesOf),
  run: async (host, { groups }) =>
    (await import(/* webpackChunkName: 'ideas' */ './waiting.ts')).readWaiting(host, groups),
});

const newIdea = v.strictObject({
  group: id,
  /** What if, for whom and what would be tried first, as `ideaText` puts them together. */
  text,
  /** Half an idea. */
  unsure: v.boolean(),
  key,
});
export type NewIdea = InputOf<{ readonly input: typeof newIdea }>;

/** Writes a post that is an idea. */
const putForward = command({
  input: newIdea,
  run: async (host, input) =>
    (await import(/* webpackChunkName: 'wall-writing' */ './put-forward.ts')).putForward(
      host,
      input,
    ),
});

const trying = v.strictObject({ group: id, post: id, tried: v.boolean() });
export type Trying = InputOf<{ readonly input: typeof trying }>;

/** Says that the reader would try the idea of a colleague, or takes that back. */
const setTried = command({
  input: trying,
  run: async (host, input): Promise<void> =>
    (await import(/* webpackChunkName: 'ideas' */ './tried.ts')).setTried(host, input),
});

const decision = v.strictObject({
  group: id,
  post: id,
  state: v.picklist(['talked', 'trying', 'adopted', 'notNow']),
  /** Why, in five words or more. */
  reason: text,
  /** Who tries it. */
  who: v.optional(id),
  /** Until when it is tried, or when it is looked at again. */
  until: v.optional(instant),
  key,
});
export type IdeaDecision = InputOf<{ readonly input: typeof decision }>;

/** Says what becomes of the idea of a colleague. Stewards only. */
const decide = command({
  input: decision,
  run: async (host, input) => (await deciding()).decide(host, input),
});

const withdrawal = v.strictObject({ group: id, post: id, reason: text, key });
export type Withdrawal = InputOf<{ readonly input: typeof withdrawal }>;

/** Takes the reader's own idea back. Its author only, and for good. */
const withdraw = command({
  input: withdrawal,
  run: async (host, input) => (await deciding()).withdraw(host, input),
});

export const operations = { read, one, waiting, putForward, setTried, decide, withdraw };
