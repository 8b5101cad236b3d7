import { describe, expect, it } from 'vitest';
import {
  audienceOfReaders,
  createCommunity,
  governedContainer,
  officeContainer,
} from '@kantine/core';
import type { SharePointHost } from '../host.ts';
import { allLists, columns, setupList } from '../schema/index.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import { allCollections } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { answerOf, get, merge, post } from '../wire/index.ts';
import type { Reader } from './readers.ts';

const guest = 'eve_elsewhere.test#ext#@contoso.test';
const others = {
  users: [
    { loginName: guest, title: 'Eve Lund' },
    { loginName: 'dora@contoso.test', title: 'Dora Kok' },
    { loginName: 'finn@contoso.test', title: 'Finn Moe' },
  ],
  groups: [{ title: 'Kitchen staff', members: ['finn@contoso.test'] }],
};
const everyone = 'Everyone except external users';
/** SharePoint's own number of the level «Read». */
const levelOfReading = 1_073_741_826;

describe('who reads a site', { timeout: 20_000 }, () => {
  let organisation: Organisation;

  eachInAnOrganisation((opened) => (organisation = opened), { setUp: 'nothing', others });

  const owner = (): SharePointHost => organisation.hostOf('owner');

  /** Lets a principal read the site, as an owner does on its page of permissions. */
  async function letRead(login: string): Promise<number> {
    const wire = organisation.wireOf('owner');
    const level = await wire.send<{ Id: number }>(get('web/roleDefinitions/getByType(2)'));
    const { Id } = await wire.send<{ Id: number }>(post('web/ensureUser', { logonName: login }));
    const grant = `addRoleAssignment(principalId=${Id},roleDefId=${level.Id})`;
    await wire.perform([post(`web/roleAssignments/${grant}`)]);
    return Id;
  }

  async function joinVisitors(...logins: readonly string[]): Promise<void> {
    const LoginName = (login: string): string => `i:0#.f|membership|${login}`;
    await organisation
      .wireOf('owner')
      .perform(
        logins.map((login) =>
          post('web/associatedVisitorGroup/users', { LoginName: LoginName(login) }),
        ),
      );
  }

  async function readers(): Promise<readonly Reader[]> {
    const state = await owner().setupState();
    return state.kind === 'ready' || state.kind === 'left-out' ? [] : (state.readers ?? []);
  }
  const named = async (name: string): Promise<Reader> => {
    const found = (await readers()).find((reader) => reader.name === name);
    if (!found) throw new Error(`Nobody is called ${name}.`);
    return found;
  };

  /** The owner's choice: whom the page has ticked, but for some. */
  async function setUp(turned: readonly string[] = []): Promise<void> {
    const all = (await readers()).map(({ id, name, isIn }) => ({
      id,
      isIn: turned.includes(name) ? !isIn : isIn,
    }));
    const idsOf = (isIn: boolean) => all.filter((each) => each.isIn === isIn).map(({ id }) => id);
    await owner().provision({ readers: { in: idsOf(true), out: idsOf(false) } });
  }

  /** The names of those who have a right to each list that readers write, owners aside. */
  async function granted(): Promise<readonly string[]> {
    const lists = allLists(allCollections).filter(({ writers }) => writers === 'readers');
    const outcomes = await organisation
      .wireOf('owner')
      .batch(
        lists.map(({ name }) => get(`${organisation.pathOf(name)}/roleAssignments?$expand=Member`)),
      );
    const names = outcomes.map((outcome) =>
      answerOf<{ Member: { Title: string } }[]>(outcome)
        .map(({ Member }) => Member.Title)
        .filter((name) => name !== 'Intranet Owners')
        .toSorted(),
    );
    for (const each of names) expect(each).toEqual(names[0]);
    return names[0] ?? [];
  }

  it('S-B1: is shown to an owner with kind and number, guests and everyone not ticked', async () => {
    for (const login of ['dora@contoso.test', 'Kitchen staff', 'everyone', guest]) {
      await letRead(login);
    }
    await joinVisitors('dora@contoso.test', guest);
    const byName = (await readers()).toSorted((one, other) => one.name.localeCompare(other.name));
    expect(byName).toMatchObject([
      { name: 'Dora Kok', kind: 'person', isIn: true },
      { name: 'Eve Lund', kind: 'guest', isIn: false },
      { name: everyone, kind: 'everyone', isIn: false },
      { name: 'Intranet Members', kind: 'site-group', people: 3, isIn: true },
      { name: 'Intranet Visitors', kind: 'site-group', people: 2, guests: 1, isIn: true },
      { name: 'Kitchen staff', kind: 'directory-group', isIn: true },
    ]);
    expect(await readers()).not.toContainEqual(expect.objectContaining({ isNew: true }));
    expect(await organisation.hostOf('anna').setupState()).not.toHaveProperty('readers');
  });

  it('S-B1: a site group of guests alone is not ticked, and one that holds groups tells their names', async () => {
    await joinVisitors(guest);
    expect(await named('Intranet Visitors')).toMatchObject({ people: 1, guests: 1, isIn: false });
    const wire = organisation.wireOf('owner');
    await letRead('Kitchen staff');
    const { LoginName } = await wire.send<{ LoginName: string }>(
      post('web/ensureUser', { logonName: 'Kitchen staff' }),
    );
    await wire.send(post('web/associatedVisitorGroup/users', { LoginName }));
    const visitors = await named('Intranet Visitors');
    expect(visitors).toMatchObject({ holds: ['Kitchen staff'], isIn: true });
    expect(visitors).not.toHaveProperty('people');
  });

  it('S-B1: takes part by a direct grant and by a group of the directory, as the owner chose', async () => {
    await letRead('dora@contoso.test');
    await letRead('Kitchen staff');
    await setUp();
    for (const login of ['dora@contoso.test', 'finn@contoso.test']) {
      const host = organisation.hostAs(login);
      expect(await host.setupState()).toEqual({ kind: 'ready' });
      const community = createCommunity(host);
      const { id: group } = await community.groups.create({ name: login, purpose: '' });
      await community.wall.post({ group, text: 'Hello', key: host.ids.next() });
    }
    expect(await granted()).toEqual([
      'Dora Kok',
      'Intranet Members',
      'Intranet Visitors',
      'Kitchen staff',
    ]);
  });

  it.each(['notFound', 'refused'] as const)(
    'S-B1: a reader who is left out is told so, and that is not a site without Kantine, where SharePoint says %s of lists',
    async (listWithoutRight) => {
      organisation.sharePoint.behave({ listWithoutRight });
      await letRead('dora@contoso.test');
      const dora = organisation.hostAs('dora@contoso.test');
      expect(await dora.setupState()).toMatchObject({ kind: 'missing', canSetUp: false });
      await setUp(['Dora Kok']);
      expect(await dora.setupState()).toEqual({ kind: 'left-out', owners: ['System Account'] });
      expect(await granted()).toEqual(['Intranet Members', 'Intranet Visitors']);
      const community = createCommunity(dora);
      await expect(community.groups.create({ name: 'Mine', purpose: '' })).rejects.toMatchObject({
        tag: 'Forbidden',
      });
    },
  );

  it('S-B1: a reader who is left out reads what everybody may know, and no list of desks or of owners', async () => {
    await letRead('dora@contoso.test');
    await setUp(['Dora Kok']);
    const names = ['KantineGoverned', 'KantineDeskOfGroups', 'KantineOffice'];
    const outcomes = await organisation
      .wireOf('owner')
      .batch(
        names.map((name) => get(`${organisation.pathOf(name)}/roleAssignments?$expand=Member`)),
      );
    const granted = outcomes.map((outcome) =>
      answerOf<{ Member: { Title: string } }[]>(outcome)
        .map(({ Member }) => Member.Title)
        .toSorted(),
    );
    const owners = 'Intranet Owners';
    expect(granted[0]).toEqual(['Dora Kok', 'Intranet Members', owners, 'Intranet Visitors']);
    expect(granted[1]).not.toContain('Dora Kok');
    expect(granted[2]).toEqual([owners]);
    const rights = await organisation
      .hostAs('dora@contoso.test')
      .containers.rights([governedContainer, officeContainer]);
    expect([...rights.values()]).toEqual(['read', 'none']);
  });

  it('S-B1: a reader who came since is told the same, where SharePoint says 403 of a list', async () => {
    organisation.sharePoint.behave({ listWithoutRight: 'refused' });
    await setUp();
    await letRead('dora@contoso.test');
    const dora = organisation.hostAs('dora@contoso.test');
    expect(await dora.setupState()).toMatchObject({ kind: 'left-out' });
  });

  it('S-B3: a guest takes part where the owner ticked them, and nowhere else', async () => {
    await letRead(guest);
    const eve = organisation.hostAs(guest);
    await setUp();
    expect(await eve.setupState()).toMatchObject({ kind: 'left-out' });
    await owner().provision({ readers: { in: [await letRead(guest)], out: [] } });
    expect(await eve.setupState()).toEqual({ kind: 'ready' });
    // Exactly those: the members were not chosen.
    expect(await granted()).toEqual(['Eve Lund']);
    expect(await organisation.hostOf('anna').setupState()).toMatchObject({ kind: 'left-out' });
  });

  it('S-B3: a guest who writes is shown as one, is found by no search, and is counted apart', async () => {
    await joinVisitors(guest, 'dora@contoso.test');
    await setUp();
    const eve = organisation.hostAs(guest);
    const { id: group } = await createCommunity(organisation.hostOf('anna')).groups.create({
      name: 'Open kitchen',
      purpose: '',
    });
    for (const host of [eve, organisation.hostAs('dora@contoso.test')]) {
      await createCommunity(host).wall.post({ group, text: 'Hello', key: host.ids.next() });
    }
    const anna = organisation.hostOf('anna');
    const { posts } = await createCommunity(anna).wall.read({ group, limit: 5 });
    expect(posts.map(({ author }) => [author.name, author.guest])).toEqual([
      ['Dora Kok', undefined],
      ['Eve Lund', true],
    ]);
    const id = await eve.identity.me();
    for (const detail of ['names', 'work', 'card'] as const) {
      expect(await anna.directory.people([id], detail)).toMatchObject([
        { active: true, guest: true },
      ]);
    }
    expect(await anna.directory.search('eve', 8)).toEqual([]);
    expect(await anna.directory.search('lund', 8)).toEqual([]);
    expect(await anna.directory.search('dora', 8)).toMatchObject([{ name: 'Dora Kok' }]);
    const readers = await anna.directory.people([id, await anna.identity.me()]);
    expect(audienceOfReaders(readers, '', true)).toMatchObject({ count: 2, guests: 1 });
  });

  it('S-B1: an owner is asked about who came since, once', async () => {
    await setUp();
    expect(await owner().setupState()).toEqual({ kind: 'ready' });
    await letRead('dora@contoso.test');
    expect(await owner().setupState()).toMatchObject({ kind: 'newcomers', canSetUp: true });
    expect(await named('Dora Kok')).toMatchObject({ isNew: true, isIn: true });
    expect(await named('Intranet Members')).toMatchObject({ isNew: false, isIn: true });
    // Others go on as they are.
    expect(await organisation.hostOf('anna').setupState()).toEqual({ kind: 'ready' });
    await setUp(['Dora Kok']);
    expect(await owner().setupState()).toEqual({ kind: 'ready' });
    expect(await granted()).toEqual(['Intranet Members', 'Intranet Visitors']);
  });

  it('S-B1: without a choice an update keeps who takes part', async () => {
    await letRead('dora@contoso.test');
    await setUp(['Dora Kok', 'Intranet Visitors']);
    await letRead('finn@contoso.test');
    await owner().provision();
    expect(await granted()).toEqual(['Intranet Members']);
  });

  it.each([
    { lists: ['KantineContainers'] },
    { lists: ['KantineContainers', 'KantineRequests'] },
    { lists: ['KantineMoreOfGroups', 'KantineLetters', 'KantineDeskOfGroups', 'KantineOffice'] },
  ])(
    'S-B3: a guest who was left out stays out where lists inherit again: $lists',
    async ({ lists }) => {
      await letRead(guest);
      await setUp();
      const before = await granted();
      for (const list of lists) {
        const path = `${organisation.pathOf(list)}/resetRoleInheritance`;
        await organisation.wireOf('owner').send(post(path));
      }
      expect(await named('Eve Lund')).toMatchObject({ isIn: false });
      expect(await named('Intranet Members')).toMatchObject({ isIn: true });
      await owner().provision();
      expect(await granted()).toEqual(before);
      for (const list of ['KantineDeskOfGroups', 'KantineOffice']) {
        const path = `${organisation.pathOf(list)}/roleAssignments?$expand=Member`;
        const given = await organisation.wireOf('owner').send(get(path));
        expect(JSON.stringify(given)).not.toContain('Eve Lund');
      }
      expect(await organisation.hostAs(guest).setupState()).toMatchObject({ kind: 'left-out' });
    },
  );

  it('S-B1: somebody with a link to a single row is no reader of the site, and reads nothing else', async () => {
    await setUp();
    const community = createCommunity(organisation.hostOf('anna'));
    const { id: group } = await community.groups.create({ name: 'Lunch', purpose: '' });
    await community.wall.post({ group, text: 'Soup?', key: 'key-of-the-first' });
    await community.wall.post({ group, text: 'Bread?', key: 'key-of-the-other' });
    const wire = organisation.wireOf('owner');
    const list = organisation.pathOf('KantinePosts');
    const { Id } = await wire.send<{ Id: number }>(
      post('web/ensureUser', { logonName: 'dora@contoso.test' }),
    );
    const grant = `addRoleAssignment(principalId=${Id},roleDefId=${levelOfReading})`;
    const item = `${list}/items(1)`;
    await wire.perform([
      post(`${item}/breakRoleInheritance(copyRoleAssignments=true,clearSubscopes=true)`),
      post(`${item}/roleAssignments/${grant}`),
    ]);
    const dora = organisation.hostAs('dora@contoso.test');
    await expect(createCommunity(dora).wall.read({ group })).rejects.toMatchObject({
      tag: 'Forbidden',
    });
    expect(await dora.setupState()).not.toMatchObject({ kind: 'ready' });
    // Nobody new reads the site: the owner is asked about nobody.
    expect(await owner().setupState()).toEqual({ kind: 'ready' });
  });

  it('S-B1: a site of an earlier version stays as it is until its owner has updated it', async () => {
    await setUp();
    const wire = organisation.wireOf('owner');
    const row = `${organisation.pathOf(setupList.name)}/items(1)`;
    const { [columns.fields]: fields } = await wire.send<Record<string, string>>(get(row));
    const { known, ...earlier } = JSON.parse(fields ?? '') as Record<string, unknown>;
    expect(known).toHaveLength(2);
    await wire.send(merge(row, { [columns.fields]: JSON.stringify(earlier) }));
    await letRead('dora@contoso.test');
    expect(await owner().setupState()).toEqual({ kind: 'ready' });
    expect(await granted()).toEqual(['Intranet Members', 'Intranet Visitors']);

    const outdated = { ...earlier, lists: {} };
    await wire.send(merge(row, { [columns.fields]: JSON.stringify(outdated) }));
    expect(await owner().setupState()).toMatchObject({ kind: 'outdated' });
    expect(await named('Dora Kok')).toMatchObject({ isNew: true, isIn: true });
    expect(await named('Intranet Visitors')).toMatchObject({ isNew: false, isIn: true });
    await setUp();
    expect(await granted()).toEqual(['Dora Kok', 'Intranet Members', 'Intranet Visitors']);
  });

  it('S-B1: the row that all readers see does not say who is left out', async () => {
    await letRead('dora@contoso.test');
    await setUp(['Dora Kok']);
    const wire = organisation.wireOf('anna');
    const { [columns.fields]: fields } = await wire.send<Record<string, string>>(
      get(`${organisation.pathOf(setupList.name)}/items(1)`),
    );
    expect(JSON.parse(fields ?? '')).toMatchObject({ known: expect.any(Array) as unknown[] });
    const asked = wire.send(get(`${organisation.pathOf(setupList.name)}/roleAssignments`));
    await expect(asked).rejects.toMatchObject({ status: 403 });
  });

  it('tells how far a set-up is, from nothing to all of it, step by step', async () => {
    const told: (readonly [number, number])[] = [];
    await owner().provision({ told: (done, all) => told.push([done, all]) });
    const all = allLists(allCollections).length + 7;
    expect(told).toEqual(Array.from({ length: all + 1 }, (_, done) => [done, all]));
  });
});
