/** Closed groups on SharePoint: who gets in, by Kantine and by hand. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { closedKinds, columns, requestList } from '../schema/index.ts';
import { closedPaths, closedRow } from '../testing/closed.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import { allCollections } from '../testing/organisation.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';
import { answerOf, get, merge, post } from '../wire/index.ts';
import type { RestRequest, Wire } from '../wire/index.ts';

let organisation: Organisation;

eachInAnOrganisation((opened) => (organisation = opened));

const as = (actor: Actor): Community => createCommunity(organisation.hostOf(actor));
const pathsOf = (group: string): Promise<readonly string[]> => closedPaths(organisation, group);

async function request(access: 'closed' | 'secret' = 'closed'): Promise<string> {
  const group = { name: 'Works council', purpose: '', access, key: 'key-of-the-draft' };
  return (await as('anna').groups.create(group)).id;
}

/** A group that Anna asked for and an owner approved, with one post. */
async function openGroup(access: 'closed' | 'secret' = 'closed'): Promise<string> {
  const group = await request(access);
  await as('owner').groups.approve({ group, by: organisation.ids.anna });
  await as('anna').groups.list();
  await as('anna').wall.post({ group, text: 'Between us', key: 'key-of-the-post' });
  return group;
}

/** What the two site groups of a group are called. */
async function titlesOfGroups(group: string): Promise<Record<'stewards' | 'members', string>> {
  const { stewards, members } = await closedRow(organisation, group);
  const titleOf = async (id = 0): Promise<string> => {
    const path = `web/siteGroups/getById(${id})?$select=Title`;
    return (await organisation.wireOf('owner').send<{ Title: string }>(get(path))).Title;
  };
  return { stewards: await titleOf(stewards), members: await titleOf(members) };
}

const wordsOn = async (actor: Actor, group: string): Promise<string[]> =>
  (await as(actor).wall.read({ group })).posts.map(({ text }) => text);

describe('a closed group', () => {
  it.each(['closed', 'secret'] as const)(
    '(%s) is asked for by a member of the site, approved by an owner, and run by who asked',
    async (access) => {
      const group = await request(access);
      await expect(wordsOn('anna', group)).rejects.toThrow();
      const requests = await as('owner').groups.requests();
      expect(requests).toMatchObject([{ group, access, by: { id: organisation.ids.anna } }]);
      await as('owner').groups.approve({ group, by: organisation.ids.anna });
      expect(await as('owner').groups.requests()).toEqual([]);
      expect(await as('anna').groups.list()).toMatchObject([{ id: group, joined: true }]);
      const ben = { group, person: organisation.ids.ben, role: 'member' } as const;
      await as('anna').groups.admit(ben);
      await as('ben').wall.post({ group, text: 'Thanks for asking me', key: 'key-of-ben' });
      expect(await wordsOn('anna', group)).toEqual(['Thanks for asking me']);
      expect((await as('ben').wall.read({ group })).audience).toMatchObject({ count: 2 });
    },
  );

  it.each([
    { step: 'a group', match: /^POST .*siteGroups$/i, passing: 1, inBatch: false },
    { step: 'its people', match: /^POST .*\/users$/i, passing: 1 },
    { step: 'its lists', match: /^POST .*web\/lists$/i, passing: 2 },
    { step: 'its columns', match: /createFieldAsXml/i, passing: 7 },
    { step: 'its permissions', match: /breakRoleInheritance/i, passing: 2 },
    { step: 'its members', match: /addRoleAssignment/i, passing: 9 },
  ])(
    'is made whole by another click after $step failed half-way',
    async ({ match, passing, inBatch = true }) => {
      const group = await request();
      const { faults } = organisation.sharePoint;
      faults.next({ match, inBatch, latency: 0 }, passing);
      const heal = faults.always({ match, inBatch, status: 500 });
      const choice = { group, by: organisation.ids.anna };
      await expect(as('owner').groups.approve(choice)).rejects.toThrow();
      await expect(wordsOn('anna', group)).rejects.toThrow();
      expect(await as('owner').groups.requests()).toHaveLength(1);
      heal();
      await as('owner').groups.approve(choice);
      // Anna's page takes the group up.
      await as('anna').groups.list();
      await as('anna').wall.post({ group, text: 'At last', key: 'key-of-the-post' });
      expect(await wordsOn('anna', group)).toEqual(['At last']);
      await expect(wordsOn('ben', group)).rejects.toMatchObject({ tag: 'Forbidden' });
    },
  );

  it('is open to its members and to owners of the site alone, list by list', async () => {
    const group = await openGroup();
    const { lists } = await closedRow(organisation, group);
    const kinds = Object.keys(lists);
    const questions = (await pathsOf(group)).map((path) =>
      get(`${path}/roleAssignments?$expand=Member,RoleDefinitionBindings`),
    );
    const { stewards, members } = await titlesOfGroups(group);
    interface Assignment {
      readonly Member: { readonly Title: string };
      readonly RoleDefinitionBindings: readonly { readonly Name: string }[];
    }
    const outcomes = await organisation.wireOf('owner').batch(questions);
    expect(outcomes).toHaveLength(closedKinds(allCollections).length);
    for (const [at, outcome] of outcomes.entries()) {
      const grants = answerOf<readonly Assignment[]>(outcome).map(
        ({ Member, RoleDefinitionBindings }) => [
          Member.Title,
          ...RoleDefinitionBindings.map(({ Name }) => Name),
        ],
      );
      expect(grants).toEqual([
        [expect.stringMatching(/Owners$/), 'Full Control'],
        ...(kinds[at] === 'KantineDeskIn'
          ? [
              [stewards, 'Contribute'],
              [members, 'Read'],
            ]
          : [[members, 'Contribute']]),
      ]);
    }
  });

  it('is brought up to date with the site', async () => {
    const group = await openGroup();
    const owner = organisation.wireOf('owner');
    const { lists } = await closedRow(organisation, group);
    const column = `web/lists(guid'${lists.KantinePostsIn?.id}')/fields/getByInternalNameOrTitle('KtIndexRecent')`;
    await owner.send(merge(column, { Indexed: false }));
    await organisation.hostOf('owner').provision();
    expect(await owner.send(get(`${column}?$select=Indexed`))).toMatchObject({ Indexed: true });
    expect(await wordsOn('anna', group)).toEqual(['Between us']);
  });

  it('costs its wall as few requests as an open group’s', async () => {
    const group = await openGroup();
    const anna = as('anna');
    await anna.wall.read({ group });
    const before = organisation.network.count();
    await anna.wall.read({ group });
    expect(organisation.network.count() - before).toBe(2);
  });
});

describe('a page that shows a wall for the first time', () => {
  const tripsOf = async (group: string): Promise<number> => {
    const page = as('anna');
    const before = organisation.network.count();
    await page.wall.read({ group });
    return organisation.network.count() - before;
  };

  it('asks once more at most where the group is closed', async () => {
    const open = (await as('anna').groups.create({ name: 'Lunch', purpose: '' })).id;
    await as('anna').wall.post({ group: open, text: 'For all', key: 'key-of-another-post' });
    const closed = await openGroup();
    // Other questions of a page may share a request with it.
    expect(await tripsOf(closed)).toBeLessThanOrEqual((await tripsOf(open)) + 1);
  });
});

describe('a stranger who knows the REST API', () => {
  let group: string;
  /** Ben, who works here and is no member. */
  let ben: Wire;
  beforeEach(async () => {
    group = await openGroup('secret');
    ben = organisation.wireOf('ben');
  });

  const view = { query: { ViewXml: '<View><RowLimit>10</RowLimit></View>' } };
  const ways = (list: string): RestRequest[] => [
    get(list),
    get(`${list}/items`),
    get(`${list}/items(1)`),
    get(`${list}/items(1)/fieldValuesAsText`),
    get(`${list}/items(1)/versions`),
    get(`${list}/fields`),
    get(`${list}/roleAssignments`),
    get(`${list}/itemCount`),
    post(`${list}/getItems`, view),
    post(`${list}/renderListDataAsStream`, { parameters: { ViewXml: view.query.ViewXml } }),
    post(`${list}/items`, { Title: 'Let me in' }),
    merge(`${list}/items(1)`, { Title: 'Let me in' }),
    { method: 'DELETE', path: `${list}/items(1)`, version: '*' },
    post(`${list}/breakRoleInheritance(copyRoleAssignments=true,clearSubscopes=true)`),
    post(`${list}/resetRoleInheritance`),
    post(
      `${list}/roleAssignments/addRoleAssignment(principalId=${organisation.ids.ben},roleDefId=3)`,
    ),
  ];

  it('reads and writes nothing of it, one by one or in a batch', async () => {
    const { lists } = await closedRow(organisation, group);
    for (const { name, id } of Object.values(lists)) {
      const byTitle = `web/lists/getByTitle('${name}')`;
      const byId = `web/lists(guid'${id}')`;
      const requests = [...ways(organisation.pathOf(name)), ...ways(byTitle), ...ways(byId)];
      for (const request of requests) {
        await expect(ben.send(request), request.path).rejects.toMatchObject({
          status: expect.toSatisfy((status: number) => status === 403 || status === 404) as number,
        });
      }
      const outcomes = await ben.batch(requests);
      expect(outcomes.filter(({ ok }) => ok)).toEqual([]);
    }
    expect(await wordsOn('anna', group)).toEqual(['Between us']);
  });

  it('is not told that its lists are there', async () => {
    const lists = await ben.send<readonly { Title: string }[]>(get('web/lists?$select=Title'));
    const titles = lists.map(({ Title }) => Title);
    expect(titles).toContain('KantinePosts');
    expect(titles.filter((title) => title.startsWith('KantineX'))).toEqual([]);
    expect(titles).not.toContain('KantineClosed');
  });

  it('does not let themselves in, and does not see who is in', async () => {
    const { ids } = organisation;
    const groups = await ben.send<readonly { Id: number; Title: string }[]>(
      get('web/siteGroups?$select=Id,Title'),
    );
    const own = groups.filter(({ Title }) => Title.startsWith('KantineX'));
    expect(own).toHaveLength(2);
    for (const { Id } of own) {
      const path = `web/siteGroups/getById(${Id})`;
      const LoginName = 'i:0#.f|membership|ben@contoso.test';
      for (const request of [
        get(`${path}/users`),
        post(`${path}/users`, { LoginName }),
        post(`${path}/users/removeById(${ids.anna})`),
        post(`${path}/setUserAsOwner(${ids.ben})`),
        merge(path, { AllowMembersEditMembership: true, OnlyAllowMembersViewMembership: false }),
      ]) {
        await expect(ben.send(request), request.path).rejects.toMatchObject({ status: 403 });
      }
    }
    await expect(as('ben').groups.members({ group })).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('cannot approve a request, nor make it look approved to anybody', async () => {
    const asked = await as('ben').groups.create({
      name: 'Mine',
      purpose: '',
      access: 'secret',
      key: 'key-of-bens-draft',
    });
    const choice = { group: asked.id, by: organisation.ids.ben };
    await expect(as('ben').groups.approve(choice)).rejects.toMatchObject({ tag: 'Forbidden' });
    const items = `${organisation.pathOf(requestList.name)}/items`;
    const rows = await ben.send<readonly { Id: number }[]>(get(`${items}?$select=Id`));
    expect(rows).toHaveLength(1);
    const claim = { note: '{"name":"Mine","purpose":""}', approved: true };
    const body = { [columns.fields]: JSON.stringify(claim) };
    await ben.send(merge(`${items}(${rows[0]?.Id ?? 0})`, body));
    await expect(as('ben').groups.list()).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(wordsOn('ben', asked.id)).rejects.toThrow();
  });

  it('T1: gets no colleague’s group by asking for it', async () => {
    const note = JSON.stringify({ name: 'Works council', purpose: '' });
    expect(await organisation.hostOf('ben').containers.createClosed(group, note)).toBe('requested');
    const approving = as('owner').groups.approve({ group, by: organisation.ids.ben });
    await expect(approving).rejects.toMatchObject({ tag: 'Conflict' });
    await expect(wordsOn('ben', group)).rejects.toThrow();
  });
});
