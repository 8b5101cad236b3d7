import { beforeEach, describe, expect, it } from 'vitest';
import { revisions } from './revisions.ts';
import { groupContainer } from '../kernel/container.ts';
import { byIds, rows } from '../kernel/query.ts';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { posts } from './message.ts';
import type { PostView } from './view.ts';

let company: Organisation & { readonly group: string };
let group: string;
let post: PostView;
beforeEach(async () => {
  company = await organisationWithGroup();
  group = company.group;
  post = await company.as('ada').wall.post({ group, text: 'first', key: company.key() });
});

const ref = () => ({ group, kind: 'post', id: post.id }) as const;
const edit = (text: string, version: string, person = 'ada') => {
  company.clock.advance(minute);
  return company.as(person).wall.edit({ ...ref(), text, version });
};
const history = async () => (await company.as('bram').wall.history(ref())).map(({ text }) => text);
const shown = async () => (await company.as('bram').wall.read({ group })).posts[0];
const remove = (version: string, person = 'ada') =>
  company.as(person).wall.remove({ ...ref(), version, reason: 'a mistake' });

describe('an edit', () => {
  it('shows the new wording, marks it, and keeps the earlier ones with their time', async () => {
    const second = await edit('second', post.version);
    await edit('third', second.version);
    expect(await shown()).toMatchObject({ text: 'third', edited: true, created: post.created });
    expect(await company.as('bram').wall.history(ref())).toEqual([
      { text: 'first', replaced: post.created + minute },
      { text: 'second', replaced: post.created + 2 * minute },
    ]);
  });

  it('that changes nothing writes nothing', async () => {
    expect(await edit('  first ', post.version)).toEqual({ text: 'first', version: post.version });
    expect(await shown()).toMatchObject({ edited: false });
    expect(await history()).toEqual([]);
  });

  it('from an old version is a Conflict, and loses nothing of the newer one', async () => {
    await edit('second', post.version);
    await expect(edit('late', post.version)).rejects.toMatchObject({ tag: 'Conflict' });
    expect([(await shown())?.text, await history()]).toEqual(['second', ['first']]);
  });

  it('of a colleague’s message is Forbidden', async () => {
    await expect(edit('mine now', post.version, 'bram')).rejects.toMatchObject({
      tag: 'Forbidden',
    });
    expect([(await shown())?.text, await history()]).toEqual(['first', []]);
  });

  it('is safe to repeat, whichever of its writes failed', async () => {
    let { version } = post;
    const texts = ['first'];
    for (const passing of [0, 1]) {
      for (const kind of ['fail-once', 'answer-lost'] as const) {
        const text = `${kind} at ${passing}`;
        company.faults.inject({ kind, on: 'write' }, passing);
        await expect(edit(text, version)).rejects.toMatchObject({ tag: 'Offline' });
        version = (await edit(text, version)).version;
        expect([(await shown())?.text, await history()]).toEqual([text, texts]);
        texts.push(text);
      }
    }
  });

  it('that stopped half-way shows no history of what is still the wording', async () => {
    company.faults.inject({ kind: 'fail-once', on: 'write' }, 1);
    await expect(edit('second', post.version)).rejects.toMatchObject({ tag: 'Offline' });
    expect([(await shown())?.text, await history()]).toEqual(['first', []]);
  });
});

describe('a deletion', () => {
  it('tells nothing of earlier words, also where it broke off after the message was gone', async () => {
    await edit('second', post.version);
    const { store } = company.host('ada');
    const [{ records }] = await store.read([byIds(posts, groupContainer(group), [post.id])]);
    const fields = { text: '', deleted: true, reason: '' };
    for (const record of records) await store.update(posts, record, fields);
    expect(await history()).toEqual([]);
  });

  it('takes the words and all earlier wordings away, and is safe to repeat', async () => {
    let { version } = post;
    for (let turn = 0; turn < 105; turn += 1)
      version = (await edit(`edit ${turn}`, version)).version;
    await remove(version);
    const store = company.host('bram').store;
    const [left] = await store.read([
      rows(revisions, {
        container: groupContainer(group),
        index: 'byTarget',
        eq: `post:${post.id}`,
        order: 'ascending',
        limit: 100,
      }),
    ]);
    expect(left.records).toEqual([]);
    expect((await company.as('bram').wall.read({ group })).posts).toEqual([]);
    await remove(version);
    expect((await company.as('bram').wall.read({ group })).posts).toEqual([]);
  });

  it('keeps what colleagues answered, and says why it is gone', async () => {
    const answer = { group, post: post.id, text: 'an answer', key: company.key() };
    await company.as('bram').wall.comment(answer);
    await remove(post.version);
    const [left] = (await company.as('chloe').wall.read({ group })).posts;
    expect(left).toMatchObject({ text: '', deleted: true, reason: 'a mistake', commentCount: 1 });
    expect(left?.comments.map(({ text }) => text)).toEqual(['an answer']);
  });

  it('of a colleague’s message is Forbidden, and from an old version a Conflict', async () => {
    await expect(remove(post.version, 'bram')).rejects.toMatchObject({ tag: 'Forbidden' });
    await edit('second', post.version);
    await expect(remove(post.version)).rejects.toMatchObject({ tag: 'Conflict' });
    expect((await shown())?.text).toBe('second');
  });

  it('leaves nothing to edit or to answer', async () => {
    await remove(post.version);
    await expect(edit('back', post.version)).rejects.toMatchObject({ tag: 'NotFound' });
    const answer = { group, post: post.id, text: 'too late', key: company.key() };
    await expect(company.as('bram').wall.comment(answer)).rejects.toMatchObject({
      tag: 'NotFound',
    });
  });

  it('is finished by a repeat when it stopped between the words and the history', async () => {
    const { version } = await edit('second', post.version);
    company.faults.inject({ kind: 'fail-once', on: 'write' }, 1);
    await expect(remove(version)).rejects.toMatchObject({ tag: 'Offline' });
    await remove(version);
    expect(await history()).toEqual([]);
  });
});

describe('a reaction', () => {
  const react = (person: string, kind?: 'like' | 'love') =>
    company.as(person).wall.react({ message: ref(), post: post.id, kind });

  it('is given, changed and taken back, one a person', async () => {
    await react('bram', 'like');
    await react('chloe', 'like');
    expect((await shown())?.reactions).toEqual({ counts: { like: 2 }, mine: 'like' });
    await react('bram', 'love');
    await react('bram', 'love');
    expect((await shown())?.reactions).toEqual({ counts: { like: 1, love: 1 }, mine: 'love' });
    await react('bram');
    await react('bram');
    expect((await shown())?.reactions).toEqual({ counts: { like: 1 } });
  });

  it('names who gave it, newest first', async () => {
    await react('bram', 'like');
    company.clock.advance(minute);
    await react('chloe', 'love');
    const reactors = await company.as('ada').wall.reactors(ref());
    expect(reactors.map(({ person, kind }) => [person.id, kind])).toEqual([
      ['chloe', 'love'],
      ['bram', 'like'],
    ]);
  });

  it('to a comment counts for the comment alone', async () => {
    const { id } = await company
      .as('bram')
      .wall.comment({ group, post: post.id, text: 'comment', key: company.key() });
    const message = { group, kind: 'comment', id } as const;
    await company.as('chloe').wall.react({ message, post: post.id, kind: 'insight' });
    const view = (await company.as('chloe').wall.read({ group })).posts[0];
    expect(view?.reactions.counts).toEqual({});
    expect(view?.comments[0]?.reactions).toEqual({ counts: { insight: 1 }, mine: 'insight' });
  });
});
