/** The pure changes to what a wall shows: by others, by older pages, and one post at a time. */
import { oldestFirst } from '@kantine/core';
import type { CommentPage, CommentView, PostView, WallPage } from '@kantine/core';
import { isSending } from '../parts/message/surroundings.ts';
import { remainsOf } from '../parts/post/held.ts';
import type { Fresh } from './wall-asking.ts';
import type { WallInfo, WallState } from './wall-state.ts';

const newestFirst = (a: PostView, b: PostView): number => oldestFirst(b, a);

/** Changes one post, wherever it is; everything else stays the same object. */
export function changePost(
  state: WallState,
  id: string,
  change: (post: PostView) => PostView,
): WallState {
  const index = state.pages.findIndex((page) => page.some((post) => post.id === id));
  const page = state.pages[index];
  if (!page) return state;
  const changed = page.map((post) => (post.id === id ? change(post) : post));
  return { ...state, pages: state.pages.with(index, changed) };
}

/**
 * Takes in what a fresh first page says. Posts on it are as it shows them, posts that fell out of
 * its span are gone, older ones stay where they are. A post that reads the same stays the same
 * object, so that nothing of it is rendered again.
 */
export function refreshed(state: WallState, { posts, cursor, ...info }: WallPage): WallState {
  const known = new Map(state.pages.flat().map((post) => [post.id, post]));
  const fresh = posts.map((post) => mergedPost(known.get(post.id), post));
  const ids = new Set(fresh.map(({ id }) => id));
  const oldest = fresh.at(-1);
  // Without a cursor the page is the whole wall: whatever it does not show is gone.
  const stays = (post: PostView): boolean =>
    isSending(post) ||
    (!ids.has(post.id) &&
      cursor !== undefined &&
      oldest !== undefined &&
      newestFirst(post, oldest) > 0);
  const [first = [], ...rest] = state.pages;
  const gone = state.pages.flat().filter((post) => !ids.has(post.id) && !stays(post));
  const remains = gone.flatMap((post) => remainsOf(post) ?? []);
  const pages = [
    [
      ...first.filter(isSending),
      ...[...fresh, ...remains].sort(newestFirst),
      ...first.filter((post) => stays(post) && !isSending(post)),
    ],
    ...rest.map((page) => (page.every(stays) ? page : page.filter(stays))),
  ];
  // With older pages loaded the wall goes on where they ended.
  const next = state.pages.length > 1 ? state.cursor : cursor;
  return { ...state, info: sameOr(state.info, info), pages, cursor: next };
}

/** Posts by others above everything that was there before. */
export function newcomers(before: WallState, after: WallState): readonly PostView[] {
  const known = new Set(before.pages.flat().map(({ id }) => id));
  const newest = before.pages.flat().find((post) => !isSending(post));
  return (after.pages[0] ?? []).filter(
    (post) =>
      !known.has(post.id) &&
      !post.mine &&
      !post.deleted &&
      (newest === undefined || newestFirst(post, newest) < 0),
  );
}

/** The same object where it says the same, part by part: then nothing of it is rendered again. */
function sameOr(before: WallInfo, fresh: WallInfo): WallInfo {
  const audience = isSame(before.audience, fresh.audience) ? before.audience : fresh.audience;
  const info = { ...fresh, audience };
  return isSame(before, info) ? before : info;
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The wall with an older page behind the others. */
export function olderPage(state: WallState, { posts, cursor, dropped }: WallPage): WallState {
  const known = new Set(state.pages.flat().map(({ id }) => id));
  const older = posts.filter(({ id }) => !known.has(id));
  const info = { ...state.info, dropped: state.info.dropped + dropped };
  return { ...state, info, pages: [...state.pages, older], cursor };
}

/**
 * The wall with a page of comments of a post. Within its span it says what is there; what is loaded beyond
 * stays, unless nothing lies there.
 *
 * @param isNewest whether no newer page than this one was asked for.
 */
export const withComments = (
  state: WallState,
  post: string,
  { comments, cursor }: CommentPage,
  isNewest: boolean,
): WallState =>
  changePost(state, post, (before) => {
    const ids = new Set(comments.map(({ id }) => id));
    const [first, last] = [comments[0], comments.at(-1)];
    const stays = (comment: CommentView): boolean =>
      isSending(comment) ||
      (!isNewest && (!last || oldestFirst(comment, last) > 0)) ||
      (cursor !== undefined && (!first || oldestFirst(comment, first) < 0));
    const kept = before.comments.filter((comment) => !ids.has(comment.id) && stays(comment));
    const all = [...kept, ...comments].sort(oldestFirst);
    const after = { ...before, comments: all, commentCount: all.length };
    if (cursor === undefined) delete after.isCountRough;
    else after.commentCount = Math.max(before.commentCount, all.length + 1);
    return isSame(before, after) ? before : after;
  });

/** The fresh post, with comments that were loaded beyond its preview and those still being sent. */
function mergedPost(before: PostView | undefined, fresh: PostView): PostView {
  if (!before) return fresh;
  const shown = new Set(fresh.comments.map(({ id }) => id));
  const span = fresh.comments[0];
  const kept = before.comments.filter(
    (comment) =>
      !shown.has(comment.id) &&
      (isSending(comment) || (span !== undefined && oldestFirst(comment, span) < 0)),
  );
  const post = { ...fresh, comments: [...kept, ...fresh.comments].sort(oldestFirst) };
  return isSame(post, before) ? before : post;
}

/** What a wall shows after it was read again. */
export function merged(before: WallState, { page, comments }: Fresh): WallState {
  let state = refreshed(before, page);
  for (const [post, newest] of comments) state = withComments(state, post, newest, true);
  return { ...state, arrived: newcomers(before, state) };
}
