/** Who reads what is open on a site: what set-up noted, and what the site's groups tell. */
import { describe, expect, it } from 'vitest';
import { communityContainer, createCommunity, groupContainer } from '@kantine/core';
import type { Audience } from '@kantine/core';
import type { SharePointHost } from '../host.ts';
import { setupList, columns } from '../schema/index.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import type { Organisation } from '../testing/organisation.ts';
import { answerOf, get, merge, post } from '../wire/index.ts';

const guest = 'eve_elsewhere.test#ext#@contoso.test';
const others = {
  users: [
    { loginName: guest, title: 'Eve Lund' },
    { loginName: 'dora@contoso.test', title: 'Dora Kok' },
    { loginName: 'finn@contoso.test', title: 'Finn Moe' },
  ],
  groups: [
    { title: 'Kitchen staff', members: ['finn@contoso.test'] },
    { title: 'Marketing', members: ['dora@contoso.test'] },
  ],
};
const room = groupContainer('room');

describe('who reads what is open on a site', { timeout: 20_000 }, () => {
  let organisation: Organisation;

  eachInAnOrganisation((opened) => (organisation = opened), { others });

  const wire = () => organisation.wireOf('owner');

  async function ensure(logonName: string): Promise<{ Id: number; LoginName: string }> {
    return wire().send(post('web/ensureUser', { logonName }));
  }

  /** Lets a principal read the site by a right of its own. */
  async function letRead(login: string): Promise<void> {
    const level = await wire().send<{ Id: number }>(get('web/roleDefinitions/getByType(2)'));
    const { Id } = await ensure(login);
    const grant = `addRoleAssignment(principalId=${Id},roleDefId=${level.Id})`;
    await wire().perform([post(`web/roleAssignments/${grant}`)]);
  }

  async function join(group: 'Member' | 'Visitor', ...logins: readonly string[]): Promise<void> {
    for (const login of logins) {
      const { LoginName } = await ensure(login);
      await wire().send(post(`web/associated${group}Group/users`, { LoginName }));
    }
  }

  /** Lets all take part who read the site by now, those included who would not be suggested. */
  async function letAllIn(): Promise<void> {
    const owner = organisation.hostOf('owner');
    const state = await owner.setupState();
    const readers = 'readers' in state ? (state.readers ?? []) : [];
    await owner.provision({ readers: { in: readers.map(({ id }) => id), out: [] } });
  }

  const anna = (): SharePointHost => organisation.hostOf('anna');

  async function audience(host = anna(), container = room): Promise<Audience> {
    await anna().containers.create(room);
    return host.containers.audience(container);
  }

  const place = { kind: 'site', name: 'Intranet' };

  it('AUDIENCE-1: is each of them where every right is of people whom the site names', async () => {
    await join('Visitor', 'dora@contoso.test', guest);
    for (const container of [room, communityContainer]) {
      expect(await audience(anna(), container)).toMatchObject({
        ...{ known: true, kind: 'each', count: 6, guests: 1, firstNames: [], laterJoiners: true },
        noted: expect.any(Number) as number,
      });
    }
  });

  it('AUDIENCE-2: does not count who was taken out of a group of the site, on the next page', async () => {
    await join('Visitor', 'dora@contoso.test');
    expect(await audience()).toMatchObject({ count: 5 });
    const { Id } = await ensure('dora@contoso.test');
    await wire().send(post(`web/associatedVisitorGroup/users/removeById(${Id})`));
    expect(await audience()).toMatchObject({ count: 4 });
  });

  it('is asked once, and again some minutes later', async () => {
    const host = anna();
    await audience(host);
    await join('Member', 'dora@contoso.test');
    expect(await audience(host)).toMatchObject({ count: 4 });
    organisation.clock.advance(11 * 60_000);
    expect(await audience(host)).toMatchObject({ count: 5 });
  });

  it('A1: a group that keeps its members to itself makes it the place, not those of the others', async () => {
    await join('Visitor', 'dora@contoso.test');
    const hide = merge('web/associatedVisitorGroup', { OnlyAllowMembersViewMembership: true });
    await wire().send(hide);
    expect(await audience()).toEqual({ known: false, kind: 'place', place });
    // Who is in that group sees who else is.
    expect(await audience(organisation.hostAs('dora@contoso.test'))).toMatchObject({ count: 5 });
  });

  it('A2: «everyone» in a group beside people is everyone, and not the people’s number', async () => {
    await join('Visitor', 'everyone', 'dora@contoso.test');
    expect(await audience()).toMatchObject({
      ...{ known: false, kind: 'groups', everyone: 'company', groups: [], place },
    });
    expect(await audience()).not.toHaveProperty('count');
    expect(await audience()).not.toHaveProperty('atMost');
  });

  it('S-B1: names groups with a right of their own, and counts people with one', async () => {
    await join('Member', 'Marketing');
    await letRead('Kitchen staff');
    await letRead('dora@contoso.test');
    await letRead(guest);
    await letAllIn();
    expect(await audience()).toMatchObject({
      ...{ known: false, kind: 'groups', people: 6, guests: 1, place },
      groups: expect.arrayContaining(['Kitchen staff', 'Marketing']) as string[],
    });
  });

  it('S-B1: does not name a group that the owner left out', async () => {
    await letRead('Kitchen staff');
    const owner = organisation.hostOf('owner');
    const state = await owner.setupState();
    const readers = 'readers' in state ? (state.readers ?? []) : [];
    const isIn = ({ name }: { name: string }): boolean => name !== 'Kitchen staff';
    await owner.provision({
      readers: {
        in: readers.filter(isIn).map(({ id }) => id),
        out: readers.filter((each) => !isIn(each)).map(({ id }) => id),
      },
    });
    expect(await audience()).toMatchObject({ known: true, count: 4 });
  });

  it('S-B1: what everybody may read of it names no person, and nobody who is left out', async () => {
    await letRead('dora@contoso.test');
    await letRead('Kitchen staff');
    await letAllIn();
    const rows = await organisation
      .wireOf('anna')
      .send<Record<string, string>[]>(get(`${organisation.pathOf(setupList.name)}/items`));
    const notes = rows.filter((row) => row[columns.slot] === 'readers');
    expect(notes).toHaveLength(1);
    const note = JSON.parse(notes[0]?.[columns.fields] ?? '') as unknown;
    expect(note).toMatchObject({ groups: ['Kitchen staff'], people: 1, guests: 0 });
    expect(JSON.stringify(note)).not.toContain('Dora');
    // Members cannot change it: what they are told is an owner's.
    const path = `${organisation.pathOf(setupList.name)}/items(${String(notes[0]?.Id)})`;
    const forged = merge(path, { [columns.fields]: '{}' });
    await expect(organisation.wireOf('anna').send(forged)).rejects.toMatchObject({ status: 403 });
  });

  it('is the place on a site that an earlier version set up, which noted nobody', async () => {
    const path = `${organisation.pathOf(setupList.name)}/items`;
    const rows = await wire().send<Record<string, unknown>[]>(get(path));
    const note = rows.find((row) => row[columns.slot] === 'readers');
    await wire().send({ method: 'DELETE', path: `${path}(${String(note?.Id)})`, version: '*' });
    expect(await audience()).toEqual({ known: false, kind: 'place', place });
    await organisation.hostOf('owner').provision();
    expect(await audience()).toMatchObject({ known: true, count: 4 });
  });

  it('tells a long group by its name', async () => {
    const logins = Array.from({ length: 205 }, (_, at) => `colleague-${at}@contoso.test`);
    for (const loginName of logins) {
      organisation.sharePoint.addUser({ loginName, title: `Colleague ${loginName}` });
    }
    for (const outcome of await wire().write(
      logins.map((login) =>
        post('web/associatedVisitorGroup/users', { LoginName: `i:0#.f|membership|${login}` }),
      ),
    )) {
      answerOf(outcome);
    }
    expect(await audience()).toMatchObject({
      kind: 'groups',
      groups: ['Intranet Visitors'],
      people: 4,
    });
  });

  it('says what it was where it cannot be asked just now, and asks again at the next look', async () => {
    const host = anna();
    const before = await audience(host);
    organisation.clock.advance(11 * 60_000);
    const { faults } = organisation.sharePoint;
    faults.next({ match: /^GET .*associatedMemberGroup/, inBatch: true, status: 500 });
    expect(await audience(host)).toEqual({
      known: false,
      kind: 'nothing',
      last: { audience: before, at: expect.any(Number) as number },
    });
    expect(await audience(host)).toEqual(before);
  });

  it('costs the first page of a wall nothing, and one request when somebody begins to write', async () => {
    const { id: group } = await createCommunity(anna()).groups.create({
      name: 'Lunch',
      purpose: '',
    });
    await createCommunity(anna()).wall.post({ group, text: 'Soup?', key: 'key-of-a-post' });
    const ben = organisation.hostOf('ben', {
      userId: Number(organisation.ids.ben),
      formDigest: { value: 'came with the page', seconds: 1_800 },
    });
    const { wall } = createCommunity(ben);
    const before = organisation.network.count();
    const entries = organisation.sharePoint.ledger.entries.length;
    const page = await wall.read({ group });
    const joined = { count: 1, isIn: false };
    expect(page.audience).toMatchObject({ known: false, kind: 'nothing', joined });
    expect(organisation.network.count() - before).toBe(2);
    const asked = organisation.sharePoint.ledger.entries.slice(entries);
    expect(asked.filter(({ path }) => path.includes('/associated'))).toEqual([]);

    expect(await wall.audience({ group })).toMatchObject({ count: 4 });
    expect(organisation.network.count() - before).toBe(3);
    // From then on it is on the wall as well.
    expect((await wall.read({ group })).audience).toMatchObject({ count: 4, joined });
  });
});
