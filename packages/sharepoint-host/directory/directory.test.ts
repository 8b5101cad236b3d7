import { beforeEach, describe, expect, it } from 'vitest';
import { createCommunity, startsWords } from '@kantine/core';
import type { SharePointHost } from '../host.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import { site } from '../testing/organisation.ts';
import type { Organisation, Template } from '../testing/organisation.ts';
import { get, post } from '../wire/index.ts';
import { personOf } from './person.ts';

describe('the directory', () => {
  let organisation: Organisation;
  let template: Template;
  let ben: SharePointHost;
  let ids: Organisation['ids'];

  eachInAnOrganisation(
    (opened, made) => {
      organisation = opened;
      template = made;
      ({ ids } = organisation);
      ben = organisation.hostOf('ben');
    },
    { setUp: 'nothing' },
  );

  const tripsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = organisation.network.count();
    await work();
    return organisation.network.count() - before;
  };

  it('tells of one who is looked at what the tenant knows, and works before the site is set up', async () => {
    const [anna] = await ben.directory.people([ids.anna], 'card');
    expect(anna).toEqual({
      id: ids.anna,
      name: 'Anna de Vries',
      active: true,
      title: 'Baker',
      department: 'Kitchen',
      place: 'Hall 2',
      email: 'anna.de.vries@contoso.test',
      photo: `${organisation.sharePoint.url}${site}/_layouts/15/userphoto.aspx?size=M&accountname=anna.de.vries%40contoso.test`,
      manager: ids.ben,
    });
    const photo = await fetch(anna?.photo ?? '', { headers: template.tokens.ben });
    expect(photo.headers.get('content-type')).toMatch(/^image\//);
  });

  it('tells no more than the name of somebody who left', async () => {
    const [left] = await ben.directory.people([ids.left]);
    expect(left).toEqual({ id: ids.left, name: 'Zoë Farewell', active: false });
  });

  it('asks about each person once a page, however often it is asked', async () => {
    await ben.directory.people([ids.anna, ids.zoe]);
    expect(await tripsOf(() => ben.directory.people([ids.zoe, ids.anna]))).toBe(0);
    const everybody = [ids.anna, ids.ben, ids.zoe, ids.left];
    expect(await tripsOf(() => ben.directory.people(everybody))).toBeLessThanOrEqual(2);
  });

  it('takes no more requests for a hundred people than for one', async () => {
    const strangers = Array.from({ length: 98 }, (_, n) => `${50_000 + n}`);
    const one = await tripsOf(() => organisation.hostOf('ben').directory.people([ids.ben]));
    const hundred = await tripsOf(() =>
      organisation.hostOf('ben').directory.people([ids.ben, ids.zoe, ...strangers]),
    );
    expect(hundred).toBe(one);
  });

  const spent = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
    const before = organisation.sharePoint.ledger.entries.length;
    await work();
    return organisation.sharePoint.ledger.entries.slice(before).map(({ path }) => path);
  };
  const profileCalls = (paths: readonly string[]): number =>
    paths.filter((path) => path.includes('SP.UserProfiles')).length;

  it('S-A4: calls no profile for what many people do, and asks once in the life of a page', async () => {
    const everybody = [ids.anna, ids.ben, ids.zoe, ids.left];
    const first = await spent(async () => {
      const found = await ben.directory.people(everybody);
      expect(found.map(({ title }) => title)).toEqual([
        'Baker',
        'Driver',
        'Site engineer',
        undefined,
      ]);
    });
    expect(profileCalls(first)).toBe(0);
    expect(first.filter((path) => path.includes('postquery'))).toHaveLength(1);
    expect(await spent(() => ben.directory.people(everybody))).toEqual([]);
    expect(await spent(() => ben.directory.people(everybody, 'names'))).toEqual([]);
  });

  it('S-A4: calls one profile for one who is looked at, once', async () => {
    const look = () => ben.directory.people([ids.anna], 'card');
    expect(profileCalls(await spent(look))).toBe(1);
    expect(await spent(look)).toEqual([]);
  });

  it('S-A4: shows what is known where the tenant’s profile calls are used up', async () => {
    organisation.sharePoint.faults.always({
      match: /SP\.UserProfiles/,
      status: 429,
      retryAfter: 300,
    });
    const [anna] = await ben.directory.people([ids.anna], 'card');
    expect(anna).toMatchObject({ name: 'Anna de Vries', title: 'Baker', department: 'Kitchen' });
    expect(anna?.manager).toBeUndefined();
    organisation.sharePoint.faults.clear();
    expect(await ben.directory.people([ids.anna], 'card')).toMatchObject([{ manager: ids.ben }]);
  });

  it.each([
    ['busy', { status: 429, retryAfter: 300 }],
    ['broken', { status: 500 }],
  ] as const)(
    'S-A4: shows names where the search and the picker are %s, and says of nobody that they left',
    async (_, fault) => {
      const match = /postquery|ClientPeoplePicker/;
      organisation.sharePoint.faults.always({ match, ...fault });
      organisation.sharePoint.faults.always({ match, inBatch: true, ...fault });
      const found = await ben.directory.people([ids.anna, ids.left]);
      expect(found).toMatchObject([
        { name: 'Anna de Vries', active: true },
        { name: 'Zoë Farewell', active: true },
      ]);
      expect(await ben.directory.search('anna', 5)).toMatchObject([{ id: ids.anna }]);
      organisation.sharePoint.faults.clear();
      expect(await ben.directory.people([ids.anna, ids.left])).toMatchObject([
        { title: 'Baker' },
        { active: false },
      ]);
    },
  );

  it.each(['notFound', 'serverError'] as const)(
    'S-A5: somebody who was removed from the site (%s) takes nobody along',
    async (missingPrincipal) => {
      organisation.sharePoint.behave({ missingPrincipal });
      await organisation.wireOf('owner').write([post(`web/siteUsers/removeById(${ids.zoe})`)]);
      const names = async () =>
        (await ben.directory.people([ids.anna, ids.zoe, ids.ben])).map(({ name }) => name);
      expect(await names()).toEqual(['Anna de Vries', 'Ben Okafor']);
      expect(await spent(names)).toEqual([]);
    },
  );

  it.each([403, 404, 500])(
    'S-A5: a lookup that is refused with %d takes nobody along',
    async (status) => {
      const gateway = organisation.contextOf('ben').fetch ?? fetch;
      let refused = 0;
      const refusing = async (url: string, init: RequestInit): Promise<Response> => {
        const answer = await gateway(url, init);
        const parts = (await answer.text()).split('HTTP/1.1 200 OK');
        const isAnna = (part: string): boolean =>
          part.includes(`GetUserById(${ids.anna})`) && part.split('"Id":').length === 2;
        const text = parts.reduce((all, part) => {
          if (isAnna(part)) refused += 1;
          return `${all}HTTP/1.1 ${isAnna(part) ? status : 200} OK${part}`;
        });
        return new Response(text, { headers: { 'Content-Type': 'multipart/mixed' } });
      };
      const page = organisation.hostOf('ben', { fetch: refusing });
      const found = await page.directory.people([ids.anna, ids.zoe]);
      expect(found.map(({ name }) => name)).toContain('Zoë Ångström');
      expect(refused).toBeGreaterThan(0);
    },
  );

  it('S-B3: a guest, who has no profile and is in no people search, has not left', async () => {
    const loginName = 'eve_elsewhere.test#ext#@contoso.test';
    organisation.sharePoint.addUser({ loginName, title: 'Eve Lund' });
    const user = post('web/ensureUser', { logonName: `i:0#.f|membership|${loginName}` });
    const { Id } = await organisation.wireOf('owner').send<{ Id: number }>(user);
    const found = await ben.directory.people([`${Id}`, ids.left], 'card');
    expect(found).toMatchObject([
      { name: 'Eve Lund', active: true },
      { name: 'Zoë Farewell', active: false },
    ]);
    organisation.sharePoint.removeUser(loginName);
    const later = await organisation.hostOf('ben').directory.people([`${Id}`]);
    expect(later).toMatchObject([{ name: 'Eve Lund', active: false }]);
  });

  it('S-B3: a new colleague whom the search has not read yet is there, and is found', async () => {
    await ben.directory.people([ids.anna]);
    organisation.sharePoint.behave({ searchDelay: 86_400 });
    await ben.directory.search('zoe', 1);
    const loginName = 'dan@contoso.test';
    organisation.sharePoint.addUser({ loginName, title: 'Dan Vega', jobTitle: 'Welder' });
    const found = await organisation.hostOf('zoe').directory.search('dan', 5);
    expect(found).toMatchObject([{ name: 'Dan Vega', active: true, title: 'Welder' }]);
  });

  it('S-A4: finds everybody of a department in one request, and tells departments and places', async () => {
    const asked = await spent(async () => {
      const found = await ben.directory.find({ text: '', department: 'Kitchen' }, 5);
      expect(found).toMatchObject({
        people: [{ id: ids.anna, department: 'Kitchen', place: 'Hall 2' }],
        departments: ['Kitchen'],
        places: ['Hall 2'],
      });
    });
    expect(asked.filter((path) => path.includes('postquery'))).toHaveLength(1);
    expect(profileCalls(asked)).toBe(0);
    const everybody = await ben.directory.find({ text: '' }, 5);
    expect(everybody).toMatchObject({ people: [], departments: ['Kitchen'] });
  });

  it('knows what each service told of somebody, whichever answered last', async () => {
    await ben.directory.search('anna', 5);
    const anna = { id: ids.anna, title: 'Baker', department: 'Kitchen', place: 'Hall 2' };
    expect(await ben.directory.people([ids.anna], 'work')).toMatchObject([anna]);
  });

  it('finds people by words of their place, and nobody by operators of the search', async () => {
    const names = async (text: string, place?: string) =>
      (await ben.directory.find({ text, place }, 5)).people.map(({ name }) => name);
    expect(await names('hall')).toEqual(['Anna de Vries']);
    expect(await names('anna', 'Hall 2')).toEqual(['Anna de Vries']);
    for (const text of ['NOT anna', 'Department:Kitchen', '" OR ""', '*'])
      expect(await names(text)).toEqual([]);
  });

  describe('somebody whom the site has not met', () => {
    const login = 'i:0#.f|membership|dan@contoso.test';
    beforeEach(() => {
      organisation.sharePoint.addUser({
        loginName: 'dan@contoso.test',
        title: 'Dan Vega',
        jobTitle: 'Welder',
      });
    });
    const users = () =>
      organisation.wireOf('owner').send<readonly { Title: string }[]>(get('web/siteUsers'));

    it('S-B4: is found, and is no user of the site for that', async () => {
      const found = await ben.directory.search('dan', 5);
      expect(found).toMatchObject([{ id: login, name: 'Dan Vega', active: true, title: 'Welder' }]);
      expect(await ben.directory.people([login])).toEqual(found);
      expect(await organisation.hostOf('zoe').directory.people([login])).toMatchObject(found);
      expect((await users()).map(({ Title }) => Title)).not.toContain('Dan Vega');
    });

    it('S-B4: is a user of the site once they are chosen, under a number from then on', async () => {
      const [found] = await ben.directory.search('welder', 5);
      const chosen = await ben.directory.choose(found?.id ?? '');
      expect(chosen).toMatchObject({ name: 'Dan Vega', title: 'Welder', active: true });
      expect(chosen?.id).toMatch(/^\d+$/);
      expect((await users()).map(({ Title }) => Title)).toContain('Dan Vega');
      expect(await ben.directory.search('dan', 5)).toEqual([chosen]);
    });

    it('S-B4: is Forbidden by name where only owners bring people in, and nobody else is', async () => {
      organisation.sharePoint.behave({ ensureUser: 'refused' });
      const [found] = await ben.directory.search('dan', 5);
      await expect(ben.directory.choose(found?.id ?? '')).rejects.toMatchObject({
        tag: 'Forbidden',
        message: expect.stringContaining('Dan Vega') as string,
      });
      expect(await ben.directory.choose(ids.anna)).toMatchObject({ name: 'Anna de Vries' });
      expect(await ben.directory.search('anna', 5)).toMatchObject([{ id: ids.anna }]);
    });

    it('S-B4: receives thanks under the number that others know them by', async () => {
      const page = createCommunity(ben);
      const [found] = await ben.directory.search('dan', 5);
      await organisation.hostOf('owner').provision();
      await page.kudos.give({
        recipients: [found?.id ?? '', ids.anna],
        value: 'helps-out',
        reason: 'carried my crates',
        as: 'kudos',
        key: 'a key of eight',
      });
      const { thankYous } = await createCommunity(organisation.hostOf('zoe')).kudos.read({});
      const names = thankYous[0]?.recipients.map(({ name }) => name);
      expect(names?.toSorted()).toEqual(['Anna de Vries', 'Dan Vega']);
      expect(thankYous[0]?.recipients.every(({ id }) => /^\d+$/.test(id))).toBe(true);
    });
  });

  it('S-B4: asks about nobody whose name does not fit', async () => {
    const asked = await spent(() => ben.directory.search('zoe ang', 5));
    expect(asked.filter((path) => /ensureUser|SP\.UserProfiles|ResolveUser/i.test(path))).toEqual(
      [],
    );
  });

  it('takes ids that are none', async () => {
    const odd = ['', '0', '-1', '1.5', '1e3', "1') or true", '99999999999', 'anna'];
    expect(await ben.directory.people(odd)).toEqual([]);
  });
});

describe('a person', () => {
  const known = { id: '7', name: 'Ann', login: 'i:0#.f|membership|a@b.test' };
  const photo = 'https://x.test/_layouts/15/userphoto.aspx?size=M&accountname=a%40b.test';

  it('of whom a row alone has told is a name, and a picture where it told the mail address', () => {
    const row = { id: '7', name: 'Ann' };
    expect(personOf('https://x.test', row)).toEqual({ ...row, active: true });
    const email = 'a@b.test';
    expect(personOf('https://x.test', { ...row, email })).toEqual({
      ...row,
      active: true,
      email,
      photo,
    });
  });

  it('has what the directory tells of them, and no picture once they left', () => {
    const work = { active: true, title: 'Baker' };
    const person = { id: '7', name: 'Ann', active: true, title: 'Baker', photo };
    expect(personOf('https://x.test', { ...known, work })).toEqual(person);
    const left = personOf('https://x.test', { ...known, work: { active: false } });
    expect(left).toEqual({ id: '7', name: 'Ann', active: false });
  });

  it('is found by the starts of words, in any order', () => {
    const person = { id: '7', name: 'Zoë van den Ångström', title: 'Site engineer', active: true };
    expect(['ang zo', 'SITE', 'zoë'].every((text) => startsWords(text, person))).toBe(true);
    expect(['oe', 'zoe ben', 'gineer'].some((text) => startsWords(text, person))).toBe(false);
  });
});
