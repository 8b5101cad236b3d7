/** Rows that a member writes around Kantine bring nothing before anybody, and hide nothing. */
import { beforeEach, describe, expect, it } from 'vitest';
import { groupContainer } from '../kernel/container.ts';
import { mentionKey, mentions } from '../mentions/collection.ts';
import { mentionToken } from '../mentions/write-token.ts';
import { countingHost } from '../testing/counting-host.ts';
import { createCommunity } from '../community.ts';
import { forger, malformed } from '../testing/forger.ts';
import type { Forger } from '../testing/forger.ts';
import { minute, organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { comments, posts } from '../wall/message.ts';

let company: Organisation & { readonly group: string };
let group: string;
let mallory: Forger;
/** A post of Bram's that mentions Ada. */
let honest: string;

beforeEach(async () => {
  company = await organisationWithGroup();
  ({ group } = company);
  mallory = forger(company);
  honest = (await post('bram', `Ask ${mentionToken('ada')}`)).id;
});

async function post(by: string, text: string) {
  company.clock.advance(minute);
  return company.as(by).wall.post({ group, text, key: company.key() });
}

const forYou = (person = 'ada') => company.as(person).catchUp.forYou();
const shown = async () =>
  (await forYou()).lines.map(({ by, why, message }) => [by.id, why, message.id]);
const blank = { edited: false, deleted: false, reason: '' };

describe('a forged mention', () => {
  const forge = (target: string, to = 'ada', key = mentionKey(target, to)) =>
    mallory.write(mentions, groupContainer(group), key, { to, target });

  it('without a message, of a message of somebody else, or that names nobody counts for nothing', async () => {
    const { id: silent } = await post('emre', 'Ask Ada');
    await forge('post:404');
    await forge(`post:${honest}`);
    await forge(`post:${silent}`);
    await forge(`comment:${honest}`);
    await forge('nonsense');
    await forge('');
    expect(await shown()).toEqual([['bram', 'mentioned', honest]]);
    expect((await forYou()).dropped).toBe(6);
  });

  it('under another key, or with columns of another shape, is dropped', async () => {
    const { id } = await post('emre', `Ask ${mentionToken('ada')}`);
    await forge(`post:${id}`, 'ada', 'other');
    for (const [turn, fields] of malformed.entries()) {
      const row =
        typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? fields : {};
      await mallory.write(mentions, groupContainer(group), `row ${turn}`, { ...row, to: 'ada' });
    }
    expect(await shown()).toEqual([
      ['emre', 'mentioned', id],
      ['bram', 'mentioned', honest],
    ]);
    expect((await forYou()).dropped).toBe(1 + malformed.length);
  });

  it('of an own message that does name its person is one, however often it is written', async () => {
    const { id } = await post('emre', `Ask ${mentionToken('ada')}`);
    for (const key of ['a', 'b', `post:${id}|ada `]) await forge(`post:${id}`, 'ada', key);
    expect(await shown()).toContainEqual(['emre', 'mentioned', id]);
    expect(await shown()).toHaveLength(2);
  });

  it('A1: ten thousand of them show nothing, cost no more questions, and are told of', async () => {
    const store = company.host('emre').store;
    for (let turn = 0; turn < 10_000; turn += 1) {
      const target = `post:forged-${turn}`;
      await store.insert(mentions, groupContainer(group), mentionKey(target, 'ada'), {
        to: 'ada',
        target,
      });
    }
    const { id } = await post('chloe', `Ask ${mentionToken('ada')}`);
    const { host, reads } = countingHost(company.host('ada'));
    const found = await createCommunity(host).catchUp.forYou();
    // What is older than the flood may be hidden by it, and that there may be more is said.
    expect(found.lines.map(({ message }) => message.id)).toEqual([id]);
    expect(found.dropped).toBeGreaterThan(100);
    expect(found.isMore).toBe(true);
    expect(reads.length).toBeLessThanOrEqual(5);
    expect(reads.flat().length).toBeLessThan(40);
  }, 60_000);
});

describe('a forged answer', () => {
  const write = (fields: Readonly<Record<string, unknown>>) =>
    mallory.write(comments, groupContainer(group), company.key(), {
      ...blank,
      post: honest,
      parent: '',
      text: 'Look here',
      to: 'ada',
      ...fields,
    });

  it('to somebody who wrote neither the post nor the comment above it is an ordinary comment', async () => {
    const { id: own } = await post('ada', 'Soup?');
    const answer = { group, post: own, text: 'Yes', key: company.key() };
    const { id: yes } = await company.as('bram').wall.comment(answer);
    await write({});
    await write({ post: '404' });
    await write({ post: honest, parent: yes });
    // A comment of Ada's on another post is none that stands above it.
    const other = { group, post: own, text: 'Yes', key: company.key() };
    const { id: above } = await company.as('ada').wall.comment(other);
    await write({ post: honest, parent: above });
    expect(await shown()).toEqual([
      ['bram', 'commented', yes],
      ['bram', 'mentioned', honest],
    ]);
    const { posts: wall } = await company.as('daan').wall.read({ group });
    expect(wall.find(({ id }) => id === honest)?.commentCount).toBe(3);
  });

  it('that is malformed or empty is nobody’s', async () => {
    const { id: own } = await post('ada', 'Soup?');
    await write({ post: own, text: '\u200B' });
    await write({ post: own, text: 7 });
    await write({ post: own, parent: null });
    expect(await shown()).toHaveLength(1);
  });
});

describe('what members of a secret group write', () => {
  it('A2: is told to nobody outside of it, whom they mention', async () => {
    const den = {
      name: 'Quiet revolution',
      purpose: '',
      access: 'secret',
      key: company.key(),
    } as const;
    const asked = async () => JSON.stringify(await forYou('daan'));
    const { host, reads } = countingHost(company.host('daan'));
    const before = [await asked(), await createCommunity(host).catchUp.forYou()];
    const questions = reads.map((queries) => queries.length);
    const { id } = await company.as('chloe').groups.create(den);
    const key = company.key();
    const text = `We will not tell ${mentionToken('daan')}`;
    await company.as('chloe').wall.post({ group: id, text, key });
    const { host: later, reads: again } = countingHost(company.host('daan'));
    expect([await asked(), await createCommunity(later).catchUp.forYou()]).toEqual(before);
    expect(again.map((queries) => queries.length)).toEqual(questions);
    for (const queries of again) {
      expect(JSON.stringify(queries)).not.toContain(id);
    }
  });

  it('is told to nobody who has left it', async () => {
    const den = {
      name: 'Quiet revolution',
      purpose: '',
      access: 'secret',
      key: company.key(),
    } as const;
    const { id } = await company.as('chloe').groups.create(den);
    await company.as('chloe').groups.admit({ group: id, person: 'daan', role: 'member' });
    const text = `Hello ${mentionToken('daan')}`;
    await company.as('chloe').wall.post({ group: id, text, key: company.key() });
    expect((await forYou('daan')).lines).toHaveLength(1);
    await company.as('chloe').groups.expel({ group: id, person: 'daan' });
    expect(await forYou('daan')).toMatchObject({ lines: [], dropped: 0, failed: 0 });
  });
});

describe('a message that is gone', () => {
  it('A3: brings nothing before anybody from the next look on, even if its rows are left', async () => {
    const text = `Bye ${mentionToken('ada')}`;
    const { id, version } = await post('chloe', text);
    expect(await shown()).toHaveLength(2);
    const message = { group, kind: 'post', id } as const;
    await company.as('chloe').wall.remove({ ...message, version, reason: '' });
    const target = `post:${id}`;
    const left = { to: 'ada', target };
    const { store } = company.host('chloe');
    await store.insert(mentions, groupContainer(group), mentionKey(target, 'ada'), left);
    expect(await shown()).toEqual([['bram', 'mentioned', honest]]);
    expect((await forYou()).dropped).toBe(0);
  });

  it('is none of somebody else’s, under its id', async () => {
    const fields = { ...blank, kind: 'post', text: `Hi ${mentionToken('ada')}` };
    const { id } = await mallory.write(posts, groupContainer(group), company.key(), fields);
    const target = `post:${id}`;
    const { store } = company.host('daan');
    await store.insert(mentions, groupContainer(group), mentionKey(target, 'ada'), {
      to: 'ada',
      target,
    });
    expect(await shown()).toHaveLength(1);
  });
});
