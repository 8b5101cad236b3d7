/** What a page can ask about the topics of a group. The work is fetched with the first call. */
import * as v from 'valibot';
import { cursor, id, key, numberOf, text, topicId } from '../kernel/input.ts';
import { command, query } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import { pageSize, sourcesOf } from '../wall/read-page.ts';

const keeping = () => import(/* webpackChunkName: 'topics' */ './keep.ts');

const newTopic = v.strictObject({ group: id, name: text, key });
export type NewTopic = InputOf<{ readonly input: typeof newTopic }>;

/** Gives a group one more topic, twelve at most. Stewards only. */
export const addTopic = command({
  input: newTopic,
  run: async (host, input): Promise<void> => (await keeping()).addTopic(host, input),
});

const renaming = v.strictObject({ group: id, topic: topicId, name: text, key });
export type TopicRenaming = InputOf<{ readonly input: typeof renaming }>;

/** Gives a topic another name; its posts keep it. Stewards only. */
export const renameTopic = command({
  input: renaming,
  run: async (host, input): Promise<void> => (await keeping()).renameTopic(host, input),
});

const topicRef = v.strictObject({ group: id, topic: topicId, key });
export type TopicRef = InputOf<{ readonly input: typeof topicRef }>;

/** Takes a topic away; its posts stay, and have none. Stewards only. */
export const dropTopic = command({
  input: topicRef,
  run: async (host, input): Promise<void> => (await keeping()).dropTopic(host, input),
});

const moving = v.strictObject({
  group: id,
  post: id,
  /** Absent for none. */
  topic: v.optional(topicId),
});
export type Moving = InputOf<{ readonly input: typeof moving }>;

/** Says what a post is about. Its author and stewards. */
export const moveToTopic = command({
  input: moving,
  run: async (host, input): Promise<void> => (await keeping()).moveToTopic(host, input),
});

const topicPage = v.strictObject({
  group: id,
  topic: topicId,
  cursor: v.optional(cursor),
  limit: v.optional(numberOf(1, pageSize)),
});
export type TopicPage = InputOf<{ readonly input: typeof topicPage }>;

/** The newest posts of a topic, as a wall that holds nothing else. */
export const readTopic = query({
  input: topicPage,
  reads: ({ group }) => sourcesOf(group),
  run: async (host, input) =>
    (await import(/* webpackChunkName: 'topics' */ './read-topic.ts')).readTopic(host, input),
});
