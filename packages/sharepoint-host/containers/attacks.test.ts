/** What a colleague with a console tries against closed groups: the attacks of docs/host-facts.md, each once. */
import { describe, expect, it } from 'vitest';
import { closedContainer, createCommunity } from '@kantine/core';
import type { Community } from '@kantine/core';
import { columns, requestList } from '../schema/index.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import { site } from '../testing/organisation.ts';
import type { Actor, Organisation } from '../testing/organisation.ts';
import { get, merge, post } from '../wire/index.ts';

let organisation: Organisation;

eachInAnOrganisation((opened) => (organisation = opened));

const as = (actor: Actor): Community => createCommunity(organisation.hostOf(actor));
const containers = (actor: Actor) => organisation.hostOf(actor).containers;
const den = closedContainer('secret-of-the-owner');

interface Titled {
  readonly Id: number;
  readonly Title: string;
}
const groupsOf = (actor: Actor): Promise<readonly Titled[]> =>
  organisation.wireOf(actor).send(get('web/currentUser/groups?$select=Id,Title'));
const titles = async (): Promise<readonly string[]> => {
  const groups = await organisation
    .wireOf('ben')
    .send<readonly Titled[]>(get('web/siteGroups?$select=Id,Title'));
  return groups.map(({ Title }) => Title);
};

/** A closed group of Anna's, asked for and approved. */
async function annasGroup(): Promise<string> {
  const { id } = await as('anna').groups.create({
    name: 'Works council',
    purpose: '',
    access: 'closed',
    key: 'key-of-the-draft',
  });
  await as('owner').groups.approve({ group: id, by: organisation.ids.anna });
  await as('anna').groups.list();
  return id;
}

describe('a request for what is there already', () => {
  it('T1: gives its writer nothing and takes nobody out, however it is approved', async () => {
    expect(await containers('owner').createClosed(den, '')).toBe('made');
    await containers('owner').admit(den, organisation.ids.anna, 'member');
    const before = await containers('owner').members(den);
    await organisation.wireOf('ben').send(
      post(`${organisation.pathOf(requestList.name)}/items`, {
        [columns.slot]: 'written-by-hand',
        [columns.key]: JSON.stringify(den),
        [columns.fields]: JSON.stringify({
          note: '{"name":"Lunch","purpose":""}',
          approved: false,
        }),
      }),
    );
    await containers('ben').createClosed(den, '{"name":"Lunch","purpose":""}');
    const approving = containers('owner').approve(den, organisation.ids.ben);
    await expect(approving).rejects.toMatchObject({ tag: 'Conflict' });
    expect(await containers('owner').members(den)).toEqual(before);
    expect((await containers('ben').rights([den])).get(den)).toBe('none');
    expect(await containers('ben').joined()).toEqual([]);
  });

  it('T1: is not told by the names of site groups', async () => {
    const known = await titles();
    await containers('owner').createClosed(den, '');
    const added = (await titles()).filter((title) => !known.includes(title));
    expect(added).toHaveLength(2);
    const hex = Array.from(new TextEncoder().encode('secret-of-the-owner'), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    for (const title of added) {
      expect(title).not.toContain(hex);
      expect(title).not.toMatch(/member|steward/i);
    }
  });
});

describe('a steward who renames their own site groups', () => {
  it('T2: is in no group that is made later, whatever its names will be', async () => {
    await annasGroup();
    const { id } = await as('zoe').groups.create({
      name: 'Choir',
      purpose: '',
      access: 'closed',
      key: 'key-of-the-choir',
    });
    const own = (await groupsOf('anna')).filter(({ Title }) =>
      /^Kantine(?:X|Mem|Stew)/.test(Title),
    );
    expect(own).toHaveLength(2);
    const next = id.slice(closedContainer('').length);
    for (const [at, { Id }] of own.entries()) {
      const Title = `Kantine${at === 0 ? 'Members' : 'Stewards'}In${next}`;
      await organisation.wireOf('anna').send(merge(`web/siteGroups/getById(${Id})`, { Title }));
    }
    await as('owner').groups.approve({ group: id, by: organisation.ids.zoe });
    await as('zoe').groups.list();
    await as('zoe').wall.post({ group: id, text: 'Between us', key: 'key-of-a-post' });
    await expect(as('anna').wall.read({ group: id })).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(await containers('zoe').members(id)).toEqual([
      { person: organisation.ids.zoe, role: 'steward' },
    ]);
  });
});

describe('an owner who is asked', () => {
  const ask = (actor: Actor, name: string) =>
    containers(actor).createClosed(closedContainer(`secret-${name}`), JSON.stringify({ name }));
  const asked = async (): Promise<readonly string[]> =>
    (await containers('owner').requests()).map(({ container }) => container);

  it('T11: sees the requests behind 1,200 rows that are none, the newest first', async () => {
    await ask('anna', 'first');
    const junk = Array.from({ length: 1_200 }, (_, at) => ({
      [columns.slot]: `junk-${at}`,
      [columns.key]: '7',
      Author: 'ben@contoso.test',
    }));
    organisation.sharePoint.bulkLoad({ site, list: requestList.name }, junk);
    await ask('zoe', 'last');
    expect(await asked()).toEqual(['closed:secret-last', 'closed:secret-first']);
  });

  it('T11: sees everybody’s requests, however many one colleague writes', async () => {
    await ask('anna', 'first');
    const many = Array.from({ length: 600 }, (_, at) => ({
      [columns.slot]: `own-${at}`,
      [columns.key]: JSON.stringify(`closed:secret-${at}`),
      [columns.fields]: JSON.stringify({ note: '{"name":"Mine","purpose":""}', approved: false }),
      Author: 'ben@contoso.test',
    }));
    organisation.sharePoint.bulkLoad({ site, list: requestList.name }, many);
    const found = await asked();
    expect(found).toContain('closed:secret-first');
    expect(found.length).toBeLessThanOrEqual(11);
  });

  it('T5: is reached by a colleague whose places somebody took beforehand', async () => {
    await ask('ben', 'anything');
    const [row] = await organisation
      .wireOf('owner')
      .send<readonly Record<string, string>[]>(
        get(`${organisation.pathOf(requestList.name)}/items`),
      );
    const slot = row?.[columns.slot] ?? '';
    // Ben takes the place that Anna's page will write next, if there is one that he can work out.
    const { digestOf } = await import('../schema/index.ts');
    const next = await digestOf('request', 'closed:secret-hers', organisation.ids.anna);
    await organisation
      .wireOf('ben')
      .send(post(`${organisation.pathOf(requestList.name)}/items`, { [columns.slot]: next }));
    expect(slot).not.toBe(next);
    await ask('anna', 'hers');
    expect(await asked()).toContain('closed:secret-hers');
  });
});

describe('a site that is stricter than the usual one', () => {
  it('S-A2: gets closed groups whose stewards own both site groups', async () => {
    organisation.sharePoint.behave({ groupAsOwnerByRest: 'refused' });
    const group = await annasGroup();
    await as('anna').groups.admit({ group, person: organisation.ids.ben, role: 'member' });
    await as('ben').wall.post({ group, text: 'Thank you', key: 'key-of-ben' });
  });

  it('S-A2: says why there is none where the client object model is closed, and gives nothing to anybody', async () => {
    organisation.sharePoint.behave({ groupAsOwnerByRest: 'refused' });
    organisation.sharePoint.faults.always({ match: /ProcessQuery/, status: 500 });
    await expect(containers('owner').createClosed(den, '')).rejects.toMatchObject({
      message: expect.stringContaining('Nothing was given to anybody') as string,
    });
    expect((await containers('owner').rights([den])).get(den)).toBe('none');
    expect(await containers('owner').joined()).toEqual([]);
    organisation.sharePoint.faults.clear();
    expect(await containers('owner').createClosed(den, '')).toBe('made');
    expect(await containers('owner').joined()).toEqual([den]);
  });

  it('S-A5: makes and lists closed groups where missing people answer 500', async () => {
    organisation.sharePoint.behave({ missingPrincipal: 'serverError' });
    const group = await annasGroup();
    expect((await as('anna').groups.list()).map(({ id }) => id)).toEqual([group]);
  });

  it('S-C2: goes by the owner’s row where members are not told whether a list inherits', async () => {
    organisation.sharePoint.behave({ uniqueRightsToMembers: 'refused' });
    const group = await annasGroup();
    await as('anna').groups.admit({ group, person: organisation.ids.ben, role: 'member' });
    await as('ben').wall.post({ group, text: 'Thank you', key: 'key-of-ben' });
    await expect(as('zoe').wall.read({ group })).rejects.toMatchObject({ tag: 'Forbidden' });
  });

  it('S-A6: folds a group away for a member who asks a steward to take them out', async () => {
    organisation.sharePoint.behave({ leavingByRest: 'refused' });
    const group = await annasGroup();
    const { ids } = organisation;
    for (const person of [ids.ben, ids.zoe]) {
      await as('anna').groups.admit({ group, person, role: 'member' });
    }
    await as('ben').groups.leave({ group });
    expect(await containers('ben').joined()).toEqual([]);
    expect(await containers('ben').asks(group)).toEqual([{ by: ids.ben, kind: 'leave' }]);
    expect(await containers('zoe').asks(group)).toEqual([]);
    expect(await containers('anna').asks(group)).toEqual([{ by: ids.ben, kind: 'leave' }]);
    await containers('anna').expel(group, ids.ben);
    expect(await containers('anna').asks(group)).toEqual([]);
    await expect(as('ben').wall.read({ group })).rejects.toMatchObject({ tag: 'Forbidden' });
  });
});
