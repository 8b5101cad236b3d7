/** A page that reads again what several collections and groups keep in the same lists, and in lists of proof. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  collections,
  communityContainer,
  count,
  deskOf,
  groupContainer,
  newest,
  rows,
} from '@kantine/core';
import { contractCollections } from '@kantine/host-contract';
import type { SharePointHost } from '../host.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Organisation } from '../testing/organisation.ts';
import { restrictor } from '../testing/restrict.ts';
import { every, listIn, pause, watchedHost } from '../testing/watched.ts';

const { memos, notes } = contractCollections;
const note = (topic: string) => ({ topic, text: '', to: '' });
const rooms = [groupContainer('room'), groupContainer('hall')] as const;
const [room, hall] = rooms;
const containers = [...rooms, communityContainer, deskOf(room)];

let organisation: Organisation;
let anna: SharePointHost;
let owner: SharePointHost;

eachInAnOrganisation(async (opened) => {
  organisation = opened;
  anna = organisation.hostOf('anna');
  owner = organisation.hostOf('owner');
  for (const each of rooms) await anna.containers.create(each);
});

/** Everything that one page may ask at once of what shares its lists. */
function everything() {
  const all = { order: 'descending', limit: 20 } as const;
  const topics = { index: 'byTopic', in: ['soup', 'bread'] } as const;
  return [
    ...containers.map((container) => rows(notes, { container, index: 'recent', ...all })),
    rows(memos, { container: room, ...topics, ...all }),
    count(memos, { container: room, ...topics, by: 'topic', distinctAuthors: false }),
    rows(memos, { container: hall, ...topics, order: 'ascending', limit: 3, limitOf: 'all' }),
    newest(memos, { containers: [...rooms], since: 0, limit: 20 }),
    newest(notes, { containers, since: 0, limit: 5 }),
    newest(notes, {
      containers: [...rooms],
      since: 0,
      limit: 5,
      of: { index: 'byTopic', eq: 'soup' },
    }),
  ];
}

/** A page that reads all of it again whenever it is told of something. */
function openPage(delays: readonly number[] = [0]) {
  const { host, asked, settle } = watchedHost(organisation, delays);
  let shown: unknown;
  let news = 0;
  let reading: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    let before: number;
    do {
      before = news;
      shown = await host.store.read(everything());
    } while (before !== news);
  };
  const refresh = (): Promise<void> => (reading ??= read().finally(() => (reading = undefined)));
  const end = host.changes.subscribe(() => {
    news += 1;
    void refresh();
  });
  return { host, asked, refresh, end, shown: () => shown, settle: () => settle(() => reading) };
}

describe('a page that reads again what shares a list', () => {
  it('asks for the list that has moved, and for no other', async () => {
    await anna.store.insert(notes, communityContainer, 'a', note('soup'));
    await owner.store.insert(notes, deskOf(room), 'a', note('soup'));
    organisation.clock.advance(60_000);
    const page = openPage();
    await page.refresh();
    await page.settle();
    page.asked.length = 0;
    await anna.store.insert(memos, hall, 'b', note('bread'));
    await page.settle();
    expect(new Set(page.asked.map(listIn))).toEqual(new Set(['KantineMoreOfGroups']));
    expect(page.shown()).toEqual(await organisation.hostOf('ben').store.read(everything()));
    page.end();
  });

  it('asks for the right to a desk, whatever a look has told', async () => {
    const page = openPage();
    const wall = { container: room, index: 'recent', order: 'descending', limit: 1 } as const;
    await page.host.store.read([rows(collections.posts, wall)]);
    await page.refresh();
    await page.settle();
    await page.host.containers.rights([room, deskOf(room)]);
    page.asked.length = 0;
    const rights = await page.host.containers.rights([room, deskOf(room)]);
    expect([...rights.values()]).toEqual(['write', 'read']);
    expect(page.asked.length).toBeGreaterThan(0);
    for (const path of page.asked) expect(listIn(path)).toBe('KantineDeskOfGroups');
    page.end();
  });

  it('is refused what the reader may not read any more', async () => {
    const page = openPage();
    await page.refresh();
    await page.settle();
    await restrictor(organisation)(room, organisation.ids.ben, 'none');
    await page.settle();
    await expect(page.host.store.read(everything())).rejects.toMatchObject({ tag: 'Forbidden' });
    page.end();
  });
});

interface Deed {
  readonly by: 'anna' | 'owner' | 'page' | 'other window';
  readonly of: 'notes' | 'memos';
  readonly in: number;
  readonly topic: string;
  readonly isRemoved: boolean;
  /** Of time here and at the server, in milliseconds. */
  readonly wait: number;
  readonly pass: number;
}

const deeds: fc.Arbitrary<Deed> = fc.record({
  by: fc.constantFrom('anna', 'owner', 'page', 'other window'),
  of: fc.constantFrom('notes', 'memos'),
  in: fc.nat(containers.length - 1),
  topic: fc.constantFrom('soup', 'bread', 'tea'),
  isRemoved: fc.boolean(),
  wait: fc.constantFrom(0, 10, 60),
  pass: fc.constantFrom(0, 300, 1_000, 4_000),
});

describe('in any order of what people do', { timeout: 120_000 }, () => {
  it('a page that reads again what shares a list shows in the end what a new page shows', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(deeds, { minLength: 3, maxLength: 12 }),
        fc.array(fc.constantFrom(0, 0, 5, 40), { minLength: 1, maxLength: 7 }),
        async (history, delays) => {
          organisation.clock.advance(60_000);
          const page = openPage(delays);
          const window = organisation.hostOf('ben');
          await page.refresh();
          await pause(every * 2);
          for (const deed of history) {
            const container = containers[deed.in] as string;
            const isDesk = container === deskOf(room);
            const { store } = isDesk
              ? owner
              : { anna, owner, page: page.host, 'other window': window }[deed.by];
            const collection = { notes, memos }[deed.of];
            const key = `${(number += 1)}`;
            const { record } = await store.insert(collection, container, key, note(deed.topic));
            organisation.clock.advance(deed.pass);
            await pause(deed.wait);
            if (deed.isRemoved) await store.remove(collection, record);
          }
          await page.settle();
          page.end();
          expect(page.shown()).toEqual(await organisation.hostOf('ben').store.read(everything()));
        },
      ),
      { numRuns: 12 },
    );
  });
});
