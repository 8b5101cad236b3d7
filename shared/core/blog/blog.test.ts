/** Articles: drafts of one's own, published at once or at a time, in series, with a conversation on the wall. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { countingHost } from '../testing/counting-host.ts';
import { day, minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { articleLimits } from './collections.ts';
import type { Written } from './draft.ts';

let company: Organisation & { readonly group: string };
let group: string;
beforeEach(async () => {
  company = await organisationWithGroup();
  ({ group } = company);
});

const written = (fields: Partial<Written> = {}): Written => ({
  title: 'What the oven taught me',
  lead: 'Three loaves, one lesson.',
  text: '# Heat\n\nPatience.',
  cover: { colour: 'teal', icon: 'book' },
  series: '',
  ...fields,
});
const blog = (person = 'ada') => company.as(person).blog;
function publish(fields: Partial<Written> & { at?: number; within?: string; by?: string } = {}) {
  const { at, within = group, by = 'ada', ...words } = fields;
  company.clock.advance(minute);
  const when = at === undefined ? {} : { at };
  return blog(by).publish({ group: within, key: company.key(), ...written(words), ...when });
}
const titles = async (person = 'bram', of = {}) =>
  (await blog(person).read({ group, ...of })).articles.map(({ title }) => title);

describe('a draft', () => {
  it('is on all devices of who writes it, and nobody else is told of it', async () => {
    const key = company.key();
    const { version } = await blog().saveDraft({ key, ...written({ text: '' }) });
    company.clock.advance(minute);
    const other = createCommunity(company.host('ada')).blog;
    expect(await other.draft({ key })).toMatchObject({ ...written({ text: '' }), version });
    await other.saveDraft({ key, version, ...written({ text: 'More' }) });
    expect((await blog().own()).drafts).toEqual([
      { key, title: written().title, lead: written().lead, modified: company.clock.now() },
    ]);
    expect(await blog('bram').own()).toEqual({ drafts: [], waiting: [] });
    await expect(blog('bram').draft({ key })).rejects.toMatchObject({ tag: 'NotFound' });
    expect(await titles()).toEqual([]);
  });

  it('that was changed on two devices is a conflict, and both versions are there', async () => {
    const key = company.key();
    const { version } = await blog().saveDraft({ key, ...written() });
    await blog().saveDraft({ key, version, ...written({ text: 'On the phone' }) });
    const late = blog().saveDraft({ key, version, ...written({ text: 'At the desk' }) });
    await expect(late).rejects.toMatchObject({ tag: 'Conflict' });
    const stored = await blog().draft({ key });
    expect(stored.text).toBe('On the phone');
    const chosen = { ...written({ text: 'At the desk' }), version: stored.version };
    await blog().saveDraft({ key, ...chosen });
    expect((await blog().draft({ key })).text).toBe('At the desk');
  });

  it('is kept once when only the answer was lost, and discarded by who gives it up', async () => {
    const key = company.key();
    company.faults.inject({ kind: 'answer-lost', on: 'write' });
    await expect(blog().saveDraft({ key, ...written() })).rejects.toMatchObject({ tag: 'Offline' });
    company.faults.heal();
    await blog().saveDraft({ key, ...written() });
    expect((await blog().own()).drafts).toHaveLength(1);
    await blog().discardDraft({ key });
    await blog().discardDraft({ key });
    expect((await blog().own()).drafts).toEqual([]);
  });
});

describe('an article', () => {
  it('is read by its group at once, with its text and how long it takes', async () => {
    const { id } = await publish({ text: 'word '.repeat(450) });
    expect(await titles()).toEqual(['What the oven taught me']);
    const article = await blog('bram').one({ group, id });
    expect(article).toMatchObject({ minutes: 3, mine: false, author: { name: 'Ada Lindqvist' } });
    expect(article.cover).toEqual({ colour: 'teal', icon: 'book' });
    expect(article.text).toBe('word '.repeat(450).trim());
  });

  it('is found by the post that announces it, and by no other post', async () => {
    const { id } = await publish();
    const article = await blog('bram').one({ group, id });
    const announced = (post: string) => blog('bram').announced({ group, post });
    expect(await announced(article.post ?? '')).toEqual(article);
    const wall = await company.as('bram').wall.read({ group });
    expect(wall.posts.map(({ kind }) => kind)).toEqual(['article']);
    const key = company.key();
    const { id: other } = await company.as('bram').wall.post({ group, text: 'Soup', key });
    await expect(announced(other)).rejects.toMatchObject({ tag: 'NotFound' });
    await blog().remove({ group, id });
    await expect(announced(article.post ?? '')).rejects.toMatchObject({ tag: 'NotFound' });
  });

  it('takes the place of its draft', async () => {
    const key = company.key();
    await blog().saveDraft({ key, ...written() });
    await blog().publish({ group, key, ...written() });
    expect((await blog().own()).drafts).toEqual([]);
  });

  it('has its conversation on the wall of its group, with comments and reactions', async () => {
    const { id } = await publish();
    const { post = '' } = await blog('bram').one({ group, id });
    const wall = await company.as('bram').wall.one({ group, post });
    expect(wall.posts[0]?.text).toBe('**What the oven taught me**\n\nThree loaves, one lesson.');
    expect(wall.posts[0]?.author.id).toBe('ada');
    await company.as('bram').wall.comment({ group, post, text: 'Thanks', key: company.key() });
    const lines = (await company.as('ada').catchUp.forYou()).lines;
    expect(lines.map(({ by, why }) => [by.id, why])).toEqual([['bram', 'commented']]);
  });

  it('is there once when only an answer was lost, with the words that were sent last', async () => {
    const key = company.key();
    for (let turn = 0; turn < 3; turn += 1) {
      company.faults.inject({ kind: 'answer-lost', on: 'write' });
      const sent = blog().publish({ group, key, ...written({ title: `Take ${turn}` }) });
      await expect(sent).rejects.toMatchObject({ tag: 'Offline' });
      company.faults.heal();
    }
    await blog().publish({ group, key, ...written() });
    expect(await titles()).toEqual(['What the oven taught me']);
    const wall = await company.as('bram').wall.read({ group });
    expect(wall.posts.map(({ text }) => text)).toEqual([
      '**What the oven taught me**\n\nThree loaves, one lesson.',
    ]);
  });

  it('is changed from the version that was seen, and says the same on the wall', async () => {
    const { id } = await publish();
    const { version, post = '' } = await blog().one({ group, id });
    await blog().change({ group, id, version, ...written({ title: 'The oven', text: 'Longer' }) });
    const late = blog().change({ group, id, version, ...written({ title: 'No' }) });
    await expect(late).rejects.toMatchObject({ tag: 'Conflict' });
    expect(await blog('bram').one({ group, id })).toMatchObject({
      title: 'The oven',
      text: 'Longer',
    });
    const wall = await company.as('bram').wall.one({ group, post });
    expect(wall.posts[0]?.text).toContain('The oven');
    const foreign = blog('bram').change({ group, id, version, ...written() });
    await expect(foreign).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('is taken away by its author alone; a repeat does nothing, and answers stay', async () => {
    const { id } = await publish();
    const { post = '' } = await blog().one({ group, id });
    await company.as('bram').wall.comment({ group, post, text: 'Thanks', key: company.key() });
    await expect(blog('bram').remove({ group, id })).rejects.toMatchObject({ tag: 'Forbidden' });
    await blog().remove({ group, id });
    await blog().remove({ group, id });
    expect(await titles()).toEqual([]);
    await expect(blog('bram').one({ group, id })).rejects.toMatchObject({ tag: 'NotFound' });
    const [left] = (await company.as('bram').wall.one({ group, post })).posts;
    expect(left).toMatchObject({ deleted: true, text: '', commentCount: 1 });
  });

  it.each([
    ['without a title', { title: ' \u200B ' }, 'empty'],
    ['without a text', { text: ' ' }, 'empty'],
    ['with too long a text', { text: 'x'.repeat(articleLimits.text + 1) }, 'too-long'],
  ])('%s is not published', async (_, fields, reason) => {
    await expect(publish(fields)).rejects.toMatchObject({ tag: 'Invalid', data: { reason } });
  });

  it('that stewards hid is given to its author and to them, and in no list of others', async () => {
    const { id } = await publish({ by: 'bram' });
    const { post = '' } = await blog('chloe').one({ group, id });
    const reason = 'names a customer';
    const hide = { group, kind: 'post', id: post, reason, key: company.key() } as const;
    await company.as('ada').stewards.hide(hide);
    expect(await titles('chloe')).toEqual([]);
    expect((await blog('chloe').newest({ groups: [group] })).articles).toEqual([]);
    expect(await blog('chloe').one({ group, id })).toMatchObject({
      title: '',
      text: '',
      hidden: { reason },
    });
    expect(await titles('bram')).toHaveLength(1);
    expect((await blog('ada').one({ group, id })).text).not.toBe('');
  });

  it('of a closed group is for its members alone', async () => {
    const closed = { name: 'Board', purpose: '', access: 'closed' } as const;
    const { id: board } = await company.as('ada').groups.create(closed);
    const { id } = await publish({ within: board });
    const tag = (error: string) => ({ tag: error });
    await expect(blog('bram').read({ group: board })).rejects.toMatchObject(tag('Forbidden'));
    await expect(blog('bram').one({ group: board, id })).rejects.toMatchObject(tag('NotFound'));
    expect((await blog('bram').newest({ groups: [board, group] })).articles).toEqual([]);
    expect((await blog('ada').newest({ groups: [board, group] })).articles).toHaveLength(1);
  });

  it('costs one question for a page of heads, and two for one with everything beside it', async () => {
    const { id } = await publish({ series: 'Bread' });
    const { host, reads } = countingHost(company.host('bram'));
    const page = createCommunity(host);
    await page.blog.read({ group });
    expect(reads).toHaveLength(1);
    await page.blog.one({ group, id });
    expect(reads).toHaveLength(3);
  });
});

describe('an article at a time', () => {
  const tomorrow = () => company.clock.now() + day;

  it('is its author’s alone until then, and everybody’s from then on, though nobody is there', async () => {
    const at = tomorrow();
    const { id } = await publish({ at });
    expect(await titles()).toEqual([]);
    await expect(blog('bram').one({ group, id })).rejects.toMatchObject({ tag: 'NotFound' });
    expect((await company.as('bram').wall.read({ group })).posts).toEqual([]);
    const { waiting } = await blog().own({ groups: [group] });
    expect(waiting).toMatchObject([{ id, at, held: true, mine: true }]);
    company.clock.set(at);
    expect(await titles()).toEqual(['What the oven taught me']);
    expect((await blog('bram').one({ group, id })).text).toContain('Patience');
    expect((await blog().own({ groups: [group] })).waiting).toEqual([]);
  });

  it('opens its conversation when its author is next there', async () => {
    const { id } = await publish({ at: tomorrow() });
    await blog().openConversation({ group, id });
    expect((await blog().one({ group, id })).post).toBeUndefined();
    company.clock.advance(2 * day);
    expect((await blog().read({ group })).articles).toMatchObject([{ waited: true }]);
    await blog().openConversation({ group, id });
    await blog().openConversation({ group, id });
    expect((await blog('bram').one({ group, id })).post).toBeDefined();
    expect((await company.as('bram').wall.read({ group })).posts).toHaveLength(1);
  });

  it('may come sooner, later or at once, while it waits', async () => {
    const at = tomorrow();
    const { id } = await publish({ at });
    const change = async (when: number) => {
      const { version } = await blog().one({ group, id });
      return blog().change({ group, id, version, ...written(), at: when });
    };
    expect(await change(at + day)).toMatchObject({ at: at + day, held: true });
    const now = await change(company.clock.now() - day);
    expect(now.held).toBeUndefined();
    expect(await titles()).toHaveLength(1);
    expect((await change(at)).at).toBe(now.at);
  });

  it('waits at most 90 days', async () => {
    const late = publish({ at: company.clock.now() + 91 * day });
    await expect(late).rejects.toMatchObject({ tag: 'Invalid', data: { field: 'at' } });
  });

  it('goes by the host’s clock, whatever the reader’s says', async () => {
    await publish({ at: tomorrow() });
    const page = await company.ahead('bram', 2 * day).blog.read({ group });
    expect(page.articles).toEqual([]);
  });
});

describe('a series', () => {
  it('has a page with its parts in their order, and each part says which it is', async () => {
    await publish({ title: 'One', series: 'Bread' });
    await publish({ title: 'Alone' });
    const { id } = await publish({ title: 'Two', series: 'Bread' });
    await publish({ title: 'Of Bram', series: 'Bread', by: 'bram' });
    expect(await titles('bram', { writer: 'ada', series: 'Bread' })).toEqual(['One', 'Two']);
    expect(await titles('bram', { writer: 'ada' })).toEqual(['Two', 'Alone', 'One']);
    const { parts } = await blog('bram').one({ group, id });
    expect(parts?.map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  it('and a writer are subscribed to by a person for themselves, and taken back', async () => {
    const { id } = await publish({ series: 'Bread' });
    const [writer, series] = ['ada', 'Bread'];
    await blog('bram').subscribe({ writer });
    await blog('bram').subscribe({ writer, series });
    await blog('bram').subscribe({ writer, series });
    expect(await blog('bram').subscriptions()).toEqual([{ writer }, { writer, series }]);
    expect(await blog('bram').one({ group, id })).toMatchObject({
      followsWriter: true,
      followsSeries: true,
    });
    expect(await blog('chloe').subscriptions()).toEqual([]);
    expect(await company.as('bram').preferences.read()).toEqual({ muted: [], blocked: [] });
    await blog('bram').unsubscribe({ writer });
    await blog('bram').unsubscribe({ writer });
    expect(await blog('bram').subscriptions()).toEqual([{ writer, series }]);
  });
});
