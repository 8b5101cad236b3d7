/** Compares what a reader sees with what the model says they should. */
import { expect } from 'vitest';
import type { PostView } from '../wall/view.ts';
import { commentsOf, pair, placesLeft, reactionCounts, rightOf } from './model.ts';
import type { Model, ModelMessage } from './model.ts';
import { colleagues } from './organisation.ts';
import type { Colleague, Organisation } from './organisation.ts';

export interface Comparison {
  readonly company: Organisation;
  readonly model: Model;
  readonly reader: Colleague;
  /** Whether somebody is half-way through something, so that two outcomes are right. */
  isOpen(claim: string): boolean;
}

const reactionOpen = ({ isOpen }: Comparison, id: string): boolean =>
  colleagues.some((person) => isOpen(`reaction of ${person} to ${id}`));

/** Everything about one post and its comments. */
export async function comparePost(comparison: Comparison, post: ModelMessage): Promise<void> {
  const { company, model, reader, isOpen } = comparison;
  if (rightOf(model, reader, post.group) === 'none') return;
  const thread = await company.as(reader).wall.thread({ group: post.group, post: post.id });
  const known = new Set(thread.map(({ id }) => id));
  expect(known.size, 'a comment is shown twice').toBe(thread.length);
  const expected = commentsOf(model, post.id);
  if (!isOpen(`comments of ${post.id}`)) expect(thread).toHaveLength(expected.length);
  for (const comment of expected) {
    const view = thread.find(({ id }) => id === comment.id);
    expect(view, `comment ${comment.id} is lost`).toBeDefined();
    if (!view) continue;
    expect(view.parent).toBe(comment.parent);
    compareMessage(comparison, comment, view);
    await compareHistory(comparison, comment);
  }
  await compareHistory(comparison, post);
}

type Shown = Pick<PostView, 'text' | 'deleted' | 'author' | 'reactions' | 'mine'>;

function compareMessage(comparison: Comparison, expected: ModelMessage, view: Shown): void {
  const { reader, isOpen } = comparison;
  expect(view.author.id).toBe(expected.author);
  expect(view.mine).toBe(expected.author === reader);
  if (!isOpen(`message ${expected.id}`)) {
    expect([view.text, view.deleted]).toEqual([expected.text, expected.deleted]);
  }
  if (reactionOpen(comparison, expected.id)) return;
  expect(view.reactions.counts).toEqual(reactionCounts(expected));
  expect(view.reactions.mine).toBe(expected.reactions.get(reader));
}

async function compareHistory(
  { company, reader, isOpen }: Comparison,
  { group, kind, id, history }: ModelMessage,
): Promise<void> {
  if (isOpen(`message ${id}`)) return;
  const shown = await company.as(reader).wall.history({ group, kind, id });
  expect(shown.map(({ text }) => text)).toEqual(history);
}

/** A whole wall, page by page: every post once, and nothing that nobody wrote. */
export async function compareWall(comparison: Comparison, group: string): Promise<void> {
  const { company, model, reader, isOpen } = comparison;
  const page = company.as(reader);
  const right = rightOf(model, reader, group);
  if (right === 'none') {
    await expect(page.wall.read({ group })).rejects.toMatchObject({ tag: 'Forbidden' });
    return;
  }
  const shown = new Map<string, PostView>();
  let cursor: string | undefined;
  do {
    const wall = await page.wall.read({ group, cursor });
    expect(wall.canWrite).toBe(right === 'write');
    expect(wall.dropped).toBe(0);
    const members = model.groups.get(group)?.members ?? new Set();
    if (!colleagues.some((person) => isOpen(`membership of ${pair(person, group)}`))) {
      expect(wall.group.memberCount).toBe(members.size);
      expect(wall.group.joined).toBe(members.has(reader));
    }
    if (!isOpen(`mark of ${pair(reader, group)}`)) {
      expect(wall.readUntil).toBe(model.readUntil.get(pair(reader, group)));
    }
    for (const post of wall.posts) {
      expect(shown.has(post.id), 'a post is shown twice').toBe(false);
      shown.set(post.id, post);
    }
    cursor = wall.cursor;
  } while (cursor !== undefined);

  const posts = model.messages.filter(
    (message) => message.kind === 'post' && message.group === group,
  );
  for (const post of posts) {
    if (isOpen(`message ${post.id}`) || isOpen(`comments of ${post.id}`)) continue;
    const comments = commentsOf(model, post.id);
    const view = shown.get(post.id);
    expect(view !== undefined, `post ${post.id}`).toBe(!post.deleted || comments.length > 0);
    if (!view) continue;
    expect(view.commentCount).toBe(comments.length);
    compareMessage(comparison, post, view);
  }
  const known = new Set(posts.map(({ id }) => id));
  const unknown = [...shown.keys()].filter((id) => !known.has(id));
  if (!isOpen('unconfirmed posts')) expect(unknown).toEqual([]);
}

/** Every thank-you once, with exactly its recipients; and nobody has given more than the allowance. */
export async function compareThanks(comparison: Comparison): Promise<void> {
  const { company, model, reader, isOpen } = comparison;
  const shown = new Map<string, { giver: string; recipients: string[]; isKudos: boolean }>();
  let cursor: string | undefined;
  do {
    const page = await company.as(reader).kudos.read({ cursor });
    expect(page.dropped).toBe(0);
    for (const { id, giver, recipients, isKudos } of page.thankYous) {
      expect(shown.has(id), 'a thank-you is shown twice').toBe(false);
      shown.set(id, { giver: giver.id, recipients: recipients.map((to) => to.id), isKudos });
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  for (const { key, giver, recipients, as } of model.thanks.values()) {
    if (isOpen(`allowance of ${giver}`)) continue;
    const view = shown.get(key);
    expect(view, `thank-you ${key} is lost`).toMatchObject({ giver, isKudos: as === 'kudos' });
    expect(view?.recipients.toSorted()).toEqual([...recipients].toSorted());
  }
  if (!isOpen('the week')) expect(shown.size).toBe(model.thanks.size);
  if (!isOpen(`allowance of ${reader}`)) {
    const { left } = await company.as(reader).kudos.budget();
    expect(left).toBe(placesLeft(model, reader, company.clock.now()));
    expect(left).toBeGreaterThanOrEqual(0);
  }
}
