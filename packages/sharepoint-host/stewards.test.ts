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
import { countedPage } from './testing/cost.ts';
import { eachInAnOrganisation } from './testing/each.ts';
import type { Actor, Organisation } from './testing/organisation.ts';
import { get } from './wire/index.ts';

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

describe('what stewards hide on SharePoint', () => {
  const reason = 'names a customer';

  async function post(actor: Actor, group: string): Promise<string> {
    const said = { group, text: 'Foo left us', key: `key-of-a-post-${actor}` };
    return (await as(actor).wall.post(said)).id;
  }
  const seenBy = async (actor: Actor, group: string) => {
    const { posts, dropped } = await as(actor).wall.read({ group });
    return { post: posts[0], dropped };
  };
  const hideByHand = (actor: Actor, group: string, id: string, family = 'hide') => {
    const fields = { ...appointment('', ''), family, post: id, target: `post:${id}`, reason };
    return organisation
      .hostOf(actor)
      .store.insert(acts, groupContainer(group), `${family} by hand`, fields);
  };

  it('is hidden from everybody, by its founder and by owners at the desk, and by nobody else', async () => {
    const { id: group } = await as('anna').groups.create(about);
    const id = await post('ben', group);
    await hideByHand('zoe', group, id);
    expect((await seenBy('zoe', group)).post).toMatchObject({ text: 'Foo left us' });
    const message = { group, kind: 'post', id, reason } as const;
    await as('anna').stewards.hide({ ...message, key: 'key-of-a-hide-1' });
    expect((await seenBy('zoe', group)).post).toMatchObject({ text: '', hidden: { reason } });
    await hideByHand('zoe', group, id, 'show');
    expect((await seenBy('zoe', group)).post?.text).toBe('');
    await as('owner').stewards.show({ ...message, reason: '', key: 'key-of-a-show-1' });
    expect((await seenBy('zoe', group)).post?.text).toBe('Foo left us');
    await as('owner').stewards.hide({ ...message, key: 'key-of-a-hide-2' });
    expect((await seenBy('zoe', group)).post?.text).toBe('');
    expect((await seenBy('ben', group)).post?.text).toBe('Foo left us');
  });

  it('takes no third request of a wall, and few operations', async () => {
    const { id: group } = await as('anna').groups.create(about);
    const first = await post('ben', group);
    const second = await post('zoe', group);
    const message = { group, kind: 'post', reason } as const;
    await as('anna').stewards.hide({ ...message, id: first, key: 'key-of-a-hide-1' });
    await as('owner').stewards.hide({ ...message, id: second, key: 'key-of-a-hide-2' });
    const { page: reader, cost } = countedPage(organisation, 'zoe');
    const page = await reader.wall.read({ group });
    expect(page.posts.map(({ hidden }) => hidden?.by.id)).toHaveLength(2);
    expect(page.posts.every(({ hidden }) => hidden)).toBe(true);
    expect(cost.requests).toBe(2);
    expect(cost.operations).toBeLessThanOrEqual(36);
  });

  it('is hidden in a closed group by what lies on its desk, which no member writes', async () => {
    const { ids } = organisation;
    const shut = { name: 'Works council', purpose: '', access: 'closed', key: 'key-of-the-draft' };
    const { id: group } = await as('anna').groups.create(shut as never);
    await as('owner').groups.approve({ group, by: ids.anna });
    await as('anna').groups.list();
    for (const person of [ids.ben, ids.zoe]) {
      await as('anna').groups.admit({ group, person, role: 'member' });
    }
    const id = await post('ben', group);
    await hideByHand('zoe', group, id);
    expect((await seenBy('zoe', group)).post).toMatchObject({ text: 'Foo left us' });
    const message = { group, kind: 'post', id, reason } as const;
    await expect(
      as('zoe').stewards.hide({ ...message, key: 'key-of-a-hide-1' }),
    ).rejects.toMatchObject({ tag: 'Forbidden' });
    await as('anna').stewards.hide({ ...message, key: 'key-of-a-hide-2' });
    expect((await seenBy('zoe', group)).post).toMatchObject({
      text: '',
      hidden: { by: { id: ids.anna }, reason },
    });
    // A report goes to the site's owners, who read no words of the group.
    expect(await as('zoe').stewards.readers({ group, person: ids.anna })).toBe('owners');
  });

  it('is reported to owners of the site, and to nobody else', async () => {
    const { ids } = organisation;
    const { id: group } = await as('anna').groups.create(about);
    const id = await post('ben', group);
    const report = { group, kind: 'post', id, why: 'private', note: 'Look' } as const;
    await as('zoe').stewards.report(report);
    const waiting = await as('owner').stewards.waiting({ group });
    expect(waiting).toMatchObject([{ by: { id: ids.zoe }, note: 'Look', text: 'Foo left us' }]);
    await expect(as('anna').stewards.waiting({ group })).rejects.toMatchObject({
      tag: 'Forbidden',
    });
    // By hand they see no row of hers either.
    const items = `${organisation.pathOf('KantineLetters')}/items`;
    expect(await organisation.wireOf('anna').send(get(items))).toEqual([]);
    expect(await organisation.wireOf('zoe').send(get(items))).toHaveLength(1);
  });
});
