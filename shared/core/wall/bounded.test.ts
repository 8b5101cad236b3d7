/**
 * Rows that others write by hand make a wall short, never slow; and it counts the rows that it leaves out.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '../community.ts';
import { groups, memberships } from '../groups/collections.ts';
import { communityContainer, groupContainer } from '../kernel/container.ts';
import { countingHost } from '../testing/counting-host.ts';
import { forger } from '../testing/forger.ts';
import type { Forger } from '../testing/forger.ts';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { comments, posts } from './message.ts';
import type { PostRecord } from './message.ts';
import { reactions } from './reaction.ts';
import type { PostView, WallPage } from './view.ts';

let company: Organisation & { readonly group: string };
let group: string;
let container: string;
let mallory: Forger;
let post: PostView;

beforeEach(async () => {
  company = await organisationWithGroup();
  group = company.group;
  container = groupContainer(group);
  mallory = forger(company);
  post = await company.as('ada').wall.post({ group, text: 'Lunch?', key: company.key() });
  company.clock.advance(minute);
});

const message = () => ({ group, kind: 'post', id: post.id }) as const;
const comment = (person: string, text: string) =>
  company.as(person).wall.comment({ group, post: post.id, text, key: company.key() });
const blank = { edited: false, deleted: false, reason: '' };
const forgeComment = (key: string, text: unknown) =>
  mallory.write(comments, container, key, { ...blank, post: post.id, parent: '', text });
const wall = () => company.as('daan').wall.read({ group });

describe('a flood of rows that break a rule', () => {
  it('T7: costs a first page at most four requests, and its cursor leads on', async () => {
    await comment('bram', 'Yes');
    for (let turn = 0; turn < 400; turn += 1) {
      const about = { group, post: post.id, target: `post:${post.id}`, mark: turn };
      await forgeComment(`comment ${turn}`, turn);
      await mallory.write(reactions, container, `reaction ${turn}`, { ...about, owner: '' });
      await mallory.write(memberships, communityContainer, `${turn}`, { group, person: turn });
      await mallory.write(groups, communityContainer, `${turn}`, { title: '', name: turn });
      await mallory.write(posts, container, `post ${turn}`, { ...blank, text: turn });
    }
    const { host, reads } = countingHost(company.host('daan'));
    const reader = createCommunity(host);
    let page: WallPage = await reader.wall.read({ group });
    // Five questions in four requests: members and further posts are asked for at once.
    expect(reads.length).toBeLessThanOrEqual(5);
    expect(page).toMatchObject({ posts: [], dropped: 60, group: { id: group } });
    while (page.posts.length === 0 && page.cursor !== undefined) {
      reads.length = 0;
      page = await reader.wall.read({ group, cursor: page.cursor });
      expect(reads.length).toBeLessThanOrEqual(5);
    }
    expect(page.posts.map(({ text }) => text)).toEqual(['Lunch?']);
  });

  it('T7: costs a page of comments at most two requests, and its cursor leads on', async () => {
    await comment('bram', 'Yes');
    for (let turn = 0; turn < 500; turn += 1) await forgeComment(`comment ${turn}`, turn);
    const { host, reads } = countingHost(company.host('daan'));
    const reader = createCommunity(host);
    let page = await reader.wall.comments({ group, post: post.id });
    expect(reads).toHaveLength(2);
    expect(page).toMatchObject({ comments: [], dropped: 200 });
    while (page.cursor !== undefined) {
      page = await reader.wall.comments({ group, post: post.id, cursor: page.cursor });
    }
    expect(page.comments.map(({ text }) => text)).toEqual(['Yes']);
  });

  it('T18: is no exact number of comments', async () => {
    for (let turn = 0; turn < 300; turn += 1) await forgeComment(`comment ${turn}`, turn);
    await comment('bram', 'Yes');
    const [shown] = (await wall()).posts;
    expect(shown?.comments.map(({ text }) => text)).toEqual(['Yes']);
    // A host that counts without reading the rows would say 301.
    expect(shown).toMatchObject({ commentCount: 1, isCountRough: true });
  });

  it('T18: that was read to its end leaves the number of comments exact', async () => {
    for (let turn = 0; turn < 20; turn += 1) await forgeComment(`comment ${turn}`, turn);
    await comment('bram', 'Yes');
    const [shown] = (await wall()).posts;
    expect(shown?.commentCount).toBe(1);
    expect(shown).not.toHaveProperty('isCountRough');
  });
});

describe('a message that its author changes by hand', () => {
  const change = async (text: string): Promise<void> => {
    const { store } = company.host('ada');
    const newest = { kind: 'rows', collection: posts, container, index: 'recent' } as const;
    const [{ records }] = await store.read([{ ...newest, order: 'descending', limit: 1 }]);
    await store.update(posts, records[0] as PostRecord, { text });
  };
  const shown = async () => (await wall()).posts[0];

  it('T13: shows as edited once it is ten minutes old', async () => {
    company.clock.advance(5 * minute);
    await change('Lunch at one?');
    expect(await shown()).toMatchObject({ text: 'Lunch at one?', edited: false });
    company.clock.advance(5 * minute);
    await change('I quit');
    expect(await shown()).toMatchObject({ text: 'I quit', edited: true });
  });

  it('T13: shows as edited once somebody answered', async () => {
    await comment('bram', 'Yes');
    company.clock.advance(minute);
    await change('I quit');
    expect(await shown()).toMatchObject({ text: 'I quit', edited: true });
    expect((await company.as('daan').wall.history(message())).length).toBe(0);
  });
});

describe('a forged message', () => {
  it.each([
    ['shows nothing', '\u200B\u2060'],
    ['holds half a character', 'I quit \uD800'],
    ['holds control characters', 'I quit\u0007'],
  ])('T23: that %s is left out and counted', async (_, text) => {
    await mallory.write(posts, container, 'forged', { ...blank, text });
    await forgeComment('forged', text);
    const page = await wall();
    expect(page.posts.map((each) => [each.text, each.comments])).toEqual([['Lunch?', []]]);
    expect(page.dropped).toBe(2);
  });
});
