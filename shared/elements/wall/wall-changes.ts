/** What a reader does, as changes to what a wall shows. */
import { oldestFirst, withOwnReaction } from '@kantine/core';
import type { Audience, CommentView, PersonSummary, PostView, ReactionKind } from '@kantine/core';
import { sendingId } from '../parts/message/surroundings.ts';
import type { WallState } from './wall-state.ts';

/** A message as it will be, for showing it while it is sent. */
export const sketch = (
  me: PersonSummary | undefined,
  key: string,
  text: string,
  mentions: readonly PersonSummary[] = [],
) => ({
  id: sendingId(key),
  author: me ?? { id: '', name: '', active: true },
  text,
  ...(mentions.length === 0 ? {} : { mentions }),
  created: Date.now(),
  edited: false,
  deleted: false,
  reason: '',
  version: '',
  mine: true,
  reactions: { counts: {} },
});

/** The wall with who reads it by now; who joined the group is told by the wall itself. */
export function withAudience(state: WallState, told: Audience): WallState {
  const { joined } = state.info.audience;
  const audience = { ...told, ...(joined ? { joined } : {}) };
  if (JSON.stringify(audience) === JSON.stringify(state.info.audience)) return state;
  return { ...state, info: { ...state.info, audience } };
}

/** Changes one comment of a post. */
export const changeComment = (
  post: PostView,
  id: string,
  change: (comment: CommentView) => CommentView,
): PostView => ({
  ...post,
  comments: post.comments.map((comment) => (comment.id === id ? change(comment) : comment)),
});

/** Puts a post on top. */
export function addPost(state: WallState, post: PostView): WallState {
  const [first = [], ...rest] = state.pages;
  return { ...state, pages: [[post, ...first.filter(({ id }) => id !== post.id)], ...rest] };
}

export function removePost(state: WallState, id: string): WallState {
  return { ...state, pages: state.pages.map((page) => withoutPost(page, id)) };
}

/** A deleted post stays as a trace only where colleagues answered it. */
export function withoutUnanswered(state: WallState, id: string): WallState {
  const post = state.pages.flat().find((each) => each.id === id);
  return post?.deleted === true && post.commentCount === 0 ? removePost(state, id) : state;
}

/** The page without the post; the same page where it is not on it. */
function withoutPost(page: readonly PostView[], id: string): readonly PostView[] {
  return page.some((post) => post.id === id) ? page.filter((post) => post.id !== id) : page;
}

/** Adds a comment, or puts the confirmed one in place of what was shown meanwhile. */
export function addComment(post: PostView, comment: CommentView, instead?: string): PostView {
  const others = post.comments.filter(({ id }) => id !== comment.id && id !== instead);
  const replaced = others.length < post.comments.length;
  return {
    ...post,
    comments: [...others, comment].sort(oldestFirst),
    commentCount: post.commentCount + (replaced ? 0 : 1),
  };
}

export function removeComment(post: PostView, id: string): PostView {
  const comments = post.comments.filter((comment) => comment.id !== id);
  const removed = post.comments.length - comments.length;
  return { ...post, comments, commentCount: post.commentCount - removed };
}

/** Shows which comment solved a question, or that none did. */
export function withAccepted(post: PostView, comment: string | undefined): PostView {
  const accepted = post.comments.find(({ id }) => id === comment);
  const open = { ...post };
  delete open.accepted;
  return accepted ? { ...open, accepted } : open;
}

/** Shows whether the reader says that a comment helped them too. */
export function withHelped(comment: CommentView, isHelped: boolean): CommentView {
  const { helped = 0, helpedMe = false, ...rest } = comment;
  const others = helped - (helpedMe ? 1 : 0);
  const all = others + (isHelped ? 1 : 0);
  return {
    ...rest,
    ...(all > 0 ? { helped: all } : {}),
    ...(isHelped ? { helpedMe: true } : {}),
  };
}

/** Shows the reader's own reaction as another one, or none. */
export const withReaction = <Message extends PostView | CommentView>(
  message: Message,
  kind: ReactionKind | undefined,
): Message => ({ ...message, reactions: withOwnReaction(message.reactions, kind) });
