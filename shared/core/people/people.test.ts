import { beforeEach, describe, expect, it } from 'vitest';
import { directoryPeople, organisation } from '../testing/organisation.ts';
import type { Organisation } from '../testing/organisation.ts';
import { createCommunity } from '../community.ts';
import { noProfile, profileKey } from '../card/profile.ts';
import { profiles } from '../card/profiles.ts';
import { communityContainer } from '../kernel/container.ts';
import { forger } from '../testing/forger.ts';
import { memoryServer } from '../memory-host.ts';
import { audienceOfReaders } from './audience.ts';
import { lookUp, peopleFinder } from './person.ts';

let company: Organisation;
beforeEach(() => {
  company = organisation();
});

const profile = {
  ...noProfile,
  about: 'Bakes bread',
  askMeAbout: ['Sourdough'],
  interests: ['Cycling', 'Tea'],
};

describe('a guest', () => {
  const guest = { id: 'eve', name: 'Eve Lund', active: true, guest: true } as const;

  it('is shown as one, and is found by no search', async () => {
    const server = memoryServer({
      people: [...directoryPeople, guest],
      clock: { now: () => 0 },
      ids: { next: () => 'a-key-of-nobody-else' },
    });
    const host = server.connect('ada');
    const community = createCommunity(host);
    const nameOf = await peopleFinder(host.directory, ['eve', 'ada']);
    expect([nameOf('eve').guest, nameOf('ada').guest]).toEqual([true, undefined]);
    expect(await community.people.search({ text: 'eve' })).toEqual([]);
  });

  it('is one of the readers of a place, and is counted apart', () => {
    const readers = [...directoryPeople.slice(0, 2), guest];
    expect(audienceOfReaders(readers, 'ada', true)).toMatchObject({ count: 3, guests: 1 });
    expect(audienceOfReaders(directoryPeople.slice(0, 2), 'ada', true)).not.toHaveProperty(
      'guests',
    );
  });
});

describe('a profile card', () => {
  it('shows what the directory knows, and no profile before there is one', async () => {
    const card = await company.as('bram').card.read({ person: 'ada' });
    expect(card).toEqual({
      person: directoryPeople[0],
      isMe: false,
      profile: noProfile,
      facts: { title: { text: 'Baker', by: 'host' } },
      manager: { id: 'emre', name: 'Emre Yıldız', active: true, title: 'Site manager' },
      groups: [],
      inCommon: [],
    });
  });

  it('shows what two people have in common, however they spell it', async () => {
    await company.as('ada').card.update(profile);
    const other = { about: '', askMeAbout: ['CYCLING'], interests: [' sourdough ', 'Chess'] };
    await company.as('bram').card.update(other);
    expect((await company.as('bram').card.read({ person: 'ada' })).inCommon).toEqual([
      'Cycling',
      'Sourdough',
    ]);
    expect((await company.as('ada').card.read({ person: 'ada' })).inCommon).toEqual([]);
  });

  it('shows the groups of a person, and which of them the reader is in', async () => {
    const { id } = await company.as('ada').groups.create({ name: 'Lunch run', purpose: '' });
    const group = { id, name: 'Lunch run' };
    const before = await company.as('bram').card.read({ person: 'ada' });
    expect(before.groups).toEqual([{ ...group, shared: false }]);
    await company.as('bram').groups.join({ group: id });
    const after = await company.as('bram').card.read({ person: 'ada' });
    expect(after.groups).toEqual([{ ...group, shared: true }]);
  });

  it('counts for a person alone who thanked them this year, and not thanks that were withdrawn', async () => {
    const given = {
      recipients: ['ada'],
      value: 'brings-joy',
      reason: 'for the good bread',
    } as const;
    await company.as('bram').kudos.give({ ...given, as: 'kudos', key: 'first-key' });
    await company.as('daan').kudos.give({ ...given, as: 'thanks', key: 'second-key' });
    const thanked = async () => (await company.as('ada').card.read({ person: 'ada' })).thanked;
    expect(await thanked()).toBe(2);
    expect(await company.as('bram').card.read({ person: 'ada' })).not.toHaveProperty('thanked');
    await company.as('bram').kudos.withdraw({ id: 'first-key' });
    expect(await thanked()).toBe(1);
    company.clock.set(Date.UTC(2027, 0, 2));
    expect(await thanked()).toBe(0);
  });

  it('of somebody who left says so; of nobody there is none', async () => {
    const { person } = await company.as('ada').card.read({ person: 'left' });
    expect(person).toMatchObject({ name: 'Lena Farewell', active: false });
    await expect(company.as('ada').card.read({ person: 'nobody' })).rejects.toMatchObject({
      tag: 'NotFound',
      message: 'There is no person nobody any more. Reload to see what is.',
    });
  });
});

describe('one’s own profile', () => {
  const read = () => company.as('ada').card.read({ person: 'ada' });

  it('is written, read back and changed from the version that was seen', async () => {
    const saved = await company.as('ada').card.update(profile);
    const { profileVersion = '' } = await read();
    expect(saved).toEqual({ ...profile, version: profileVersion });
    const changed = { ...profile, about: 'Bakes cake' };
    await company.as('ada').card.update({ ...changed, version: profileVersion });
    expect((await read()).profile).toEqual(changed);
  });

  it('is a Conflict when another window changed it meanwhile, and keeps what that one wrote', async () => {
    await company.as('ada').card.update(profile);
    const { profileVersion: version = '' } = await read();
    await company.as('ada').card.update({ ...profile, about: 'first window', version });
    const late = company.as('ada').card.update({ ...profile, about: 'second window', version });
    await expect(late).rejects.toMatchObject({ tag: 'Conflict' });
    const fresh = company.as('ada').card.update({ ...profile, about: 'no version' });
    await expect(fresh).rejects.toMatchObject({ tag: 'Conflict' });
    expect((await read()).profile.about).toBe('first window');
  });

  it('is safe to repeat after a lost answer, the first one and every later one', async () => {
    const { faults } = company;
    faults.inject({ kind: 'answer-lost', on: 'write' });
    await expect(company.as('ada').card.update(profile)).rejects.toMatchObject({
      tag: 'Offline',
    });
    const saved = await company.as('ada').card.update(profile);
    const { profileVersion: version = '' } = await read();
    expect(saved).toEqual({ ...profile, version });
    const edit = { ...profile, about: 'Bakes cake', version };
    faults.inject({ kind: 'answer-lost', on: 'write' });
    await expect(company.as('ada').card.update(edit)).rejects.toMatchObject({ tag: 'Offline' });
    expect((await company.as('ada').card.update(edit)).about).toBe('Bakes cake');
  });

  it('drops empty, invisible and repeated topics', async () => {
    const interests = ['Tea', '', '  ', '\u200B', ' tea', 'Chess'];
    const saved = await company.as('ada').card.update({ ...profile, interests });
    expect(saved.interests).toHaveLength(2);
    expect(saved.interests.map((topic) => topic.toLowerCase())).toEqual(['tea', 'chess']);
  });

  it('keeps what a page of an earlier version does not know of', async () => {
    const first = {
      ...profile,
      languages: ['Dutch'],
      works: 'Mornings, by chat first',
      since: '2019',
    };
    const { version } = await company.as('ada').card.update(first);
    const { about, askMeAbout, interests } = profile;
    const edit = { about: `${about}!`, askMeAbout, interests, version };
    expect(await company.as('ada').card.update(edit)).toMatchObject({
      about: 'Bakes bread!',
      languages: ['Dutch'],
      works: 'Mornings, by chat first',
      since: '2019',
    });
  });

  it('of before there were languages reads as one without them', async () => {
    const { about, askMeAbout, interests } = profile;
    await forger(company, 'ada').write(profiles, communityContainer, profileKey, {
      about,
      askMeAbout,
      interests,
    });
    expect((await read()).profile).toEqual(profile);
  });

  it.each(['2019', '2019-03', '2019-03-31', ' 1999 '])('takes %j for since when', async (since) => {
    expect((await company.as('ada').card.update({ ...profile, since })).since).toBe(since.trim());
  });

  it.each(['19', 'long ago', '2019-13', '2019-1-1'])('refuses %j for since when', async (since) => {
    const saving = company.as('ada').card.update({ ...profile, since });
    await expect(saving).rejects.toMatchObject({ data: { field: 'since', reason: 'malformed' } });
  });

  it('says how many topics and characters fit', async () => {
    const interests = Array.from({ length: 13 }, (_, n) => `topic ${n}`);
    await expect(company.as('ada').card.update({ ...profile, interests })).rejects.toThrow(
      'You gave 13 topics; at most 12 fit. Keep the ones that say most.',
    );
    const long = company.as('ada').card.update({ ...profile, interests: ['x'.repeat(41)] });
    await expect(long).rejects.toMatchObject({ tag: 'Invalid', data: { reason: 'too-long' } });
  });
});

describe('people', () => {
  it('are found by name, and those who left are not offered', async () => {
    const found = await company.as('ada').people.search({ text: 'chloe' });
    expect(found).toEqual([{ id: 'chloe', name: 'Chloé Martin', active: true }]);
    expect(await company.as('ada').people.search({ text: 'Lena' })).toEqual([]);
  });

  it('people whom the host has forgotten keep their position, without a name', async () => {
    const person = await peopleFinder(company.host('ada').directory, ['ada', 'gone']);
    expect(person('gone')).toEqual({ id: 'gone', name: '', active: false });
    expect(person('ada').name).toBe('Ada Lindqvist');
  });

  it('are looked up a hundred at a time, each once', async () => {
    const asked: number[] = [];
    const { directory } = company.host('ada');
    const ids = Array.from({ length: 205 }, (_, n) => `person ${n % 201}`);
    await lookUp(
      { ...directory, people: (all) => (asked.push(all.length), directory.people(all)) },
      ids,
    );
    expect(asked).toEqual([100, 100, 1]);
  });

  it('who signed in but are unknown to the directory get a clear message', async () => {
    await expect(company.as('stranger').people.me()).rejects.toMatchObject({ tag: 'NotFound' });
    expect(await company.as('ada').people.me()).toMatchObject({ id: 'ada' });
  });
});
