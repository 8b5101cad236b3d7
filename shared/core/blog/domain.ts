/** Articles: drafts of one's own, and what people published in groups. Writing is fetched with its first call. */
import * as v from 'valibot';
import { anywhere } from '../kernel/changes.ts';
import { deskOf, groupContainer } from '../kernel/container.ts';
import { cursor, id, instant, key, nothing, text } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { InputOf, Source } from '../kernel/operation.ts';
import { preferences } from '../preferences/preference.ts';
import { acts } from '../stewards/acts.ts';
import { posts } from '../wall/message.ts';
import { articles, bodies } from './collections.ts';
import { coverColours, coverIcons } from './cover.ts';
import { readArticles, readNewest } from './read.ts';
import { readSubscriptions, subscribe, unsubscribe } from './subscribing.ts';

const opening = () => import(/* webpackChunkName: 'blog-one' */ './one.ts');
const drafting = () => import(/* webpackChunkName: 'blog-pages' */ './draft.ts');
const publishing = () => import(/* webpackChunkName: 'blog-pages' */ './publish.ts');

/** Somebody in more groups reads of the first of them. */
const mostGroups = 30;

const writtenFields = {
  title: text,
  lead: text,
  text,
  cover: v.strictObject({ colour: v.picklist(coverColours), icon: v.picklist(coverIcons) }),
  /** What its series is called; empty for none. */
  series: text,
};

const sourcesOf = (group: string): readonly Source[] => [
  [articles, groupContainer(group)],
  [acts, groupContainer(group)],
  [acts, deskOf(groupContainer(group))],
];

/** The articles of a group, of one writer there, or the parts of a series of theirs. */
const read = query({
  input: v.strictObject({
    group: id,
    writer: v.optional(id),
    series: v.optional(id),
    cursor: v.optional(cursor),
  }),
  reads: ({ group }) => sourcesOf(group),
  run: readArticles,
});

/** The latest articles of some groups together. */
const newest = query({
  input: v.strictObject({ groups: v.pipe(v.array(id), v.maxLength(mostGroups)) }),
  reads: ({ groups }) => groups.flatMap(sourcesOf),
  run: (host, { groups }) => readNewest(host, groups),
});

/** An article with everything beside it. */
const sourcesOfOne = ({ group }: { readonly group: string }): readonly Source[] => [
  ...sourcesOf(group),
  [bodies, groupContainer(group)],
  [posts, groupContainer(group)],
  [preferences, anywhere],
];

/** One article. NotFound where the reader may not know of it. */
const one = query({
  input: v.strictObject({ group: id, id }),
  reads: sourcesOfOne,
  run: async (host, input) => (await opening()).readArticle(host, input),
});

/** The article that a post on the wall announces. NotFound where there is none, or the reader may not know of it. */
const announced = query({
  input: v.strictObject({ group: id, post: id }),
  reads: sourcesOfOne,
  run: async (host, input) => (await opening()).readAnnounced(host, input),
});

/** The reader's drafts, and what waits to appear in some groups. */
const own = query({
  input: v.strictObject({ groups: v.optional(v.pipe(v.array(id), v.maxLength(mostGroups))) }),
  reads: () => [[articles, anywhere]],
  run: async (host, { groups = [] }) => (await drafting()).readOwn(host, groups),
});

const draft = query({
  input: v.strictObject({ key }),
  reads: () => [
    [articles, anywhere],
    [bodies, anywhere],
  ],
  run: async (host, { key: named }) => (await drafting()).readDraft(host, named),
});

const newDraft = v.strictObject({
  key,
  ...writtenFields,
  /** That of the draft which was changed; absent for one that is new. */
  version: v.optional(id),
});

/** Keeps a draft on all of the reader's devices. @throws Conflict where it was changed elsewhere meanwhile */
const saveDraft = command({
  input: newDraft,
  run: async (host, { key: named, version, ...written }) =>
    (await drafting()).saveDraft(host, named, written, version),
});

const discardDraft = command({
  input: v.strictObject({ key }),
  run: async (host, { key: named }) => (await drafting()).discardDraft(host, named),
});

const newArticle = v.strictObject({
  group: id,
  key,
  ...writtenFields,
  /** When others have it; absent for at once. */
  at: v.optional(instant),
});
export type NewArticle = InputOf<{ readonly input: typeof newArticle }>;

const publish = command({
  input: newArticle,
  run: async (host, input) => (await publishing()).publish(host, input),
});

const articleChange = v.strictObject({
  group: id,
  id,
  ...writtenFields,
  at: v.optional(instant),
  /** The version that was changed. */
  version: id,
});
export type ArticleChange = InputOf<{ readonly input: typeof articleChange }>;

const change = command({
  input: articleChange,
  run: async (host, input) => (await publishing()).change(host, input),
});

const remove = command({
  input: v.strictObject({ group: id, id }),
  run: async (host, input) => (await publishing()).removeArticle(host, input),
});

/** Opens the conversation of the reader's own article that appeared while they were away. */
const openConversation = command({
  input: v.strictObject({ group: id, id }),
  run: async (host, input) => (await publishing()).openConversation(host, input),
});

const subscription = v.strictObject({ writer: id, series: v.optional(id) });

/** The writers and series that the reader subscribed to. */
const subscriptions = query({
  input: nothing,
  reads: () => [[preferences, anywhere]],
  run: readSubscriptions,
});

export const operations = {
  read,
  newest,
  one,
  announced,
  own,
  draft,
  saveDraft,
  discardDraft,
  publish,
  change,
  remove,
  openConversation,
  subscribe: command({ input: subscription, run: subscribe }),
  unsubscribe: command({ input: subscription, run: unsubscribe }),
  subscriptions,
};
