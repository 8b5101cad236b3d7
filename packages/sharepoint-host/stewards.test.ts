/** Stewards of open groups on SharePoint, where anybody writes rows by hand into the groups' lists. */
import { describe, expect, it } from 'vitest';
import {
  collections,
  communityContainer,
  createCommunity,
  deskOf,
  groupContainer,
} from '@kantine/core';
import type { Community } from '@kantine/core';
import { eachInAnOrganisation } from './testing/each.ts';
import type { Actor, Organisation } from './testing/organisation.ts';

const { acts, groups } = collections;
let organisation: Organisation;

eachInAnOrganisation((opened) => (organisation = opened));

const as = (actor: Actor): Community => createCommunity(organisation.hostOf(actor));
const about = { name: 'Lunch run', purpose: '' };
const stewards = async (reader: Actor, group: string) => {
  const { stewards: found } = await as(reader).stewards.read({ group });
  return found.map(({ person }) => person.id).toSorted();
};
const appointment = (by: string, person: string) => ({
  family: 'appoint',
  post: '',
  target: '',
  person,
  reason: '',
  appointer: by,
});
const writeByHand = (actor: Actor, group: string, person: string, by: string) =>
  organisation
    .hostOf(actor)
    .store.insert(acts, groupContainer(group), `by hand ${person}`, appointment(by, person));

/** A group from before ids said who founded it. */
async function earlierGroup(): Promise<string> {
  const { store, containers } = organisation.hostOf('anna');
  const fields = { ...about, title: 'lunch run', access: 'open' };
  const { record } = await store.insert(groups, communityContainer, 'lunch run', fields);
  await containers.create(groupContainer(record.id));
  return record.id;
}

describe('an open group', () => {
  it('is founded by whose id its own begins with, whoever registers its container', async () => {
    const { ids } = organisation;
    const { id: group } = await as('anna').groups.create(about);
    expect(group).toMatch(new RegExp(`^by-${ids.anna.length}-${ids.anna}-\\d+$`));
    await organisation.hostOf('ben').containers.create(groupContainer(group));
    expect(await stewards('ben', group)).toEqual([ids.anna]);
    expect((await as('anna').groups.create(about)).id).toBe(group);
    const { own } = await as('anna').groups.browse({});
    expect(own).toMatchObject([{ id: group, name: 'Lunch run', joined: true }]);
    const { others } = await as('ben').groups.browse({});
    expect(others).toMatchObject([{ id: group, name: 'Lunch run' }]);
    const joined = await as('ben').groups.join({ group });
    expect(joined).toMatchObject({ id: group, name: 'Lunch run', joined: true });
  });

  it('has another founder by no row that somebody writes', async () => {
    const { ids } = organisation;
    const { id: group } = await as('anna').groups.create(about);
    await writeByHand('ben', group, ids.ben, ids.ben);
    await writeByHand('ben', group, ids.zoe, ids.anna);
    expect(await stewards('zoe', group)).toEqual([ids.anna]);
    const forged = groupContainer(group.replace(ids.anna, ids.ben));
    await organisation.hostOf('ben').containers.create(forged);
    await expect(as('zoe').groups.read({ group: forged.slice(6) })).rejects.toMatchObject({
      tag: 'NotFound',
    });
  });

  it('has stewards whom its founder and owners of the site appoint', async () => {
    const { ids } = organisation;
    const { id: group } = await as('anna').groups.create(about);
    await as('anna').stewards.appoint({ group, person: ids.ben, key: 'key-of-an-act-1' });
    await as('owner').stewards.appoint({ group, person: ids.zoe, key: 'key-of-an-act-2' });
    expect(await stewards('zoe', group)).toEqual([ids.anna, ids.ben, ids.zoe]);
    await as('owner').stewards.dismiss({ group, person: ids.anna, key: 'key-of-an-act-3' });
    expect(await stewards('ben', group)).toEqual([ids.ben, ids.zoe]);
  });
});

describe('a group from before ids said who founded it', () => {
  it('has no stewards until an owner comes by, and then its founder', async () => {
    const { ids } = organisation;
    const group = await earlierGroup();
    await writeByHand('ben', group, ids.ben, ids.ben);
    expect(await stewards('ben', group)).toEqual([]);
    await as('zoe').groups.requests();
    expect(await stewards('ben', group)).toEqual([]);
    await as('owner').groups.requests();
    await as('owner').groups.requests();
    expect(await stewards('ben', group)).toEqual([ids.anna]);
    const { log } = await rowsOfDesk(group);
    expect(log).toHaveLength(1);
  });

  it('is taken up by its founder as it is', async () => {
    const group = await earlierGroup();
    expect((await as('anna').groups.create(about)).id).toBe(group);
  });
});

async function rowsOfDesk(group: string) {
  const [{ records }] = await organisation.hostOf('ben').store.read([
    {
      kind: 'rows',
      collection: acts,
      container: deskOf(groupContainer(group)),
      index: 'recent',
      order: 'ascending',
      limit: 10,
    },
  ]);
  return { log: records };
}
