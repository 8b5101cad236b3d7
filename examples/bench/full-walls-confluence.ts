/** A full wall on Confluence, and what waits in many groups. */
import { createCommunity, groupContainer, mentionToken } from '@kantine/core';
import type { Community } from '@kantine/core';
import {
  accountOf,
  contractHost,
  fillWall,
  openOrganisation,
  windowOf,
} from '@kantine/confluence-host/testing';
import type { Organisation } from '@kantine/confluence-host/testing';
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

const { firstPage, topicPage, forYou } = budgets.confluence;
type Budget = Readonly<Record<'calls' | 'statements', number>>;

/** Somebody who writes what a bridge would not let a page write in so short a time. */
const writerOf = (organisation: Organisation, as: 'anna' | 'ben' | 'zoe'): Community =>
  createCommunity(contractHost(organisation, accountOf(as), new Set(), 'WORK'));

const pageOf = async (organisation: Organisation, as: 'ben') =>
  (await windowOf(organisation, { as: accountOf(as), space: 'WORK' })).community;

async function taken(
  what: string,
  organisation: Organisation,
  show: () => Promise<unknown>,
  budget: Budget,
): Promise<Measure[]> {
  const { invocations } = organisation.forge.ledger;
  const [calls, statements] = [invocations.tally.total, organisation.statements.length];
  await show();
  return [
    {
      name: `${what}, calls`,
      value: invocations.tally.total - calls,
      unit: 'calls',
      budget: budget.calls,
    },
    {
      name: `${what}, statements`,
      value: organisation.statements.length - statements,
      unit: 'statements',
      budget: budget.statements,
    },
  ];
}

/** @param size how many posts there were before. */
export async function fullWallOnConfluence(size: number): Promise<Measure[]> {
  // A million posts are more than an app may store elsewhere than in production.
  const environment = 'PRODUCTION';
  const organisation = await openOrganisation({ engine: 'MariaDB', isPaced: false, environment });
  try {
    const founder = writerOf(organisation, 'anna');
    const { group, topicIds } = await startGroup(founder);
    const [topic = ''] = topicIds;
    await fillWall(organisation, groupContainer(group), size, 'by key', topic);
    const colleague = writerOf(organisation, 'zoe');
    const pause = (): Promise<unknown> => organisation.clock.advance(60_000);
    const writers = { founder, colleague, reader: accountOf('ben'), pause };
    await fillNewest(writers, group, topicIds);
    const reader = await pageOf(organisation, 'ben');
    const wall = `Confluence: for a full wall's first page at ${size} posts`;
    const about = `Confluence: for the page of a topic at ${size} posts`;
    const ofTopic = async (): Promise<void> => {
      const { posts } = await reader.wall.topic({ group, topic });
      if (posts.length !== 20 && size > 100) throw new Error('The topic is not the one filled.');
    };
    const measures = [
      ...(await taken(wall, organisation, () => reader.wall.read({ group }), firstPage)),
      ...(await taken(about, organisation, ofTopic, topicPage)),
    ];
    await expectFull(reader, group);
    return measures;
  } finally {
    await organisation.close();
  }
}

export async function waitingOnConfluence(): Promise<Measure[]> {
  const organisation = await openOrganisation({ engine: 'MariaDB', isPaced: false });
  try {
    const founders = (['anna', 'zoe'] as const).map((as) => writerOf(organisation, as));
    const ben = writerOf(organisation, 'ben');
    for (let number = 0; number < openGroups + closedGroups; number += 1) {
      const isClosed = number >= openGroups;
      const founder = founders[number % 2];
      if (!founder) continue;
      // Ten a day and person count.
      if (number % 10 === 0) await organisation.clock.advance(25 * 60 * 60_000);
      const access = isClosed ? ('closed' as const) : ('open' as const);
      const { id: group } = await founder.groups.create({
        name: `Group ${number}`,
        purpose: '',
        access,
      });
      if (isClosed) await founder.groups.admit({ group, person: accountOf('ben'), role: 'member' });
      await ben.groups.join({ group });
      if (!waitsIn(number)) continue;
      const text = `Hello ${mentionToken(accountOf('ben'))}`;
      await founder.wall.post({ group, text, key: founder.newKey() });
    }
    const page = await pageOf(organisation, 'ben');
    const what = `Confluence: what waits in ${openGroups} open and ${closedGroups} closed groups`;
    const show = async (): Promise<void> => {
      const { lines, dropped } = await page.catchUp.forYou({});
      if (lines.length > waitingIn(openGroups) && dropped === 0) return;
      throw new Error(`${lines.length} lines wait, and ${dropped} are left out.`);
    };
    return await taken(what, organisation, show, forYou);
  } finally {
    await organisation.close();
  }
}
