import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startsWords } from '@kantine/core';
import type { SharePointHost } from '../host.ts';
import { makeTemplate, openFolder, openOrganisation, site } from '../testing/organisation.ts';
import type { Folder, Organisation, Template } from '../testing/organisation.ts';
import { personOf } from './person.ts';

describe('the directory', () => {
  let folder: Folder;
  let template: Template;
  let organisation: Organisation;
  let ben: SharePointHost;
  let ids: Organisation['ids'];

  beforeAll(async () => {
    folder = await openFolder();
    template = await makeTemplate(folder, 'nothing');
  });
  afterAll(() => folder.remove());
  beforeEach(async () => {
    organisation = await openOrganisation(folder, template);
    ({ ids } = organisation);
    ben = organisation.hostOf('ben');
  });
  afterEach(() => organisation.close());

  const tripsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = organisation.network.count();
    await work();
    return organisation.network.count() - before;
  };

  it('tells what a profile holds, and works before the site is set up', async () => {
    const [anna] = await ben.directory.people([ids.anna]);
    expect(anna).toEqual({
      id: ids.anna,
      name: 'Anna de Vries',
      active: true,
      title: 'Baker',
      department: 'Kitchen',
      place: 'Hall 2',
      email: 'anna.de.vries@contoso.test',
      photo: `${organisation.sharePoint.url}${site}/_layouts/15/userphoto.aspx?size=M&accountname=anna%40contoso.test`,
      manager: ids.ben,
    });
    const photo = await fetch(anna?.photo ?? '', { headers: template.tokens.ben });
    expect(photo.headers.get('content-type')).toMatch(/^image\//);
  });

  it('tells no more than the name of somebody who left', async () => {
    const [left] = await ben.directory.people([ids.left]);
    expect(left).toEqual({ id: ids.left, name: 'Zoë Farewell', active: false });
  });

  it('asks about each person once a page, whoever asks how often', async () => {
    await ben.directory.people([ids.anna, ids.zoe]);
    expect(await tripsOf(() => ben.directory.people([ids.zoe, ids.anna]))).toBe(0);
    const everybody = [ids.anna, ids.ben, ids.zoe, ids.left];
    expect(await tripsOf(() => ben.directory.people(everybody))).toBeLessThanOrEqual(2);
  });

  it('takes no more requests for a hundred people than for one', async () => {
    const strangers = Array.from({ length: 97 }, (_, n) => `${50_000 + n}`);
    const one = await tripsOf(() => organisation.hostOf('ben').directory.people([ids.ben]));
    const hundred = await tripsOf(() =>
      organisation.hostOf('ben').directory.people([ids.ben, ids.zoe, ids.left, ...strangers]),
    );
    expect(hundred).toBe(one);
  });

  it('finds colleagues whom the site has not met', async () => {
    const found = await ben.directory.search('system', 5);
    expect(found).toMatchObject([{ name: 'System Account', active: true }]);
    expect(await ben.directory.people(found.map(({ id }) => id))).toEqual(found);
  });

  it('takes ids that are none', async () => {
    const odd = ['', '0', '-1', '1.5', '1e3', "1') or true", '99999999999', 'anna'];
    expect(await ben.directory.people(odd)).toEqual([]);
  });
});

describe('a person', () => {
  const user = {
    Id: 7,
    LoginName: 'i:0#.f|membership|a@b.test',
    Title: 'Ann',
    Email: '',
    PrincipalType: 1,
  };

  it('has no empty texts where a profile knows nothing', () => {
    const profile = {
      AccountName: 'a',
      DisplayName: '',
      Email: '',
      Title: null,
      UserProfileProperties: [],
    };
    expect(personOf('https://x.test', user, profile, undefined)).toEqual({
      id: '7',
      name: 'Ann',
      active: true,
      photo: 'https://x.test/_layouts/15/userphoto.aspx?size=M&accountname=a%40b.test',
    });
  });

  it('is found by the starts of words, in any order', () => {
    const person = { id: '7', name: 'Zoë van den Ångström', title: 'Site engineer', active: true };
    expect(['ang zo', 'SITE', 'zoë'].every((text) => startsWords(text, person))).toBe(true);
    expect(['oe', 'zoe ben', 'gineer'].some((text) => startsWords(text, person))).toBe(false);
  });
});
