/**
 * Lists that inherit the site's permissions again, as after an owner's mistake, while pages are open that
 * found them before: the whole site may read and write there, and no page does.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  closedContainer,
  createCommunity,
  deskOf,
  groupContainer,
  lettersOf,
  officeContainer,
  personContainer,
} from '@kantine/core';
import type { Community, ContainerId } from '@kantine/core';
import { contractCollections } from '@kantine/host-contract';
import { asksKind, deskKind, listPathById, requestList } from '../schema/index.ts';
import { closedRow } from '../testing/closed.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';
import { get, post } from '../wire/index.ts';
import type { SharePointHost } from '../host.ts';

let organisation: Organisation;

eachInAnOrganisation((opened) => (organisation = opened));

const reset = (path: string): Promise<unknown> =>
  organisation.wireOf('owner').send(post(`${path}/resetRoleInheritance`));

/** What is in a list, for an owner. */
const itemsIn = async (path: string): Promise<number> =>
  (await organisation.wireOf('owner').send<readonly unknown[]>(get(`${path}/items?$select=Id`)))
    .length;

const forbidden = { tag: 'Forbidden' };

const { notes } = contractCollections;
/** Writes a record of a small collection. */
const note = ({ store }: SharePointHost, container: ContainerId, key: string): Promise<unknown> =>
  store.insert(notes, container, key, { topic: '', text: 'Between us', to: '' });

describe.each(['told', 'refused'] as const)(
  'a closed group, where whether a list inherits is %s to members',
  (told) => {
    let group: string;
    let pages: Record<'anna' | 'ben', Community>;
    let hosts: Record<'anna' | 'ben', SharePointHost>;

    const pathOf = async (kind: string): Promise<string> => {
      const { lists } = await closedRow(organisation, group);
      return listPathById(lists[kind]?.id ?? '');
    };

    beforeEach(async () => {
      organisation.sharePoint.behave({ uniqueRightsToMembers: told, leavingByRest: 'refused' });
      const { ids } = organisation;
      const page = (actor: Actor) => organisation.hostOf(actor);
      hosts = { anna: page('anna'), ben: page('ben') };
      pages = { anna: createCommunity(hosts.anna), ben: createCommunity(hosts.ben) };
      const draft = { name: 'Works council', purpose: '', access: 'closed', key: 'key-of-a-draft' };
      group = (await pages.anna.groups.create({ ...draft, access: 'closed' })).id;
      await createCommunity(page('owner')).groups.approve({ group, by: ids.anna });
      await pages.anna.groups.list();
      await pages.anna.groups.admit({ group, person: ids.ben, role: 'member' });
      await pages.anna.wall.post({ group, text: 'Between us', key: 'key-of-a-post' });
      await pages.ben.wall.read({ group });
    });

    it.each(['KantinePostsIn', 'KantineMoreIn', asksKind, deskKind])(
      'T3: is neither read nor written by pages that found it, while %s is open to the site',
      async (kind) => {
        const path = await pathOf(kind);
        await reset(path);
        const before = await itemsIn(path);
        const { ben } = pages;
        await expect(ben.wall.read({ group })).rejects.toMatchObject(forbidden);
        const text = 'Nobody else reads this';
        const writing = ben.wall.post({ group, text, key: 'key-of-ben' });
        await expect(writing).rejects.toMatchObject(forbidden);
        expect(await itemsIn(path)).toBe(before);
      },
    );

    it('T3: is told nothing at its desk and nothing by letter, while its posts are open to the site', async () => {
      const lists = [await pathOf(deskKind), organisation.pathOf('KantineLetters')];
      const write = (key: string) =>
        Promise.allSettled([
          note(hosts.anna, deskOf(group), key),
          note(hosts.ben, lettersOf(group), key),
        ]);
      const before = await write('before');
      expect(before.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      await reset(await pathOf('KantinePostsIn'));
      const refused = { status: 'rejected', reason: expect.objectContaining(forbidden) as unknown };
      expect(await write('later')).toEqual([refused, refused]);
      expect(await Promise.all(lists.map(itemsIn))).toEqual([1, 1]);
    });

    it('T3: hears of nobody who wants to leave, while that list is open to the site', async () => {
      const path = await pathOf(asksKind);
      await reset(path);
      const { ids } = organisation;
      await expect(hosts.ben.containers.expel(group, ids.ben)).rejects.toMatchObject(forbidden);
      await expect(hosts.anna.containers.asks(group)).rejects.toMatchObject(forbidden);
      expect(await itemsIn(path)).toBe(0);
    });
  },
);

describe.each(['told', 'refused'] as const)(
  'the list of requests, where whether a list inherits is %s to members',
  (told) => {
    it('T3: is told no name of a group and no wish, while it is open to the site', async () => {
      organisation.sharePoint.behave({ uniqueRightsToMembers: told });
      const { containers } = organisation.hostOf('anna');
      const den = closedContainer('secret-den');
      await containers.createClosed(den, '{"name":"Before","purpose":""}');
      const path = organisation.pathOf(requestList.name);
      await reset(path);
      const other = closedContainer('secret-other');
      const asking = containers.createClosed(other, '{"name":"Lay-offs","purpose":""}');
      await expect(asking).rejects.toMatchObject(forbidden);
      const joining = containers.askToJoin(other, 'I know of it');
      await expect(joining).rejects.toMatchObject(forbidden);
      expect(await itemsIn(path)).toBe(1);
      await organisation.hostOf('owner').provision();
      expect(await containers.createClosed(other, '{"name":"Ours","purpose":""}')).toBe(
        'requested',
      );
      const asZoe = organisation.wireOf('zoe').send<readonly unknown[]>(get(`${path}/items`));
      expect(await asZoe).toEqual([]);
    });
  },
);

describe.each(['told', 'refused'] as const)(
  'where whether a list inherits is %s to members',
  (told) => {
    it.each([
      {
        list: 'KantineMoreOfPeople',
        actor: 'anna',
        in: () => personContainer(organisation.ids.anna),
      },
      { list: 'KantineLetters', actor: 'anna', in: () => lettersOf(groupContainer('lunch')) },
      { list: 'KantineOffice', actor: 'owner', in: () => officeContainer },
    ] as const)(
      'T3: $list is told nothing that few may know, while it is open to the site',
      async ({ list, actor, ...where }) => {
        organisation.sharePoint.behave({ uniqueRightsToMembers: told });
        const host = organisation.hostOf(actor);
        await host.containers.create(groupContainer('lunch'));
        const container = where.in();
        const path = organisation.pathOf(list);
        await reset(path);
        await expect(note(host, container, 'a')).rejects.toMatchObject(forbidden);
        expect(await itemsIn(path)).toBe(0);
        await organisation.hostOf('owner').provision();
        await note(host, container, 'b');
        expect(await itemsIn(path)).toBe(1);
      },
    );
  },
);

it('T3: the list of read marks is told nothing of what anybody reads, while it is open to the site', async () => {
  const page = createCommunity(organisation.hostOf('anna'));
  const { id: group } = await page.groups.create({ name: 'Lunch', purpose: '' });
  const path = organisation.pathOf('KantineReadMarks');
  await reset(path);
  await expect(page.wall.markRead({ group, until: 5 })).rejects.toMatchObject(forbidden);
  expect(await itemsIn(path)).toBe(0);
  await organisation.hostOf('owner').provision();
  await page.wall.markRead({ group, until: 6 });
  expect(await itemsIn(path)).toBe(1);
});
