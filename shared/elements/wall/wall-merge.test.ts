import type { CommentView, PostView, WallPage } from '@kantine/core';
import { describe, expect, it } from 'vitest';
import {
  addComment,
  addPost,
  removeComment,
  removePost,
  sketch,
  withReaction,
} from './wall-changes.ts';
import { changePost, newcomers, refreshed } from './wall-merge.ts';
import { firstView } from './wall-state.ts';
import type { WallState } from './wall-state.ts';
import { isSending } from '../parts/message/surroundings.ts';

const author = { id: 'bram', name: 'Bram', active: true };
const message = (id: string, created: number) => ({
  ...sketch(author, id, id),
  id,
  created,
  mine: false,
});
const post = (id: string, created: number, comments: readonly CommentView[] = []): PostView => ({
  ...message(id, created),
  comments,
  commentCount: comments.length,
});
const comment = (id: string, created: number): CommentView => ({
  ...message(id, created),
  post: 'p',
});
const page = (posts: readonly PostView[], cursor?: string): WallPage => ({
  me: 'anna',
  group: {
    id: 'g',
    name: 'g',
    purpose: '',
    access: 'open',
    memberCount: 0,
    members: [],
    joined: false,
    steward: false,
    requested: false,
  },
  audience: { known: false },
  canWrite: true,
  dropped: 0,
  posts,
  ...(cursor === undefined ? {} : { cursor }),
});
const ids = ({ pages }: WallState): string[] => pages.flat().map(({ id }) => id);
const sending = (key: string): PostView => ({
  ...sketch(author, key, key),
  comments: [],
  commentCount: 0,
});

const nothing = firstView(page([]));

describe('a refresh', () => {
  const wall = refreshed(nothing, page([post('c', 3), post('b', 2)], 'more'));

  it('leaves a post that reads the same the same object', () => {
    const before = wall.pages[0]?.[1];
    const after = refreshed(wall, page([post('c', 4), post('b', 2)], 'more'));
    expect(after.pages[0]?.[1]).toBe(before);
    expect(after.pages[0]?.[0]).not.toBe(wall.pages[0]?.[0]);
  });

  it('takes away what is gone, keeps what is older, and goes on where the older pages ended', () => {
    const older = { ...wall, pages: [...wall.pages, [post('a', 1)]], cursor: 'end' };
    const after = refreshed(older, page([post('d', 4), post('c', 3)], 'more'));
    expect(ids(after)).toEqual(['d', 'c', 'b', 'a']);
    expect(after.cursor).toBe('end');
    expect(ids(refreshed(older, page([post('c', 3)])))).toEqual(['c']);
  });

  it('keeps what is being sent, on top', () => {
    const with_ = addPost(wall, sending('new'));
    const after = refreshed(with_, page([post('d', 4), post('c', 3)], 'more'));
    expect(ids(after)[0]).toBe('sending:new');
    expect(after.pages.flat().filter(isSending)).toHaveLength(1);
  });

  it('keeps comments that were loaded beyond the preview, and those being sent', () => {
    const sent = { ...comment('x', 9), id: 'sending:x' };
    const before = refreshed(
      nothing,
      page([post('p', 1, [comment('1', 1), comment('2', 2), sent])], 'm'),
    );
    const after = refreshed(before, page([post('p', 1, [comment('2', 2), comment('3', 3)])], 'm'));
    expect(after.pages[0]?.[0]?.comments.map(({ id }) => id)).toEqual(['1', '2', '3', 'sending:x']);
  });

  it('tells which posts by others came on top, and none when the wall opens', () => {
    expect(firstView(page([post('a', 1)])).arrived).toEqual([]);
    const after = refreshed(
      wall,
      page([post('e', 5), { ...post('d', 4), mine: true }, post('c', 3), post('a', 1)], 'm'),
    );
    expect(newcomers(wall, after).map(({ id }) => id)).toEqual(['e']);
  });
});

describe('a change', () => {
  const wall = refreshed(nothing, page([post('c', 3), post('b', 2)]));

  it('touches one post of one page', () => {
    const two = { ...wall, pages: [...wall.pages, [post('a', 1)]] };
    const after = changePost(two, 'a', (before) => ({ ...before, text: 'new' }));
    expect(after.pages[0]).toBe(two.pages[0]);
    expect(after.pages[1]?.[0]?.text).toBe('new');
    expect(changePost(two, 'nowhere', () => post('x', 0))).toBe(two);
  });

  it('adds a post once and takes it off again', () => {
    const added = addPost(addPost(wall, post('d', 4)), post('d', 4));
    expect(ids(added)).toEqual(['d', 'c', 'b']);
    expect(ids(removePost(added, 'd'))).toEqual(['c', 'b']);
  });

  it('counts a comment once, be it shown, confirmed or taken away', () => {
    const empty = post('p', 1);
    const shown = addComment(empty, comment('sending:x', 2));
    const confirmed = addComment(shown, comment('x', 2), 'sending:x');
    expect([shown.commentCount, confirmed.commentCount]).toEqual([1, 1]);
    expect(confirmed.comments.map(({ id }) => id)).toEqual(['x']);
    expect(removeComment(confirmed, 'x').commentCount).toBe(0);
    expect(removeComment(confirmed, 'other').commentCount).toBe(1);
  });

  it('gives, changes and takes back one’s own reaction', () => {
    const liked = withReaction(post('p', 1), 'like');
    const loved = withReaction(liked, 'love');
    expect(liked.reactions).toEqual({ counts: { like: 1 }, mine: 'like' });
    expect(loved.reactions.counts.love).toBe(1);
    expect(loved.reactions.counts.like ?? 0).toBe(0);
    expect(withReaction(loved, undefined).reactions.mine).toBeUndefined();
  });
});
