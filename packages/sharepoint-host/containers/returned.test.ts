/**
 * People who had more rights in a closed group than they have now: a steward who is one no more, and somebody
 * who was removed from the site and added to it again, under a new number.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity, deskOf } from '@kantine/core';
import type { Community } from '@kantine/core';
import { contractCollections } from '@kantine/host-contract';
import { deskKind, listPathById } from '../schema/index.ts';
import { closedRow } from '../testing/closed.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';
import { get, merge, post } from '../wire/index.ts';

let organisation: Organisation;
let group: string;

eachInAnOrganisation((opened) => (organisation = opened));

const page = (actor: Actor): Community => createCommunity(organisation.hostOf(actor));
const forbidden = { tag: 'Forbidden' };
const loginName = (actor: Actor): string => `i:0#.f|membership|${actor}@contoso.test`;

/** Anna's group, with Ben as its second steward. */
beforeEach(async () => {
  const { ids } = organisation;
  const anna = page('anna');
  const draft = { name: 'Works council', purpose: '', key: 'key-of-a-draft' };
  group = (await anna.groups.create({ ...draft, access: 'closed' })).id;
  await page('owner').groups.approve({ group, by: ids.anna });
  await anna.groups.list();
  await anna.groups.admit({ group, person: ids.ben, role: 'member' });
  await anna.groups.admit({ group, person: ids.ben, role: 'steward' });
  await page('ben').wall.post({ group, text: 'Between us', key: 'key-of-bens-post' });
});

describe('a former steward', () => {
  it.each(['demoted', 'expelled'] as const)(
    'T1: who was %s lets nobody in, takes nobody out and changes neither site group',
    async (how) => {
      const { ids } = organisation;
      const anna = page('anna');
      const ben = { group, person: ids.ben };
      if (how === 'demoted') await anna.groups.admit({ ...ben, role: 'member' });
      else await anna.groups.expel(ben);
      const { members = 0, stewards = 0 } = await closedRow(organisation, group);
      const wire = organisation.wireOf('ben');
      for (const id of [members, stewards]) {
        const path = `web/siteGroups/getById(${id})`;
        for (const request of [
          post(`${path}/users`, { LoginName: loginName('zoe') }),
          post(`${path}/users`, { LoginName: loginName('ben') }),
          post(`${path}/users/removeById(${ids.anna})`),
          post(`${path}/setUserAsOwner(${ids.ben})`),
          merge(path, { AllowMembersEditMembership: true }),
        ]) {
          await expect(wire.send(request), request.path).rejects.toMatchObject({ status: 403 });
        }
      }
      const admitting = page('ben').groups.admit({ group, person: ids.zoe, role: 'member' });
      await expect(admitting).rejects.toMatchObject(forbidden);
      await expect(page('zoe').wall.read({ group })).rejects.toMatchObject(forbidden);
    },
  );

  it.each(['demoted', 'expelled'] as const)(
    'T1: who was %s writes nothing at its desk any more, through a page of before and by hand',
    async (how) => {
      const { notes } = contractCollections;
      const { ids } = organisation;
      const anna = page('anna');
      const { store } = organisation.hostOf('ben');
      const write = (key: string) =>
        store.insert(notes, deskOf(group), key, { topic: '', text: 'Our rules', to: '' });
      const { record } = await write('before');
      const ben = { group, person: ids.ben };
      if (how === 'demoted') await anna.groups.admit({ ...ben, role: 'member' });
      else await anna.groups.expel(ben);
      await expect(write('later')).rejects.toMatchObject(forbidden);
      const changing = store.update(notes, record, { text: 'Other rules' });
      await expect(changing).rejects.toMatchObject(forbidden);
      const { id = '' } = (await closedRow(organisation, group)).lists[deskKind] ?? {};
      const byHand = post(`${listPathById(id)}/items`, { Title: 'By hand' });
      // Nobody is told of a list that they cannot open.
      await expect(organisation.wireOf('ben').send(byHand)).rejects.toMatchObject({
        status: how === 'demoted' ? 403 : 404,
      });
    },
  );
});

describe('somebody who was removed from the site and added again', () => {
  it('T1: is in no group of before, and nothing of before is theirs', async () => {
    const { ids } = organisation;
    const owner = organisation.wireOf('owner');
    await owner.perform([post(`web/siteUsers/removeById(${ids.ben})`)]);
    const again = await owner.send<{ Id: number }>(
      post('web/ensureUser', { logonName: loginName('ben') }),
    );
    await owner.send(post('web/associatedMemberGroup/users', { LoginName: loginName('ben') }));
    expect(String(again.Id)).not.toBe(ids.ben);
    await expect(page('ben').wall.read({ group })).rejects.toMatchObject(forbidden);
    expect(await organisation.hostOf('ben').containers.joined()).toEqual([]);
    const members = await organisation.hostOf('anna').containers.members(group);
    expect(members.map(({ person }) => person)).toEqual([ids.anna]);

    await page('anna').groups.admit({ group, person: String(again.Id), role: 'member' });
    const [first] = (await page('ben').wall.read({ group })).posts;
    expect(first).toMatchObject({ text: 'Between us', mine: false });
    const { stewards = 0 } = await closedRow(organisation, group);
    const asBen = organisation.wireOf('ben').send(get(`web/siteGroups/getById(${stewards})/users`));
    await expect(asBen).rejects.toMatchObject({ status: 403 });
  });
});
