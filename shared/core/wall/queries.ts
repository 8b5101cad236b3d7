/** What a page can ask about one message of a wall. The work is fetched when somebody opens it. */
import * as v from 'valibot';
import { anywhere } from '../kernel/changes.ts';
import { communityContainer, deskOf, groupContainer, isClosed } from '../kernel/container.ts';
import { cursor, id } from '../kernel/input.ts';
import { query } from '../kernel/operation.ts';
import type { Source } from '../kernel/operation.ts';
import { memberships } from '../groups/collections.ts';
import { preferences } from '../preferences/preference.ts';
import { acts } from '../stewards/acts.ts';
import { profiles } from '../card/profiles.ts';
import { marks } from './marks.ts';
import { messageRef } from './message-ref.ts';
import { comments, posts } from './message.ts';
import { reactions } from './reaction.ts';
import { revisions } from './revisions.ts';

/** Somebody in more groups reads of the first of them. */
const mostGroups = 40;

const reading = () => import(/* webpackChunkName: 'wall-message' */ './read-message.ts');

const commentSources = ({ group }: { readonly group: string }): readonly Source[] => [
  [comments, groupContainer(group)],
  [reactions, groupContainer(group)],
  [acts, groupContainer(group)],
  [acts, deskOf(groupContainer(group))],
];

/** The newest 100 comments of a post, or those before an earlier page. */
export const readComments = query({
  input: v.strictObject({ group: id, post: id, cursor: v.optional(cursor) }),
  reads: commentSources,
  run: async (host, input) => (await reading()).readComments(host, input),
});

/** The newest 100 comments of a post, oldest first, as pages of version 0.1 ask for them. */
export const thread = query({
  input: v.strictObject({ group: id, post: id }),
  reads: commentSources,
  run: async (host, input) => (await (await reading()).readComments(host, input)).comments,
});

/** The earlier wordings of a message, oldest first. */
export const history = query({
  input: messageRef,
  reads: ({ group }) => [[revisions, groupContainer(group)]],
  run: async (host, input) => (await reading()).readHistory(host, input),
});

/** Who reacted, newest first, at most 100. */
export const reactors = query({
  input: messageRef,
  reads: ({ group }) => [[reactions, groupContainer(group)]],
  run: async (host, input) => (await reading()).readReactors(host, input),
});

/** The newest posts of some groups together, at most four a group and twenty in all. */
export const newest = query({
  input: v.strictObject({ groups: v.pipe(v.array(id), v.maxLength(mostGroups)) }),
  reads: ({ groups }) => groups.map((group): Source => [anywhere, groupContainer(group)]),
  run: async (host, { groups }) =>
    (await import(/* webpackChunkName: 'wall-message' */ './newest.ts')).readNewest(host, groups),
});

/** One post with its conversation, as a wall that holds nothing else. NotFound where the reader may not know of it. */
export const readPost = query({
  input: v.strictObject({ group: id, post: id }),
  reads: ({ group }) => [[anywhere, groupContainer(group)]],
  run: async (host, input) =>
    (await import(/* webpackChunkName: 'wall-message' */ './read-post.ts')).readPost(host, input),
});

/** How many of the newest 50 questions somebody answered, and how soon: for who is about to ask one more. */
export const answered = query({
  input: v.strictObject({ group: id }),
  reads: ({ group }) => [
    [posts, groupContainer(group)],
    [comments, groupContainer(group)],
    [acts, groupContainer(group)],
    [acts, deskOf(groupContainer(group))],
  ],
  run: async (host, { group }) =>
    (
      await import(/* webpackChunkName: 'wall-questions' */ './answered-share.ts')
    ).readAnsweredShare(host, group),
});

/** The questions that nobody has answered for two working days, those that the reader may know about first. */
export const unanswered = query({
  input: v.strictObject({ group: id }),
  reads: ({ group }) => [
    [posts, groupContainer(group)],
    [comments, groupContainer(group)],
    [marks, groupContainer(group)],
    [acts, groupContainer(group)],
    [acts, deskOf(groupContainer(group))],
    [profiles, communityContainer],
    [preferences, anywhere],
  ],
  run: async (host, { group }) =>
    (await import(/* webpackChunkName: 'wall-questions' */ './unanswered.ts')).readUnanswered(
      host,
      group,
    ),
});

/** Where questions have waited for five working days, of the groups in which the reader is a steward. */
export const longUnanswered = query({
  input: v.strictObject({ groups: v.pipe(v.array(id), v.maxLength(mostGroups)) }),
  reads: ({ groups }) =>
    groups.flatMap((group) => [
      [anywhere, groupContainer(group)] as const,
      [acts, deskOf(groupContainer(group))] as const,
    ]),
  run: async (host, { groups }) =>
    (
      await import(/* webpackChunkName: 'wall-questions' */ './long-unanswered.ts')
    ).readLongUnanswered(host, groups),
});

/** Who of the group is glad to be asked, and about what. Whether a draft is about it, the page finds out itself. */
export const gladToBeAsked = query({
  input: v.strictObject({ group: id }),
  reads: ({ group }) => [
    isClosed(group) ? [anywhere, group] : [memberships, communityContainer],
    [profiles, communityContainer],
    [preferences, anywhere],
  ],
  run: async (host, { group }) =>
    (await import(/* webpackChunkName: 'wall-questions' */ './glad.ts')).readGlad(host, group),
});
