/** A full wall on SharePoint, and what waits in many groups. */
import { collections, createCommunity, groupContainer, mentionToken } from '@kantine/core';
import type { Community } from '@kantine/core';
import { fill, makeTemplate, openFolder, openOrganisation } from '@kantine/sharepoint-host/testing';
import type { BulkRecord, Folder } from '@kantine/sharepoint-host/testing';
import { budgets } from './budgets.ts';
import {
  closedGroups,
  expectFull,
  fillNewest,
  openGroups,
  startGroup,
  waitingIn,
  waitsIn,
} from './full-wall.ts';
import type { Measure } from './measure.ts';
import { openPage } from './sharepoint-views.ts';
import type { CountedPage } from './sharepoint-views.ts';

const { fullWall, topicPage, forYou } = budgets.sharePoint;
type Budget = Readonly<Partial<Record<'operations' | 'levels', number>>>;

/** What a fresh page asks until it is shown; who reads and a digest come with it. */
async function taken(
  what: string,
  { counter }: CountedPage,
  show: () => Promise<unknown>,
  budget: Budget,
): Promise<Measure[]> {
  counter.take();
  await show();
  const found = counter.take();
  return (['operations', 'levels'] as const).map((unit) => ({
    name: `${what}, ${unit}`,
    value: found[unit],
    unit,
    ...(budget[unit] === undefined ? {} : { budget: budget[unit] }),
  }));
}

async function measureWall(folder: Folder, size: number): Promise<Measure[]> {
  const organisation = await openOrganisation(folder, await makeTemplate(folder));
  try {
    const founder = createCommunity(organisation.hostOf('anna'));
    const { group, topicIds } = await startGroup(founder);
    const [topic = ''] = topicIds;
    const post = (number: number): BulkRecord => ({
      author: number % 2 === 0 ? 'zoe' : 'anna',
      key: `${number}`,
      fields: {
        text: `Post ${number}`,
        edited: false,
        deleted: false,
        reason: '',
        kind: 'post',
        topic: number % 10 === 0 ? topic : '',
      },
    });
    const records = Array.from({ length: size }, (_, number) => post(number));
    await fill(organisation, collections.posts, groupContainer(group), records);
    const colleague = createCommunity(organisation.hostOf('zoe'));
    await fillNewest({ founder, colleague, reader: organisation.ids.ben }, group, topicIds);
    organisation.clock.advance(60_000);
    // The code of all of it has come: while a part is loaded, questions are sent that would have waited for it.
    await expectFull(colleague, group);
    const page = await openPage(organisation, () => true);
    const { host, community } = page;
    const what = `SharePoint: for a full wall's first page at ${size} posts`;
    const measures = await taken(
      what,
      page,
      () => Promise.all([host.setupState(), host.identity.me(), community.wall.read({ group })]),
      fullWall,
    );
    const before = organisation.network.count();
    await expectFull(community, group);
    const again: Measure = {
      name: `${what}, requests once the page has started`,
      value: organisation.network.count() - before,
      unit: 'requests',
      budget: budgets.sharePoint.firstPage.roundTrips,
    };
    const about = `SharePoint: for the page of a topic at ${size} posts`;
    const ofTopic = async (): Promise<void> => {
      const { posts } = await community.wall.topic({ group, topic });
      if (posts.length !== 20 && size > 100) throw new Error('The topic is not the one filled.');
    };
    return [...measures, again, ...(await taken(about, page, ofTopic, topicPage))];
  } finally {
    await organisation.close();
  }
}

/** @param closed of which the six that changed last are looked at. */
async function measureForYou(folder: Folder, closed: number): Promise<Measure[]> {
  const organisation = await openOrganisation(folder, await makeTemplate(folder));
  try {
    const owner = createCommunity(organisation.hostOf('owner'));
    const pages = (['anna', 'zoe', 'ben'] as const).map((actor) => ({
      actor,
      page: createCommunity(organisation.hostOf(actor)),
    }));
    const { ben } = organisation.ids;
    async function start(number: number, isClosed: boolean): Promise<void> {
      const { actor, page } = pages[number % 3] as (typeof pages)[number];
      const access = isClosed ? ('closed' as const) : ('open' as const);
      const draft = { name: `Group ${access} ${number}`, purpose: '', access, key: page.newKey() };
      const { id: group } = await page.groups.create(draft);
      if (isClosed) {
        await owner.groups.approve({ group, by: organisation.ids[actor] });
        await page.groups.create(draft);
        if (actor !== 'ben') await page.groups.admit({ group, person: ben, role: 'member' });
      }
      await (pages[2]?.page as Community).groups.join({ group });
      if (!waitsIn(number)) return;
      const writer = isClosed ? page : (pages[0]?.page as Community);
      const text = `Hello ${mentionToken(ben)}`;
      // Nobody is told of what they wrote themselves.
      const other = actor === 'ben' && isClosed ? await admitted(page, group) : writer;
      await other.wall.post({ group, text, key: other.newKey() });
    }
    async function admitted(page: Community, group: string): Promise<Community> {
      await page.groups.admit({ group, person: organisation.ids.anna, role: 'member' });
      return pages[0]?.page as Community;
    }
    for (let number = 0; number < openGroups; number += 1) await start(number, false);
    // Ten a day and person count.
    organisation.clock.advance(25 * 60 * 60_000);
    for (let number = 0; number < closed; number += 1) await start(number, true);
    organisation.clock.advance(60_000);
    const page = await openPage(organisation, () => true);
    const what = `SharePoint: what waits in ${openGroups} open and ${closed} closed groups`;
    const show = async (): Promise<void> => {
      const { lines, dropped } = await page.community.catchUp.forYou();
      if (lines.length === waitingIn(openGroups) + (closed === 0 ? 0 : 1) && dropped === 0) return;
      throw new Error(`${lines.length} lines wait, and ${dropped} are left out.`);
    };
    return await taken(what, page, show, forYou);
  } finally {
    await organisation.close();
  }
}

async function inFolder(measure: (folder: Folder) => Promise<Measure[]>): Promise<Measure[]> {
  const folder = await openFolder();
  try {
    return await measure(folder);
  } finally {
    await folder.remove();
  }
}

/** @param size how many posts there were before. */
export const fullWallOnSharePoint = (size: number): Promise<Measure[]> =>
  inFolder((folder) => measureWall(folder, size));

export const waitingOnSharePoint = async (): Promise<Measure[]> => [
  ...(await inFolder((folder) => measureForYou(folder, 0))),
  ...(await inFolder((folder) => measureForYou(folder, closedGroups))),
];
