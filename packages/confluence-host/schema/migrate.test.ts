import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql as forge } from '@forge/sql';
import { collection, collections, communityContainer, isKantineError, rows } from '@kantine/core';
import { contractCollections, earlierMarks, mark } from '@kantine/host-contract';
import { openInstance } from '../instance.ts';
import { accountOf, allCollections, openOrganisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { enableSpace } from '../upkeep/space-settings.ts';
import { migrate } from './index.ts';

const { marks } = contractCollections;
const anna = accountOf('anna');
/** What a site has, and one more: Forge lets an app define 25 things in a minute. */
const kept = [...Object.values(collections), marks];

describe.each(['MariaDB', 'the embedded database'] as const)('migrations on %s', (engine) => {
  let organisation: Organisation;
  beforeEach(async () => {
    organisation = await openOrganisation({ isSetUp: false, engine, kept });
  });
  afterEach(() => organisation.close());

  const inFunction = <T>(work: () => Promise<T>) => organisation.inside({ as: 'admin' }, work);
  const runOnce = (collections = allCollections) =>
    inFunction(() => migrate(organisation.instance.database, collections));
  /** The tables of the product and of the contract are more than Forge allows in a minute: the next run goes on. */
  const run = async (collections = allCollections): Promise<void> => {
    try {
      await runOnce(collections);
    } catch (error) {
      if (!isKantineError(error, 'Throttled')) throw error;
      await organisation.clock.advance(60_000);
      await run(collections);
    }
    await organisation.clock.advance(60_000);
  };

  /** Runs them in a function that ends before its nth statement. @returns whether they came to their end. */
  async function runUntil(statement: number, collections = allCollections): Promise<boolean> {
    let left = statement;
    const { database } = openInstance({
      wait: (milliseconds) => organisation.clock.advance(milliseconds),
      onStatement: () => {
        if (left === 0) throw new Error('The function was ended.');
        left -= 1;
      },
    });
    return inFunction(() => migrate(database, collections)).then(
      () => true,
      () => false,
    );
  }

  /** Forge lets an app define 25 things in a minute. */
  const minutePasses = (): Promise<void> => organisation.clock.advance(60_000);

  const use = async (): Promise<void> => {
    await inFunction(() => enableSpace(organisation.instance.database, '400', true));
    await organisation.within({ as: anna }, async ({ store }) => {
      const fields = mark({ shelf: 'top', mood: 'glad' });
      const { record } = await store.insert(marks, communityContainer, 'a', fields);
      expect(record.fields).toEqual(fields);
    });
  };

  it('may be run again, and have nothing to do then', async () => {
    await run();
    await use();
    await minutePasses();
    organisation.statements.length = 0;
    await run();
    expect(organisation.statements).toHaveLength(2);
    expect(await organisation.within({ as: anna }, countMarks)).toBe(1);
  });

  it('refuse collections that contradict themselves or each other, and make nothing of them', async () => {
    const lost = { ...marks, about: { of: 'records', ids: { nowhere: 'shelf' } } } as const;
    await expect(run([lost])).rejects.toThrow('about «nowhere»');
    const unkept = { ...marks, privacy: { ...marks.privacy, keep: 'with' } } as const;
    await expect(run([unkept])).rejects.toThrow('kept «with» records');
    expect(organisation.statements).toEqual([]);
  });

  it('that were ended at any point go on where they were', async () => {
    let statement = 0;
    while (!(await runUntil(statement))) statement += 1;
    expect(statement).toBeGreaterThan(0);
    await use();
  });

  it('may run twice at once', async () => {
    // Together they may define more than Forge allows in a minute; the next run goes on.
    await Promise.allSettled([runOnce(), runOnce(), runOnce()]);
    await organisation.clock.advance(60_000);
    await run();
    await use();
  });

  it('add what a later version declares, and old rows say its default', async () => {
    await run([...allCollections.filter(({ name }) => name !== marks.name), earlierMarks]);
    await inFunction(() => enableSpace(organisation.instance.database, '400', true));
    await organisation.within({ as: anna }, ({ store }) =>
      store.insert(earlierMarks, communityContainer, 'old', { shelf: 'top' }),
    );
    const later = collection({
      ...marks,
      indexes: {
        ...marks.indexes,
        byMood: { partition: 'mood', order: 'created' },
        byWeight: { order: 'weight' },
        byMoodAndWeight: { partition: 'mood', order: 'weight' },
      },
    });
    const all = [...allCollections.filter(({ name }) => name !== marks.name), later];
    let statement = 0;
    while (!(await runUntil(statement, all))) statement += 1;
    await organisation.within({ as: anna }, async ({ store }) => {
      const light = mark({ weight: 3 });
      await store.insert(later, communityContainer, 'new', light);
      const page = { container: communityContainer, order: 'ascending', limit: 9 } as const;
      const [byMood, byWeight, heavy] = await store.read([
        rows(later, { ...page, index: 'byMood', eq: 'calm' }),
        rows(later, { ...page, index: 'byWeight' }),
        rows(later, { ...page, index: 'byMoodAndWeight', eq: 'calm', range: { from: 7, to: 7 } }),
      ]);
      expect(byMood.records.map(({ key }) => key)).toEqual(['old', 'new']);
      expect(byWeight.records.map(({ key }) => key)).toEqual(['new', 'old']);
      expect(heavy.records.map(({ fields }) => fields)).toEqual([mark({ shelf: 'top' })]);
    });
  });

  it('F-A7: are made by a call that finds a column missing, which is then answered', async () => {
    await run([...allCollections.filter(({ name }) => name !== marks.name), earlierMarks]);
    await inFunction(() => enableSpace(organisation.instance.database, '400', true));
    await organisation.within({ as: anna }, ({ store }) =>
      store.insert(earlierMarks, communityContainer, 'old', { shelf: 'top' }),
    );
    // However many tables were made: Forge allows 25 definitions a minute.
    await organisation.clock.advance(60_000);
    // The version of today is there, and no event has told of it.
    expect(await organisation.within({ as: anna }, countMarks)).toBe(1);
    organisation.statements.length = 0;
    expect(await organisation.within({ as: anna }, countMarks)).toBe(1);
    expect(organisation.statements.filter(({ text }) => /^(create|alter)/i.test(text))).toEqual([]);
  });

  it('F-A7: leave what is there as it was written: nobody seems to have changed it', async () => {
    await run([...allCollections.filter(({ name }) => name !== marks.name), earlierMarks]);
    await inFunction(() => enableSpace(organisation.instance.database, '400', true));
    const { record } = await organisation.within({ as: anna }, ({ store }) =>
      store.insert(earlierMarks, communityContainer, 'old', { shelf: 'top' }),
    );
    // Thanks that were changed so long after they were given would count no more.
    await organisation.clock.advance(24 * 60 * 60_000);
    const page = { container: communityContainer, order: 'ascending', limit: 9 } as const;
    const read = () =>
      organisation.within({ as: anna }, ({ store }) =>
        store.read([rows(marks, { ...page, index: 'byShelf', eq: 'top' })]),
      );
    const { created, version } = record;
    const asWritten = [expect.objectContaining({ created, modified: created, version })];
    expect((await read())[0].records).toEqual(asWritten);
    // The upkeep of the hour finds nothing left to add.
    await run();
    expect((await read())[0].records).toEqual(asWritten);
  });

  it('F-A7: are made by a call that finds a table missing, and a write is done once', async () => {
    await run(allCollections.filter(({ name }) => name !== marks.name));
    await minutePasses();
    await use();
    expect(await organisation.within({ as: anna }, countMarks)).toBe(1);
  });

  it('F-A7: are made where there is nothing at all, by the first call', async () => {
    await onceThere();
    // What was made so far may be enough to answer, and not be all.
    await minutePasses();
    // Kantine is enabled in no space yet; but that is known now.
    await expect(onceThere()).resolves.toMatchObject({ tag: 'Forbidden' });
    await use();
  });

  it('F-A7: are waited for where they cannot be made now', async () => {
    const { clock } = organisation;
    const name = (at: number) => `CREATE TABLE taken_${at} (id INT PRIMARY KEY)`;
    await inFunction(async () => {
      for (let at = 0; at < 25; at += 1) await forge.executeDDL(name(at));
    });
    const early = organisation.within({ as: anna }, countMarks);
    await expect(early).rejects.toMatchObject({ tag: 'Throttled' });
    await clock.advance(60_000);
    await expect(onceThere()).resolves.toMatchObject({ tag: 'Forbidden' });
  });

  /** Where there are more tables than Forge lets an app define in a minute, calls are told to come again. */
  async function onceThere(): Promise<unknown> {
    const enter = () =>
      organisation.within({ as: anna }, countMarks).catch((error: unknown) => error);
    let answer = await enter();
    for (let minutes = 0; minutes < 3 && isKantineError(answer, 'Throttled'); minutes += 1) {
      await minutePasses();
      answer = await enter();
    }
    return answer;
  }
});

type Inside = Parameters<Parameters<Organisation['within']>[1]>[0];

async function countMarks({ store }: Inside): Promise<number> {
  const asked = { index: 'byShelf', eq: 'top', order: 'ascending', limit: 9 } as const;
  const [{ records }] = await store.read([
    { kind: 'rows', collection: marks, container: communityContainer, ...asked },
  ]);
  return records.length;
}
