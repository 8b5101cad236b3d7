/** Rows that a member writes around Kantine change nothing that colleagues see. */
import { beforeEach, describe, expect, it } from 'vitest';
import { choiceMark, choiceOwner } from '../kernel/collection.ts';
import { groupContainer } from '../kernel/container.ts';
import { byIds } from '../kernel/query.ts';
import { reactionKinds } from '../settings/settings.ts';
import { forger, malformed } from '../testing/forger.ts';
import type { Forger } from '../testing/forger.ts';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { comments, posts, readMarks } from './message.ts';
import { revisionKey, revisions } from './revisions.ts';
import type { CommentRecord, PostRecord } from './message.ts';
import { reactions } from './reaction.ts';
import { foldThreads } from './view.ts';
import type { CommentView, PostView } from './view.ts';

let company: Organisation & { readonly group: string };
let group: string;
let container: string;
let mallory: Forger;
let post: PostView;
let comment: CommentView;

beforeEach(async () => {
  company = await organisationWithGroup();
  group = company.group;
  container = groupContainer(group);
  mallory = forger(company);
  post = await company.as('ada').wall.post({ group, text: 'Lunch?', key: company.key() });
  comment = await company
    .as('bram')
    .wall.comment({ group, post: post.id, text: 'Yes', key: company.key() });
  await company.as('chloe').wall.react({ message: ref(), post: post.id, kind: 'like' });
  company.clock.advance(minute);
});

const ref = () => ({ group, kind: 'post', id: post.id }) as const;
const wall = () => company.as('daan').wall.read({ group });
const shown = async () => (await wall()).posts;
const blank = { edited: false, deleted: false, reason: '' };

describe('forged reactions', () => {
  /** A row as a reaction looks, but for what is said otherwise. */
  const row = (fields: Readonly<Record<string, string>> = {}) => {
    const target = `post:${post.id}`;
    const kind = fields.kind ?? 'love';
    const owner = choiceOwner(post.id, 'emre');
    return { post: post.id, target, kind, mark: choiceMark(target, kind), owner, ...fields };
  };
  const counted = async () => {
    const [view] = await shown();
    return Object.values(view?.reactions.counts ?? {}).reduce((sum, number) => sum + number, 0);
  };

  it('count at most once a person and message, however many rows and kinds there are', async () => {
    for (const kind of reactionKinds) {
      for (const key of [`post:${post.id}`, 'other', `post:${post.id}|${kind}`, `${kind} again`]) {
        await mallory.write(reactions, container, key, row({ kind }));
      }
    }
    expect(await counted()).toBeLessThanOrEqual(2);
    const reactors = await company.as('daan').wall.reactors(ref());
    expect(reactors.filter(({ person }) => person.id === 'emre')).toHaveLength(1);
  });

  it('count nowhere when their columns disagree', async () => {
    const like = choiceMark(`post:${post.id}`, 'like');
    await mallory.write(reactions, container, `comment:${comment.id}`, row({ mark: like }));
    await mallory.write(reactions, container, 'a', row({ target: 'a', mark: like }));
    await mallory.write(reactions, container, 'b', row({ post: '404', mark: like }));
    expect(await counted()).toBe(1);
    expect(await company.as('daan').wall.reactors(ref())).toHaveLength(1);
  });

  it('of a kind that is not offered are not shown', async () => {
    const kind = 'thumbs-down';
    await mallory.write(reactions, container, `post:${post.id}`, row({ kind }));
    expect((await shown())[0]?.reactions.counts).toEqual({ like: 1 });
    expect(await company.as('daan').wall.reactors(ref())).toHaveLength(1);
  });

  it('in a colleague’s name do not become the colleague’s own', async () => {
    const owner = choiceOwner(post.id, 'daan');
    for (let turn = 0; turn < 130; turn += 1) {
      await mallory.write(reactions, container, `row ${turn}`, row({ owner }));
    }
    expect((await shown())[0]?.reactions).toEqual({ counts: { like: 1 } });
    await company.as('daan').wall.react({ message: ref(), post: post.id, kind: 'smile' });
    for (let turn = 200; turn < 330; turn += 1) {
      await mallory.write(reactions, container, `row ${turn}`, row({ owner }));
    }
    expect((await shown())[0]?.reactions).toEqual({ counts: { like: 1, smile: 1 }, mine: 'smile' });
  });
});

describe('forged comments', () => {
  const write = (key: string, fields: Readonly<Record<string, unknown>>) =>
    mallory.write(comments, container, key, { ...blank, post: post.id, text: key, ...fields });

  it('stand by themselves when what they answer is missing, foreign, or themselves', async () => {
    const other = await company.as('ada').wall.post({ group, text: 'Other', key: company.key() });
    const there = { group, post: other.id, text: 'there', key: company.key() };
    const foreign = await company.as('ada').wall.comment(there);
    await write('missing', { parent: '404' });
    await write('foreign', { parent: foreign.id });
    const next = await write('before', { parent: '' });
    const self = String(Number(next.id) + 1).padStart(next.id.length, '0');
    await write('self', { parent: self });
    const thread = await company.as('daan').wall.thread({ group, post: post.id });
    const roots = foldThreads(thread).map(({ comment: root }) => root.text);
    expect(roots.toSorted()).toEqual(['Yes', 'before', 'foreign', 'missing', 'self']);
  });

  it('that go round in a circle are each shown once', async () => {
    const first = await write('first', { parent: '' });
    const second = await write('second', { parent: first.id });
    const { store } = company.host('emre');
    await store.update(comments, first as CommentRecord, { parent: second.id });
    const threads = foldThreads(await company.as('daan').wall.thread({ group, post: post.id }));
    const texts = threads.flatMap(({ comment: root, replies }) => [root, ...replies]);
    expect(texts.map(({ text }) => text).toSorted()).toEqual(['Yes', 'first', 'second']);
  });

  it('that are malformed are dropped and counted, and hide no other comment', async () => {
    for (const [turn, fields] of malformed.entries()) {
      if (typeof fields === 'object' && fields !== null && !Array.isArray(fields)) {
        await write(`row ${turn}`, { ...fields, text: turn });
      }
    }
    for (let turn = 0; turn < 85; turn += 1) await write(`flood ${turn}`, { parent: 7 });
    const page = await wall();
    expect(page.posts[0]?.comments.map(({ text }) => text)).toEqual(['Yes']);
    expect(page.posts[0]?.commentCount).toBe(1);
    expect(page.dropped).toBeGreaterThan(0);
    expect(await company.as('daan').wall.thread({ group, post: post.id })).toHaveLength(1);
  });
});

describe('forged revisions', () => {
  it('of somebody else’s message are not its history, and do not crowd it out', async () => {
    const edited = await company
      .as('ada')
      .wall.edit({ ...ref(), text: 'Dinner?', version: post.version });
    const target = `post:${post.id}`;
    for (let turn = 0; turn < 130; turn += 1) {
      await mallory.write(revisions, container, `forged ${turn}`, { target, text: 'I quit' });
    }
    await mallory.write(revisions, container, revisionKey(ref(), '1'), { target, text: 'I quit' });
    company.clock.advance(minute);
    await company.as('ada').wall.edit({ ...ref(), text: 'Supper?', version: edited.version });
    const history = await company.as('daan').wall.history(ref());
    expect(history.map(({ text }) => text)).toEqual(['Lunch?', 'Dinner?']);
  });

  it('stay out of the way of a deletion', async () => {
    const target = `post:${post.id}`;
    await mallory.write(revisions, container, 'forged', { target, text: 'I quit' });
    const deletion = { ...ref(), version: post.version, reason: '' };
    await company.as('ada').wall.remove(deletion);
    expect(await company.as('daan').wall.history(ref())).toEqual([]);
  });
});

describe('malformed rows of every kind', () => {
  it('break no page: what is honest is shown, and what was dropped is counted', async () => {
    const before = await shown();
    let stored = 0;
    for (const [turn, fields] of malformed.entries()) {
      for (const collection of [posts, comments, reactions, revisions]) {
        // Some have no column to find them by; then the host refuses them, which is as well.
        await mallory.write(collection, container, `row ${turn}`, fields).then(
          () => (stored += collection === posts ? 1 : 0),
          () => undefined,
        );
      }
    }
    expect(stored).toBeGreaterThan(4);
    const page = await wall();
    expect(page.posts).toEqual(before);
    expect(page.dropped).toBe(stored);
    expect(await company.as('daan').wall.reactors(ref())).toHaveLength(1);
  });

  it('do not push honest posts off the first page', async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      await mallory.write(posts, container, `row ${turn}`, { ...blank, text: turn });
    }
    const page = await wall();
    expect(page.posts.map(({ text }) => text)).toEqual(['Lunch?']);
    expect(page.dropped).toBe(50);
  });

  it('of one’s own read mark harm nobody, oneself included', async () => {
    const own = company.host('daan');
    await own.store.insert(readMarks, 'person:daan', group, { group, until: 'soon' } as never);
    expect(await wall()).not.toHaveProperty('readUntil');
    await company.as('daan').wall.markRead({ group, until: 5 });
    expect((await wall()).readUntil).toBe(5);
  });
});

describe('a row that says it is deleted', () => {
  it('shows none of its words', async () => {
    const row = { ...blank, text: 'I quit', deleted: true };
    await mallory.write(posts, container, 'forged', row);
    await mallory.write(comments, container, 'forged', { ...row, post: post.id, parent: '' });
    const thread = await company.as('daan').wall.thread({ group, post: post.id });
    expect(JSON.stringify([await wall(), thread])).not.toContain('I quit');
  });
});

describe('a colleague’s rows', () => {
  it('cannot be changed, removed, or written in their name', async () => {
    const { store } = company.host('emre');
    const [{ records }] = await store.read([byIds(posts, container, [post.id])]);
    const target = records[0] as PostRecord;
    const text = 'I quit';
    await expect(store.update(posts, target, { text })).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(store.remove(posts, target)).rejects.toMatchObject({ tag: 'Forbidden' });
    const row = { ...blank, text, author: 'ada', id: post.id, created: 1 };
    await mallory.write(posts, container, 'forged', row);
    const views = (await shown()).map((view) => [view.text, view.author.id]);
    expect(views).toEqual([
      ['I quit', 'emre'],
      ['Lunch?', 'ada'],
    ]);
  });
});
