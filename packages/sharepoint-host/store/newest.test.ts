/** What is new in many groups, whatever others wrote beside it. */
import { describe, expect, it } from 'vitest';
import {
  closedContainer,
  collection,
  collections,
  groupContainer,
  newest,
  newestStamps,
  rows,
} from '@kantine/core';
import type { ContainerId } from '@kantine/core';
import { contractCollections } from '@kantine/host-contract';
import type { SharePointHost } from '../host.ts';
import { fill, plant } from '../testing/bulk.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Organisation } from '../testing/organisation.ts';

const { posts, reactions } = collections;
const { ballots, notes } = contractCollections;
const many = 20_000;
const mine = Array.from({ length: 60 }, (_, each) => groupContainer(`mine${each}`));
const [first = '', second = ''] = mine;
const others = groupContainer('others');
const words = {
  edited: false,
  deleted: false,
  reason: '',
  kind: 'post',
  topic: '',
  unsure: false,
};
const slow = { timeout: 120_000 };

let organisation: Organisation;
let zoe: SharePointHost;
const cost = { requests: 0, operations: 0 };

eachInAnOrganisation(async (opened) => {
  organisation = opened;
  const anna = organisation.hostOf('anna');
  for (const container of [...mine, others]) await anna.containers.create(container);
  const context = organisation.contextOf('zoe');
  zoe = organisation.hostOf('zoe', {
    fetch: (url, init) => {
      cost.requests += 1;
      const body = typeof init.body === 'string' ? init.body : '';
      cost.operations += body.match(/^(?:GET|POST|MERGE|DELETE) .* HTTP\/1\.1$/gm)?.length ?? 1;
      return context.fetch?.(url, init) ?? expect.fail();
    },
  });
});

/** Posts one a minute, from so many minutes after the start. */
const posted = (container: ContainerId, number: number, minutes: number, text = 'Post') =>
  fill(
    organisation,
    posts,
    container,
    Array.from({ length: number }, (_, n) => ({
      author: n % 2 ? ('anna' as const) : ('ben' as const),
      key: `${text} ${n}`,
      fields: { ...words, text: `${text} ${n}` },
    })),
    minutes,
  );

const ask = async (limit = 100, since = 0, containers: readonly ContainerId[] = mine) => {
  Object.assign(cost, { requests: 0, operations: 0 });
  const [answer] = await zoe.store.read([newest(posts, { containers, since, limit })]);
  return { ...answer, texts: answer.records.map(({ fields }) => fields.text), ...cost };
};

describe('the newest rows of sixty groups', slow, () => {
  it('take one request and one operation beside asking whether the groups are there', async () => {
    await posted(first, 3, 0);
    await ask();
    const { texts, requests, operations, complete } = await ask();
    expect(texts).toEqual(['Post 2', 'Post 1', 'Post 0']);
    expect([requests, operations, complete]).toEqual([1, 1, true]);
  });

  it('find out in one operation whether sixty groups are there', async () => {
    await posted(first, 1, 0);
    // Beside it: who one is, the form digest of a page, and the question itself with its batch.
    expect((await ask()).operations).toBeLessThanOrEqual(5);
    const unknown = [...mine.slice(0, 59), groupContainer('none')];
    const page = organisation.hostOf('zoe');
    const query = newest(posts, { containers: unknown, since: 0, limit: 9 });
    await expect(page.store.read([query])).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('R8: change in nothing but «complete» under 20,000 posts of other groups and 20,000 that are none', async () => {
    await posted(first, 30, 0, 'First');
    await posted(second, 30, 100, 'Second');
    const before = await ask();
    expect(before).toMatchObject({ complete: true, records: { length: 60 } });
    await posted(others, many, 200, 'Others');
    const junk = {
      by: 'ben',
      as: organisation.ids.anna,
      key: 'x',
      fields: { ...words, text: 'No' },
    };
    await plant(organisation, posts, first, { ...junk, by: 'ben' }, many);
    const after = await ask();
    expect(after.records).toEqual(before.records);
    expect(after.requests).toBeLessThanOrEqual(3);
    expect(after.operations).toBeLessThanOrEqual(12);
    const stamps = newestStamps(posts, { containers: mine, since: 0, limit: 100 });
    const [{ records }] = await zoe.store.read([stamps]);
    expect(records).toEqual(before.records.map((record) => ({ ...record, fields: undefined })));
    // Without the junk nothing is missing, for the list was read to its beginning.
    const [{ complete }] = await zoe.store.read([
      newest(posts, { containers: [second], since: 0, limit: 100 }),
    ]);
    expect(complete).toBe(true);
  });

  it('are complete behind many posts of other groups where the instant is reached', async () => {
    await posted(first, 400, 0, 'Old');
    await posted(second, 5, 500, 'New');
    await posted(others, 1_000, 600, 'Others');
    const all = await ask(100);
    const since = all.records[4]?.created ?? 0;
    const { texts, complete } = await ask(100, since);
    expect(texts).toEqual(['New 4', 'New 3', 'New 2', 'New 1', 'New 0']);
    expect(complete).toBe(true);
    expect(all.complete).toBe(false);
  });

  it('say that something may be missing behind 40,000 items', async () => {
    await posted(first, 1, 0, 'Buried');
    await posted(others, 2 * many + 400, 10, 'Others');
    expect(await ask()).toMatchObject({ texts: [], complete: false });
  });

  it('leave out a row of megabytes, and say so', async () => {
    await posted(first, 2, 0);
    const huge = { ...words, text: 'x'.repeat(1_000_000) };
    await organisation.hostOf('ben').store.insert(posts, first, 'huge', huge);
    expect(await ask()).toMatchObject({ texts: ['Post 1', 'Post 0'], complete: false });
  });

  it('come from closed groups as well, an operation for each', async () => {
    const den = closedContainer('den');
    const anna = organisation.hostOf('anna');
    await anna.containers.createClosed(den, '');
    await organisation.hostOf('owner').containers.approve(den, organisation.ids.anna);
    await anna.containers.admit(den, organisation.ids.zoe, 'member');
    await posted(first, 1, 0, 'Open');
    await anna.store.insert(posts, den, 'a', { ...words, text: 'Between us' });
    const containers = [den, ...mine.slice(0, 59)];
    await ask(100, 0, containers);
    const { texts, requests, operations } = await ask(100, 0, containers);
    expect(texts).toEqual(['Between us', 'Open 0']);
    expect([requests, operations]).toEqual([1, 2]);
  });
});

/** A collection with an index by a text, and none of the whole container. */
const marks = collection({
  ...ballots,
  name: 'contractBallots',
});
const ballot = (topic: string, voter = '') => ({ topic, choice: 'yes', voter });

describe('the newest rows of one value in sixty groups', slow, () => {
  const asked = (limit = 10, since = 0) => ({
    containers: mine,
    of: { index: 'byPerson', eq: 'zoe' },
    since,
    limit,
  });
  const noted = (container: ContainerId, number: number, to: string, minutes: number) =>
    fill(
      organisation,
      notes,
      container,
      Array.from({ length: number }, (_, n) => ({
        author: 'anna' as const,
        key: `${to} ${n}`,
        fields: { topic: '', text: `${to} ${n}`, to },
      })),
      minutes,
    );
  const texts = async (limit?: number, since?: number) => {
    Object.assign(cost, { requests: 0, operations: 0 });
    const [answer] = await zoe.store.read([newest(notes, asked(limit, since))]);
    return { texts: answer.records.map(({ fields }) => fields.text), complete: answer.complete };
  };

  it('take one question, whatever else is there', async () => {
    await noted(first, 2, 'zoe', 0);
    await noted(second, many, 'ben', 10);
    await noted(second, 1, 'zoe', 5);
    await texts();
    expect(await texts()).toEqual({ texts: ['zoe 0', 'zoe 1', 'zoe 0'], complete: true });
    expect(cost).toEqual({ requests: 1, operations: 1 });
  });

  it('are found beside a group that is flooded, in a few requests, and the answer says so', async () => {
    await noted(first, 3, 'zoe', 0);
    const fields = { topic: '', text: 'No', to: 'zoe' };
    const junk = { by: 'ben' as const, as: organisation.ids.anna, key: 'x', fields };
    await plant(organisation, notes, second, junk, many);
    await texts();
    const found = await texts();
    expect(found).toEqual({ texts: ['zoe 2', 'zoe 1', 'zoe 0'], complete: false });
    expect(cost.requests).toBeLessThanOrEqual(4);
    expect(cost.operations).toBeLessThanOrEqual(30);
  });

  it('show a person’s record once, though they have two rows of it', async () => {
    const { ids } = organisation;
    const anna = organisation.hostOf('anna');
    await anna.store.insert(marks, first, 'a', ballot('a'));
    const twice = { by: 'anna' as const, as: ids.anna, key: 'a', fields: ballot('a') };
    await plant(organisation, marks, first, twice, 1);
    for (const of of [undefined, { index: 'byChoice', eq: 'yes' }, { index: 'byTopic', eq: 'a' }]) {
      const query = newest(marks, { containers: mine, since: 0, limit: 9, ...(of ? { of } : {}) });
      const [{ records }] = await zoe.store.read([query]);
      expect(records).toHaveLength(1);
    }
  });

  it('are asked for by the reader where each asks for their own', async () => {
    const { ids } = organisation;
    const eq = JSON.stringify(['x', ids.zoe]);
    await zoe.store.insert(marks, first, 'a', ballot('a', eq));
    const fields = ballot('a', eq);
    const junk = { by: 'ben' as const, as: ids.zoe, key: 'a', fields };
    await plant(organisation, marks, second, junk, many);
    const of = { index: 'byVoter', eq };
    const [{ records, complete }] = await zoe.store.read([
      newest(marks, { containers: mine, of, since: 0, limit: 9 }),
    ]);
    expect(records.map(({ container }) => container)).toEqual([first]);
    expect(complete).toBe(true);
  });
});

describe('the first rows of several values together', slow, () => {
  const topics = Array.from({ length: 20 }, (_, n) => `${n}`);
  const asked = { container: first, index: 'byPost', in: topics } as const;
  const query = (limit: number, order: 'ascending' | 'descending' = 'ascending') =>
    rows(reactions, { ...asked, limitOf: 'all', order, limit });
  const reaction = (post: string, n: number) => ({
    author: n % 2 ? ('anna' as const) : ('ben' as const),
    key: `post:${post}:${n}`,
    fields: { post, target: `post:${post}`, kind: 'like', mark: '', owner: '' },
  });
  const read = async (limit: number, order?: 'ascending' | 'descending') => {
    Object.assign(cost, { requests: 0, operations: 0 });
    const [answer] = await zoe.store.read([query(limit, order)]);
    return { keys: answer.records.map(({ key }) => key), incomplete: answer.incomplete };
  };

  it('take one question', async () => {
    await fill(
      organisation,
      reactions,
      first,
      topics.map((topic, n) => reaction(topic, n)),
    );
    await read(3);
    expect(await read(3)).toEqual({
      keys: ['post:0:0', 'post:1:1', 'post:2:2'],
      incomplete: true,
    });
    expect(cost).toEqual({ requests: 1, operations: 1 });
    expect(await read(100, 'descending')).toMatchObject({
      keys: { length: 20 },
      incomplete: undefined,
    });
  });

  it('are found where one of the values is flooded', async () => {
    await fill(
      organisation,
      reactions,
      first,
      topics.map((topic, n) => reaction(topic, n)),
    );
    const { fields } = reaction('3', 0);
    const junk = { by: 'ben' as const, as: organisation.ids.zoe, key: 'x', fields };
    await plant(organisation, reactions, first, junk, many);
    const each = rows(reactions, { ...asked, order: 'ascending', limit: 100 });
    Object.assign(cost, { requests: 0, operations: 0 });
    await zoe.store.read([each]);
    const plain = cost.requests;
    const { keys, incomplete } = await read(100);
    expect(keys).toEqual(topics.map((topic, n) => reaction(topic, n).key));
    expect(incomplete).toBe(true);
    expect(cost.requests).toBeLessThanOrEqual(plain);
  });
});
