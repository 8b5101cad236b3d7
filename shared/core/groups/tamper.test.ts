/** Rows that a member writes around Kantine change nothing that colleagues see. */
import { beforeEach, describe, expect, it } from 'vitest';
import { communityContainer } from '../kernel/container.ts';
import {} from '../card/profile.ts';
import { noProfile } from '../card/profile.ts';
import { profiles } from '../card/profiles.ts';
import { forger, malformed } from '../testing/forger.ts';
import type { Forger } from '../testing/forger.ts';
import { organisationWithGroup } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { groups, memberships } from './collections.ts';

let company: Organisation & { readonly group: string };
let group: string;
let mallory: Forger;
beforeEach(async () => {
  company = await organisationWithGroup();
  group = company.group;
  mallory = forger(company);
});

const join = (key: string, person: unknown) =>
  mallory.write(memberships, communityContainer, key, { group, person });
const view = () => company.as('daan').groups.read({ group });

describe('forged memberships', () => {
  it('make nobody else a member', async () => {
    await join(group, 'bram');
    await join('another row', 'bram');
    expect((await view()).members.map(({ id }) => id)).toEqual(['ada']);
    expect(await company.as('bram').groups.read({ group })).toMatchObject({ joined: false });
    expect((await company.as('daan').card.read({ person: 'bram' })).groups).toEqual([]);
  });

  it('count their writer once, however many there are', async () => {
    for (let turn = 0; turn < 30; turn += 1) await join(`row ${turn}`, 'emre');
    expect((await view()).memberCount).toBe(1);
    await join(group, 'emre');
    const { memberCount, members } = await view();
    expect([memberCount, members.map(({ id }) => id)]).toEqual([2, ['emre', 'ada']]);
  });

  it('hide no honest member, and no group from anybody’s card', async () => {
    for (let turn = 0; turn < 45; turn += 1) await join(`row ${turn}`, turn % 2 ? 'bram' : 7);
    expect((await view()).members.map(({ id }) => id)).toEqual(['ada']);
    await company.as('bram').groups.join({ group });
    for (let turn = 200; turn < 245; turn += 1) await join(`row ${turn}`, 'bram');
    expect((await view()).members.map(({ id }) => id)).toEqual(['bram', 'ada']);
    const { groups: shown } = await company.as('daan').card.read({ person: 'bram' });
    expect(shown.map(({ name }) => name)).toEqual(['Lunch run']);
  });

  it('in a group that is not there show nothing', async () => {
    await mallory.write(memberships, communityContainer, '404', { group: '404', person: 'emre' });
    expect((await company.as('daan').card.read({ person: 'emre' })).groups).toEqual([]);
  });
});

describe('forged groups', () => {
  const found = async () => (await company.as('daan').groups.list()).map(({ name }) => name);

  it('that are malformed break no list, and hide no group', async () => {
    for (const [turn, fields] of malformed.entries()) {
      await mallory.write(groups, communityContainer, `row ${turn}`, fields).catch(() => undefined);
    }
    for (let turn = 0; turn < 130; turn += 1) {
      await mallory.write(groups, communityContainer, `flood ${turn}`, { name: 7, title: '' });
    }
    expect(await found()).toEqual(['Lunch run']);
  });

  it('take no name that they do not show, and show no name that they did not take', async () => {
    const row = { name: 'Something else', title: 'book club', purpose: '' };
    await mallory.write(groups, communityContainer, 'book club', row);
    await mallory.write(groups, communityContainer, 'x', { ...row, name: 'Lunch run', title: 'x' });
    expect(await found()).toEqual(['Lunch run']);
    await company.as('bram').groups.create({ name: 'Book club', purpose: '' });
    expect(await found()).toEqual(['Book club', 'Lunch run']);
  });

  it('open no container that is not a group’s', async () => {
    const { containers } = company.host('emre');
    for (const container of ['person:ada', communityContainer, 'nonsense']) {
      await expect(containers.create(container)).rejects.toMatchObject({ tag: 'Forbidden' });
    }
    const rights = await containers.rights(['person:ada']);
    expect(rights.get('person:ada')).toBe('none');
  });
});

describe('a forged profile', () => {
  it('is nobody’s but its writer’s', async () => {
    const row = { about: 'I quit', askMeAbout: [], interests: [], person: 'ada', author: 'ada' };
    await mallory.write(profiles, communityContainer, 'profile', row);
    expect((await company.as('daan').card.read({ person: 'ada' })).profile.about).toBe('');
  });

  it('that is malformed shows as none', async () => {
    const row = { about: 'x'.repeat(9_999), askMeAbout: 'tea', interests: [7] };
    await mallory.write(profiles, communityContainer, 'profile', row);
    const card = await company.as('daan').card.read({ person: 'emre' });
    expect(card.profile).toEqual(noProfile);
  });
});
