import { Filter, FilterConditions, kvs, MetadataField, Sort, WhereConditions } from '@forge/kvs';
import { expect, it } from 'vitest';
import { openOffice, type Office } from '../testing/office.ts';

const open = () => openOffice();

async function refusal(office: Office, run: () => Promise<unknown>): Promise<unknown> {
  return office.scenario(async () => {
    try {
      await run();
      return 'nothing was refused';
    } catch (error) {
      const { code, responseDetails } = error as {
        code: string;
        responseDetails: { status: number };
      };
      return `${responseDetails.status} ${code}`;
    }
  });
}

it('keeps, replaces and forgets a value', async () => {
  const { scenario } = open();
  const seen = await scenario(async () => {
    await kvs.set('note', { text: 'soup' });
    const first = await kvs.get('note');
    await kvs.set('note', ['bread']);
    const second = await kvs.get('note');
    await kvs.delete('note');
    await kvs.delete('note');
    return [first, second, (await kvs.get('note')) ?? 'gone'];
  });
  expect(seen).toEqual([{ text: 'soup' }, ['bread'], 'gone']);
});

it('keeps each installation to itself', async () => {
  await open().scenario(() => kvs.set('note', 1));
  expect(await open().scenario(async () => (await kvs.get('note')) ?? 'none')).toBe('none');
});

it('tells when a value was written, and lets it expire', async () => {
  const { scenario, clock } = open();
  const metadataFields = [MetadataField.CREATED_AT, MetadataField.EXPIRE_TIME];
  const read = () => scenario(async () => (await kvs.get('note', { metadataFields })) ?? 'gone');
  await scenario(() => kvs.set('note', 1, { ttl: { value: 1, unit: 'HOURS' } }));
  expect(await read()).toEqual({
    key: 'note',
    value: 1,
    createdAt: clock.now(),
    expireTime: new Date(clock.now() + 3_600_000).toISOString(),
  });
  await clock.advance(3_600_000);
  expect(await read()).toBe('gone');
});

it('writes only what is not there yet, when asked to', async () => {
  const office = open();
  const once = () => kvs.set('lock', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
  await office.scenario(once);
  expect(await refusal(office, once)).toBe('409 KEY_CONFLICT');
});

it('keeps secrets apart from everything that is listed', async () => {
  const seen = await open().scenario(async () => {
    await kvs.setSecret('token', 's3cret');
    const { results } = await kvs.query().getMany();
    return [await kvs.getSecret('token'), (await kvs.get('token')) ?? 'none', results];
  });
  expect(seen).toEqual(['s3cret', 'none', []]);
});

it('lists keys by how they begin, in order, page by page', async () => {
  const pages = await open().scenario(async () => {
    for (const key of ['a:3', 'b:1', 'a:1', 'a:2']) await kvs.set(key, key);
    const query = () => kvs.query().where('key', WhereConditions.beginsWith('a:')).limit(2);
    const first = await query().getMany();
    const second = await query()
      .cursor(first.nextCursor ?? '')
      .getMany();
    return [first, second].map(({ results }) => results.map(({ key }) => key));
  });
  expect(pages).toEqual([['a:1', 'a:2'], ['a:3']]);
});

it.each([
  ['an empty key', () => kvs.set('', 1), '400 KEY_TOO_SHORT'],
  ['a key over 500 characters', () => kvs.set('k'.repeat(501), 1), '400 KEY_TOO_LONG'],
  ['a key with a slash', () => kvs.set('a/b', 1), '400 INVALID_KEY'],
  ['a value over 240 KiB', () => kvs.set('k', 'x'.repeat(240 * 1024)), '400 MAX_SIZE'],
  ['a value deeper than 32', () => kvs.set('k', nested(33)), '400 MAX_DEPTH'],
  ['a page over 100', () => kvs.query().limit(101).getMany(), '400 LIST_QUERY_LIMIT_EXCEEDED'],
  ['an undeclared entity', () => kvs.entity('song').set('k', {}), '400 INVALID_ENTITY_TYPE'],
  [
    'an attribute of another type',
    () => kvs.entity('vote').set('k', { weight: 1.5 }),
    '400 INVALID_ENTITY_VALUE',
  ],
  [
    'an undeclared index',
    () => kvs.entity('vote').query().index('by-mood').getMany(),
    '400 INVALID_ENTITY_INDEX',
  ],
  [
    'an entity page over 100',
    () => kvs.entity('vote').query().index('voter').limit(101).getMany(),
    '400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
  ],
])('refuses %s', async (_title, run, expected) => {
  expect(await refusal(open(), run)).toBe(expected);
});

interface Vote {
  readonly poll: string;
  readonly voter: string;
  readonly weight?: number;
}

async function vote(): Promise<void> {
  const votes = kvs.entity<Vote>('vote');
  await votes.set('v1', { poll: 'lunch', voter: 'ada', weight: 3 });
  await votes.set('v2', { poll: 'lunch', voter: 'ben', weight: 1 });
  await votes.set('v3', { poll: 'lunch', voter: 'cy', weight: 2 });
  await votes.set('v4', { poll: 'music', voter: 'ada', weight: 9 });
  await votes.set('v5', { poll: 'lunch', voter: 'dee' });
}

const lunch = () =>
  kvs
    .entity('vote')
    .query()
    .index('by-poll', { partition: ['lunch'] });

it('reads an index in order; what lacks its attributes is not in it', async () => {
  const seen = await open().scenario(async () => {
    await vote();
    const up = await lunch().getMany();
    const down = await lunch().where(WhereConditions.greaterThan(1)).sort(Sort.DESC).getMany();
    const byVoter = await kvs
      .entity('vote')
      .query()
      .index('voter')
      .where(WhereConditions.equalTo('ada'))
      .getMany();
    return [up, down, byVoter].map(({ results }) => results.map(({ key }) => key));
  });
  expect(seen).toEqual([
    ['v2', 'v3', 'v1'],
    ['v1', 'v3'],
    ['v1', 'v4'],
  ]);
});

it('finds entities by their key without an index of its own', async () => {
  const keys = await open().scenario(async () => {
    await vote();
    const query = kvs.entity<Vote>('vote').query().index('by-key');
    const { results } = await query.where(WhereConditions.greaterThan('v3')).getMany();
    return results.map(({ key }) => key);
  });
  expect(keys).toEqual(['v4', 'v5']);
});

it('filters a page after it was cut, so that an empty page may have a cursor', async () => {
  const seen = await open().scenario(async () => {
    await vote();
    const filter = () => new Filter<Vote>().and('voter', FilterConditions.equalTo('ada'));
    const query = () => lunch().filters(filter()).limit(2);
    const first = await query().getMany();
    const second = await query()
      .cursor(first.nextCursor ?? '')
      .getMany();
    return [first.results, second.results.map(({ key }) => key), second.nextCursor ?? 'the end'];
  });
  expect(seen).toEqual([[], ['v1'], 'the end']);
});

it('does a transaction as a whole or not at all', async () => {
  const office = open();
  await office.scenario(vote);
  const conditions = new Filter<Vote>().and('weight', FilterConditions.greaterThan(5));
  const run = () =>
    kvs
      .transact()
      .set('note', 1)
      .delete('v2', { entityName: 'vote' })
      .check('v1', { entityName: 'vote', conditions })
      .execute();
  expect(await refusal(office, run)).toBe('409 TRANSACTION_CONDITION_FAILED');
  const state = () =>
    office.scenario(async () => [
      (await kvs.get('note')) ?? 'none',
      (await kvs.entity('vote').get('v2')) === undefined,
    ]);
  expect(await state()).toEqual(['none', false]);
  const allowed = () =>
    kvs.transact().set('note', 1).delete('v2', { entityName: 'vote' }).execute();
  await office.scenario(allowed);
  expect(await state()).toEqual([1, true]);
});

it('takes 25 operations in a transaction or a batch, and each key once', async () => {
  const office = open();
  const many = Array.from({ length: 26 }, (_, at) => ({ key: `k${at}`, value: at }));
  expect(await refusal(office, () => kvs.batchSet(many))).toBe('400 INVALID_REQUEST');
  const twice = () => kvs.transact().set('k', 1).delete('k').execute();
  expect(await refusal(office, twice)).toBe('400 INVALID_REQUEST');
});

it('reports what of a batch failed next to what succeeded', async () => {
  const result = await open().scenario(async () => {
    const set = await kvs.batchSet([
      { key: 'a', value: 1 },
      { key: 'b/', value: 2 },
    ]);
    const get = await kvs.batchGet([{ key: 'a' }, { key: 'c' }]);
    const gone = await kvs.batchDelete([{ key: 'a' }, { key: 'c' }]);
    return [set, get, gone];
  });
  expect(result).toMatchObject([
    { successfulKeys: [{ key: 'a' }], failedKeys: [{ key: 'b/', error: { code: 'INVALID_KEY' } }] },
    {
      successfulKeys: [{ key: 'a', value: 1 }],
      failedKeys: [{ key: 'c', error: { code: 'KEY_NOT_FOUND' } }],
    },
    { successfulKeys: [{ key: 'a' }, { key: 'c' }], failedKeys: [] },
  ]);
});

it('counts requests by the second, and large ones several times by the minute', async () => {
  const office = open();
  await office.scenario(async () => {
    for (let count = 0; count < 1000; count += 1) await kvs.get('k');
  });
  expect(await refusal(office, () => kvs.get('k'))).toBe('429 RATE_LIMIT_EXCEEDED');
  await office.clock.advance(1000);
  expect(await refusal(office, () => kvs.get('k'))).toBe('nothing was refused');
  const large = 'x'.repeat(200 * 1024);
  await office.scenario(async () => {
    for (let count = 0; count < 190; count += 1) await kvs.set('large', large);
  });
  expect(await refusal(office, () => kvs.set('large', large))).toBe('429 RATE_LIMIT_EXCEEDED');
  await office.scenario(() => kvs.set('k', 1));
});

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { inner: nested(depth - 1) };
}
