/** What waits for somebody on Confluence, where the resolver answers. */
import { everybodyToken } from '@kantine/core';
import type { ForYou, News } from '@kantine/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountOf, openOrganisation } from './testing/organisation.ts';
import type { Organisation } from './testing/organisation.ts';
import { valueOf } from './testing/value.ts';

const [anna, ben, zoe] = [accountOf('anna'), accountOf('ben'), accountOf('zoe')];

let organisation: Organisation;
beforeEach(async () => {
  organisation = await openOrganisation();
});
afterEach(() => organisation.close());

const value = <T>(as: string, operation: string, input?: object): Promise<T> =>
  valueOf<T>(organisation, as, operation, input);

const reasons = async (as: string): Promise<readonly string[]> =>
  (await value<ForYou>(as, 'catchUp.forYou')).lines.map(({ why }) => why).toSorted();

/** A group of Anna's, which Ben has joined too, and a post of hers that he follows. */
async function begin() {
  const about = { name: 'Lunch run', purpose: '', key: 'key of the draft' };
  const { id: group } = await value<{ id: string }>(anna, 'groups.create', about);
  await value(ben, 'groups.join', { group });
  const said = { group, text: 'Soup', key: 'key of the post' };
  const { id: post } = await value<{ id: string }>(anna, 'wall.post', said);
  await value(ben, 'preferences.follow', { group, post });
  await organisation.clock.advance(60_000);
  return { group, post };
}

describe('what waits for somebody', () => {
  it('is what is said to everybody, and on posts that they follow; nobody else is told', async () => {
    const { group, post } = await begin();
    const all = { group, text: `At noon, ${everybodyToken}`, key: 'key of everybody' };
    await value(anna, 'wall.post', all);
    await value(anna, 'wall.comment', { group, post, text: 'With bread', key: 'key of bread' });
    expect(await reasons(ben)).toEqual(['everybody', 'followed']);
    expect(await reasons(zoe)).toEqual([]);
    expect(await value(ben, 'catchUp.everybody', { group })).toBe(1);
    await value(ben, 'preferences.unfollow', { group, post });
    expect(await reasons(ben)).toEqual(['everybody']);
  });

  it('waits no more once it was taken back, which who looked is told', async () => {
    const { group } = await begin();
    const all = { group, text: `At noon, ${everybodyToken}`, key: 'key of everybody' };
    const { id, version } = await value<{ id: string; version: string }>(anna, 'wall.post', all);
    const message = { group, kind: 'post', id };
    const lines = [{ message, why: 'everybody' }];
    expect(await value(ben, 'catchUp.takenBack', { lines })).toEqual([]);
    await value(anna, 'wall.edit', { ...message, text: 'Not today', version });
    expect(await reasons(ben)).toEqual([]);
    expect(await value(ben, 'catchUp.takenBack', { lines })).toEqual([{ message, by: 'author' }]);
  });

  it('takes two statements more to know that no idea waits for a word there', async () => {
    const { group } = await begin();
    organisation.statements.length = 0;
    expect(await value(anna, 'ideas.waiting', { groups: [group] })).toMatchObject({ ideas: [] });
    expect(organisation.statements.length).toBeLessThanOrEqual(2);
  });

  it('takes at most six statements', async () => {
    const { group, post } = await begin();
    await value(anna, 'wall.comment', { group, post, text: 'With bread', key: 'key of bread' });
    organisation.statements.length = 0;
    expect(await reasons(ben)).toEqual(['followed']);
    expect(organisation.statements.length).toBeLessThanOrEqual(6);
  });

  it('comes with what was decided and what is worth a look, for seven statements', async () => {
    const { group } = await begin();
    const key = 'key of an idea';
    const idea = { group, text: 'Rye on Fridays', unsure: false, key };
    const { id: post } = await value<{ id: string }>(zoe, 'ideas.putForward', idea);
    const fate = { group, post, state: 'adopted', reason: 'since everybody wants to try it' };
    await value(anna, 'ideas.decide', { ...fate, key: 'key of a fate' });
    organisation.statements.length = 0;
    const { decided, worth, until } = await value<News>(ben, 'catchUp.news');
    expect(decided.map(({ text }) => text)).toEqual(['Rye on Fridays']);
    expect(worth).toEqual([]);
    expect(organisation.statements.length).toBeLessThanOrEqual(7);
    await value(ben, 'catchUp.seen', { until });
    expect((await value<News>(ben, 'catchUp.news')).decided).toEqual([]);
  });
});
