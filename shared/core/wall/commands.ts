/** What a page can ask a wall to write. The work is fetched with the first call: nobody writes before reading. */
import * as v from 'valibot';
import { id, key, text, topicId } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import { reactionKinds } from '../settings/settings.ts';
import { messageFields, messageRef } from './message-ref.ts';

const writing = () => import(/* webpackChunkName: 'wall-writing' */ './write.ts');
const reacting = () => import(/* webpackChunkName: 'wall-writing' */ './react.ts');
const marking = () => import(/* webpackChunkName: 'wall-writing' */ './mark.ts');
const editing = () => import(/* webpackChunkName: 'wall-writing' */ './edit.ts');

const newPost = v.strictObject({
  group: id,
  text,
  key,
  /** Something to share, unless it asks something. */
  kind: v.optional(v.picklist(['question'])),
  /** What it is about; one that is no topic of the group is none. */
  topic: v.optional(topicId),
});
export type NewPost = InputOf<{ readonly input: typeof newPost }>;

export const post = command({
  input: newPost,
  run: async (host, input) => (await writing()).writePost(host, input),
});

const newComment = v.strictObject({
  group: id,
  post: id,
  /** The comment that it replies to. */
  parent: v.optional(id),
  text,
  key,
});
export type NewComment = InputOf<{ readonly input: typeof newComment }>;

export const comment = command({
  input: newComment,
  run: async (host, input) => (await writing()).writeComment(host, input),
});

const messageEdit = v.strictObject({
  ...messageFields,
  text,
  /** The version that was edited. */
  version: id,
});
export type MessageEdit = InputOf<{ readonly input: typeof messageEdit }>;

export const edit = command({
  input: messageEdit,
  run: async (host, input) => (await editing()).editMessage(host, input),
});

const messageDeletion = v.strictObject({ ...messageFields, version: id, reason: text });
export type MessageDeletion = InputOf<{ readonly input: typeof messageDeletion }>;

/** Takes the words away, earlier wordings included; colleagues' answers stay. */
export const remove = command({
  input: messageDeletion,
  run: async (host, input) => (await editing()).removeMessage(host, input),
});

const acceptance = v.strictObject({
  group: id,
  post: id,
  /** The answer that solved it; absent takes that back. */
  comment: v.optional(id),
});
export type Acceptance = InputOf<{ readonly input: typeof acceptance }>;

/** Says which answer solved the reader's question, or takes that back. */
export const accept = command({
  input: acceptance,
  run: async (host, input) => (await marking()).acceptAnswer(host, input),
});

const help = v.strictObject({ group: id, post: id, comment: id, helped: v.boolean() });
export type Help = InputOf<{ readonly input: typeof help }>;

/** Says that an answer to a question helped the reader too, or takes that back. */
export const helped = command({
  input: help,
  run: async (host, input) => (await marking()).sayHelped(host, input),
});

const pinning = v.strictObject({ group: id, post: id, pinned: v.boolean() });
export type Pinning = InputOf<{ readonly input: typeof pinning }>;

/** Lets a post stand above the wall for 30 days, or no more. Stewards only. */
export const pin = command({
  input: pinning,
  run: async (host, input) =>
    (await import(/* webpackChunkName: 'wall-pin' */ './pin.ts')).pinPost(host, input),
});

const newReaction = v.strictObject({
  message: messageRef,
  /** The post itself, or the post that the comment is on. */
  post: id,
  /** Absent takes the reader's reaction back. */
  kind: v.optional(v.picklist(reactionKinds)),
});
export type NewReaction = InputOf<{ readonly input: typeof newReaction }>;

/** Gives, changes or takes back the reader's one reaction to a message. */
export const react = command({
  input: newReaction,
  run: async (host, input) => (await reacting()).giveReaction(host, input),
});
