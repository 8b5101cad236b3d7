/**
 * How many requests SharePoint takes: for a wall's first page, whatever the wall has grown to; for writing
 * on it; and for a page that stays open.
 */
import { collections, createCommunity, groupContainer } from '@kantine/core';
import type { Community } from '@kantine/core';
import { fill, makeTemplate, openFolder, openOrganisation } from '@kantine/sharepoint-host/testing';
import type { BulkRecord, Folder, Organisation } from '@kantine/sharepoint-host/testing';
import { budgets } from './budgets.ts';
import type { Measure } from './measure.ts';
import { isLook, measureViews } from './sharepoint-views.ts';

const sizes = [100, 10_000, 1_000_000];

const post = (number: number): BulkRecord => ({
  author: number % 2 === 0 ? 'zoe' : 'ben',
  key: `${number}`,
  fields: { text: `Post ${number}`, edited: false, deleted: false, reason: '' },
});

/** Requests for a wall of an emulated site, on a page that has started. */
async function requestsAt(folder: Folder, posts: number): Promise<number> {
  const organisation = await openOrganisation(folder, await makeTemplate(folder));
  try {
    const founder = createCommunity(organisation.hostOf('anna'));
    const { id: group } = await founder.groups.create({ name: 'Bench', purpose: '' });
    const records = Array.from({ length: posts }, (_, number) => post(number));
    await fill(organisation, collections.posts, groupContainer(group), records);
    const community = createCommunity(organisation.hostOf('ben'));
    // The start: who is here, and who wrote.
    await community.wall.read({ group });
    const before = organisation.network.count();
    const { posts: shown } = await community.wall.read({ group });
    if (shown[0]?.text !== `Post ${posts - 1}`) throw new Error('The wall is not the one filled.');
    return organisation.network.count() - before;
  } finally {
    await organisation.close();
  }
}

/** An open page with a wall on it, which reads again whatever others change. */
interface OpenPage {
  readonly community: Community;
  readonly group: string;
  /** Requests so far: looks at the lists, and all others. */
  readonly sent: { looks: number; others: number };
  close(): void;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function openPage(organisation: Organisation, everyMilliseconds?: number): Promise<OpenPage> {
  const founder = createCommunity(organisation.hostOf('anna'));
  const { id: group } = await founder.groups.create({ name: 'Bench', purpose: '' });
  await founder.wall.post({ group, text: 'The first post', key: founder.newKey() });
  // The rows from before the page is opened have settled.
  organisation.clock.advance(60_000);
  const sent = { looks: 0, others: 0 };
  const { fetch } = organisation.contextOf('ben');
  const host = organisation.hostOf('ben', {
    fetch: (url, init) => {
      if (isLook(url, init)) sent.looks += 1;
      else sent.others += 1;
      return (fetch ?? globalThis.fetch)(url, init);
    },
    watch: {
      visibility: { isVisible: () => true, subscribe: () => undefined },
      ...(everyMilliseconds === undefined ? {} : { everyMilliseconds }),
    },
  });
  const community = createCommunity(host);
  const close = community.subscribe(({ origin }) => {
    if (origin === undefined) void community.wall.read({ group });
  });
  await community.people.me();
  await community.wall.read({ group });
  return { community, group, sent, close };
}

/** Everything that people write on a wall, one after the other. */
const writesOf = ({ community, group }: OpenPage, post: string) => {
  const { wall } = community;
  const key = (): string => community.newKey();
  const react = (kind?: 'like' | 'love') => () =>
    wall.react({ message: { group, kind: 'post', id: post }, post, ...(kind ? { kind } : {}) });
  return {
    'a post': () => wall.post({ group, text: 'Another post', key: key() }),
    'a comment': () => wall.comment({ group, post, text: 'A comment', key: key() }),
    'a first reaction': react('like'),
    'a changed reaction': react('love'),
    'a reaction taken back': react(),
  } as const;
};

/** Requests of each write on an open page until nothing more comes of it, the watcher's looks apart. */
async function measureWrites(folder: Folder): Promise<Measure[]> {
  const organisation = await openOrganisation(folder, await makeTemplate(folder));
  // Looks come ten times as often as on a real page; each write waits for several.
  const page = await openPage(organisation, 500);
  try {
    const { posts } = await page.community.wall.read({ group: page.group });
    await pause(1_000);
    const measures: Measure[] = [];
    for (const [what, write] of Object.entries(writesOf(page, posts[0]?.id ?? ''))) {
      const before = page.sent.others;
      const looks = page.sent.looks;
      await write();
      await pause(3_500);
      if (page.sent.looks === looks) throw new Error('Nobody looked whether it was settled.');
      const value = page.sent.others - before;
      const name = `SharePoint: requests of ${what} on an open page, until all is settled`;
      const { roundTrips: budget } = budgets.sharePoint.write;
      measures.push({ name, value, unit: 'requests', budget });
    }
    return measures;
  } finally {
    page.close();
    await organisation.close();
  }
}

async function measureQuietMinute(folder: Folder): Promise<Measure> {
  const organisation = await openOrganisation(folder, await makeTemplate(folder));
  const page = await openPage(organisation);
  try {
    // The first look follows some seconds after the page's own reading.
    await pause(7_000);
    const count = (): number => page.sent.looks + page.sent.others;
    const before = count();
    await pause(60_000);
    const name = 'SharePoint: requests of an open page in a minute in which nothing happens';
    const { requests: budget } = budgets.sharePoint.quietMinute;
    return { name, value: count() - before, unit: 'requests', budget };
  } finally {
    page.close();
    await organisation.close();
  }
}

export async function measureSharePoint(): Promise<Measure[]> {
  const folder = await openFolder();
  const measures: Measure[] = [];
  for (const size of sizes) {
    const name = `SharePoint: requests for a wall's first page at ${size} posts`;
    const { roundTrips: budget } = budgets.sharePoint.firstPage;
    measures.push({ name, value: await requestsAt(folder, size), unit: 'requests', budget });
  }
  measures.push(
    ...(await measureViews(folder)),
    ...(await measureWrites(folder)),
    await measureQuietMinute(folder),
  );
  await folder.remove();
  return measures;
}
