/** Who is in an open group, on SharePoint: bounded, however many joined, and whoever wrote rows by hand. */
import { collections, communityContainer, createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { expect, it } from 'vitest';
import { countedPage } from './testing/cost.ts';
import { eachInAnOrganisation } from './testing/each.ts';
import type { Actor, Organisation } from './testing/organisation.ts';

const { memberships } = collections;
let organisation: Organisation;

eachInAnOrganisation((opened) => (organisation = opened));

const as = (actor: Actor): Community => createCommunity(organisation.hostOf(actor));

async function found(): Promise<string> {
  const { id } = await as('anna').groups.create({ name: 'Lunch run', purpose: '' });
  for (const actor of ['ben', 'zoe'] as const) {
    organisation.clock.advance(60_000);
    await as(actor).groups.join({ group: id });
  }
  return id;
}

it('who is in an open group is told newest first, with what they do asked apart', async () => {
  const group = await found();
  const { ids } = organisation;
  const { people } = await as('owner').groups.browseMembers({ group });
  expect(people.map(({ id }) => id)).toEqual([ids.zoe, ids.ben, ids.anna]);
  expect(people.every(({ name }) => name !== '')).toBe(true);
  const titles = await as('owner').people.titles({ people: people.map(({ id }) => id) });
  expect(titles.every(({ title }) => title !== '')).toBe(true);
});

it('a page of members is one request, and rows about others are left out', async () => {
  const group = await found();
  const { ids } = organisation;
  const { store } = organisation.hostOf('zoe');
  const fields = { group, person: ids.left, name: '' };
  await store.insert(memberships, communityContainer, 'by hand', fields);
  const { page, cost } = countedPage(organisation, 'ben');
  const { people, dropped } = await page.groups.browseMembers({ group });
  expect(people.map(({ id }) => id)).toEqual([ids.zoe, ids.ben, ids.anna]);
  expect(dropped).toBe(1);
  // One more, since a row was left out.
  expect(cost.requests).toBeLessThanOrEqual(2);
});
