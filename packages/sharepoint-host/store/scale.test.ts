import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collections, count, createCommunity, groupContainer, rows } from '@kantine/core';
import type { Rows, RowsQuery } from '@kantine/core';
import { contractCollections } from '@kantine/host-contract';
import { fill } from '../testing/bulk.ts';
import { makeTemplate, openFolder, openOrganisation } from '../testing/organisation.ts';
import type { Folder, Organisation, Template } from '../testing/organisation.ts';
import type { SharePointHost } from '../host.ts';

const { entries } = contractCollections;
const busy = groupContainer('busy');
const quiet = groupContainer('quiet');
/** Well beyond SharePoint's List View Threshold of 5,000. */
const many = 12_000;

const entry = (n: number) => ({
  shelf: n % 3 === 0 ? 'rare' : 'common',
  label: n % 2 === 0 ? 'even' : 'odd',
  body: '',
  rank: many - n,
  amount: n,
  done: false,
  tags: [],
});

describe('a list with far more rows than one question may match', () => {
  let folder: Folder;
  let organisation: Organisation;
  let anna: SharePointHost;

  beforeAll(async () => {
    folder = await openFolder();
    organisation = await openOrganisation(folder, await makeTemplate(folder));
    anna = organisation.hostOf('anna');
    for (const container of [busy, quiet]) await anna.containers.create(container);
    const record = (n: number) => ({ author: 'ben', key: `${n}`, fields: entry(n) }) as const;
    await fill(
      organisation,
      entries,
      busy,
      Array.from({ length: many }, (_, n) => record(n)),
    );
    await fill(organisation, entries, quiet, [record(many), record(many + 1)], many);
    await fill(organisation, entries, busy, [record(many + 2)], many + 2);
  });
  afterAll(async () => {
    await organisation.close();
    await folder.remove();
  });

  const ask = async (asked: Partial<RowsQuery>, container = busy) => {
    const query = { container, index: 'recent', order: 'descending', limit: 3, ...asked } as const;
    const [page]: readonly [Rows<{ amount: number }>] = await anna.store.read([
      rows(entries, query),
    ]);
    return { amounts: page.records.map(({ fields }) => fields.amount), cursor: page.cursor };
  };

  it('gives a container’s newest and oldest rows', async () => {
    expect((await ask({})).amounts).toEqual([many + 2, many - 1, many - 2]);
    expect((await ask({ order: 'ascending' })).amounts).toEqual([0, 1, 2]);
  });

  it('gives the few rows of a quiet container between those of a busy one', async () => {
    expect(await ask({}, quiet)).toEqual({ amounts: [many + 1, many], cursor: undefined });
  });

  it('gives one value’s rows, be they few or more than 5,000', async () => {
    const of = (eq: string, order: 'ascending' | 'descending') =>
      ask({ index: 'byShelf', eq, order });
    expect((await of('common', 'descending')).amounts).toEqual([many + 2, many - 1, many - 2]);
    expect((await of('common', 'ascending')).amounts).toEqual([1, 2, 4]);
    expect((await of('rare', 'descending')).amounts).toEqual([many - 3, many - 6, many - 9]);
  });

  it('gives several values’ rows, each up to the limit', async () => {
    const { amounts } = await ask({ index: 'byShelf', in: ['rare', 'none', 'common'], limit: 2 });
    expect(amounts).toEqual([many - 3, many - 6, many + 2, many - 1]);
  });

  it('orders and bounds by a number', async () => {
    const range = { from: 100, to: 9_000 };
    const up = await ask({ index: 'byRank', order: 'ascending', range });
    expect(up.amounts).toEqual([many - 100, many - 101, many - 102]);
    const down = await ask({ index: 'byShelfAndRank', eq: 'rare', range });
    expect(down.amounts).toEqual([3_000, 3_003, 3_006]);
  });

  it('bounds by the time of creation', async () => {
    const [page] = await anna.store.read([
      rows(entries, { container: busy, index: 'recent', order: 'ascending', limit: 1 }),
    ]);
    const first = page.records[0]?.created ?? 0;
    const range = { from: first + 60_000, to: first + 120_000 };
    expect((await ask({ range, limit: 10 })).amounts).toEqual([2, 1]);
    expect((await ask({ index: 'byShelf', eq: 'common', range })).amounts).toEqual([2, 1]);
  });

  it('turns pages to the end, seeing every row once', async () => {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask({
        index: 'byShelf',
        eq: 'rare',
        limit: 100,
        ...(cursor === undefined ? {} : { cursor }),
      });
      seen.push(...page.amounts);
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(many / 3);
    expect(new Set(seen).size).toBe(many / 3);
  });

  it('counts every row', async () => {
    const by = { by: 'label', distinctAuthors: false } as const;
    const [whole, some] = await anna.store.read([
      count(entries, { container: busy, index: 'recent', ...by }),
      count(entries, { container: busy, index: 'byShelf', in: ['rare', 'common'], ...by }),
    ]);
    expect(whole).toEqual(
      new Map([
        ['even', 6_001],
        ['odd', 6_000],
      ]),
    );
    expect(some).toEqual(whole);
  });
});

describe('the first page of a wall', () => {
  let folder: Folder;
  let template: Template;
  beforeAll(async () => {
    folder = await openFolder();
    template = await makeTemplate(folder);
  });
  afterAll(() => folder.remove());

  /** Requests for a wall that is opened on a fresh page, and for one that is opened again. */
  async function trips(posts: number): Promise<{ first: number; again: number }> {
    const organisation = await openOrganisation(folder, template);
    const group = (
      await createCommunity(organisation.hostOf('anna')).groups.create({
        name: 'Lunch',
        purpose: '',
      })
    ).id;
    const container = groupContainer(group);
    const message = (n: number) => ({
      author: n % 2 ? ('ben' as const) : ('zoe' as const),
      key: `${n}`,
      fields: { text: `Message ${n}`, edited: false, deleted: false, reason: '' },
    });
    await fill(
      organisation,
      collections.posts,
      container,
      Array.from({ length: posts }, (_, n) => message(n)),
    );
    const userId = Number(organisation.ids.ben);
    const formDigest = { value: 'with the page', seconds: 1800 };
    const community = createCommunity(organisation.hostOf('ben', { userId, formDigest }));
    const measured = async (): Promise<number> => {
      const before = organisation.network.count();
      const wall = await community.wall.read({ group });
      expect(wall.posts[0]?.text).toBe(`Message ${posts - 1}`);
      return organisation.network.count() - before;
    };
    const result = { first: await measured(), again: await measured() };
    await organisation.close();
    return result;
  }

  it('takes as many requests with 20,000 posts as with 100', async () => {
    const few = await trips(100);
    const lots = await trips(20_000);
    expect(few.again).toBe(2);
    expect(lots.again).toBe(2);
    // Fresh: rights (with posts, if their digests are made in time), posts, about posts with who wrote
    // them, what is known of those, and of their managers.
    expect(few.first).toBeLessThanOrEqual(5);
    expect(lots.first).toBeLessThanOrEqual(5);
  });
});
