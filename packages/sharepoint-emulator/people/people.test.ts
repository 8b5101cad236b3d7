import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf, openOffice, valuesOf, type Office } from '../testing/office.ts';
import { SAMPLE_TENANT } from '../tenant/sample.ts';

const login = (name: string): string => `i:0#.f|membership|${name}@contoso.test`;

describe('people', () => {
  let office: Office;
  const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);

  beforeAll(async () => {
    const users = SAMPLE_TENANT.users.map((user) =>
      user.title === 'Ben Okri' ? { ...user, photo } : user,
    );
    office = await openOffice({ tenant: { ...SAMPLE_TENANT, users } });
  });
  afterAll(() => office.sharePoint.close());

  it('are told apart by their sign-in', async () => {
    for (const [person, title] of [
      [office.ada, 'Ada Lovelace'],
      [office.ben, 'Ben Okri'],
    ] as const) {
      expect((await person.get('web/currentuser')).json).toMatchObject({ Title: title });
    }
    expect((await office.ada.get('web/currentuser')).json).toMatchObject({
      LoginName: login('ada'),
      IsSiteAdmin: true,
      PrincipalType: 1,
      UserPrincipalName: 'ada@contoso.test',
    });
  });

  it('come into a site by ensureUser, once, and not from outside of the directory', async () => {
    const first = await office.ada.post('web/ensureuser', { logonName: 'dan@contoso.test' });
    expect(first.json).toMatchObject({ Title: 'Dan Vega', LoginName: login('dan') });
    const again = await office.ada.post(`web/ensureuser('${encodeURIComponent(login('dan'))}')`);
    expect(again.json.Id).toBe(first.json.Id);
    expect(
      errorOf(await office.ada.post('web/ensureuser', { logonName: 'eve@elsewhere.test' })).message,
    ).toBe('The specified user eve@elsewhere.test could not be found.');
  });

  it('are found among the users of a site by id, login and address', async () => {
    const { Id } = (await office.ada.get('web/currentuser')).json;
    for (const path of [
      `siteusers/getbyid(${Id as number})`,
      `getuserbyid(${Id as number})`,
      `siteusers(@v)?@v='${encodeURIComponent(login('ada'))}'`,
      "siteusers/getbyemail('ada@contoso.test')",
    ]) {
      expect((await office.ben.get(`web/${path}`)).json).toMatchObject({ Title: 'Ada Lovelace' });
    }
    expect(errorOf(await office.ben.get('web/getuserbyid(999)'))).toMatchObject({ status: 404 });
    expect(
      valuesOf(await office.ben.get("web/siteusers?$filter=startswith(Title,'Ben')&$select=Title")),
    ).toEqual([{ Title: 'Ben Okri' }]);
    const [row] = valuesOf(
      await office.ben.get(
        "web/siteuserinfolist/items?$filter=EMail eq 'ben@contoso.test'&$select=Title,Department",
      ),
    );
    expect(row).toEqual({ Title: 'Ben Okri', Department: 'Research' });
  });

  it('have a profile with manager, reports and properties', async () => {
    const { profiles } = office.pnp('ben@contoso.test');
    const mine = await profiles.myProperties<Record<string, unknown>>();
    expect(mine).toMatchObject({
      AccountName: login('ben'),
      DisplayName: 'Ben Okri',
      Title: 'Engineer',
      ExtendedManagers: [login('ada')],
      Peers: [login('cleo')],
    });
    expect(mine.UserProfileProperties).toContainEqual({
      Key: 'Department',
      Value: 'Research',
      ValueType: 'Edm.String',
    });
    const boss = (await office
      .pnp('ben@contoso.test')
      .profiles.getPropertiesFor(login('ada'))) as Record<string, unknown>;
    expect(boss.DirectReports).toEqual([login('ben'), login('cleo')]);
    expect(
      await office
        .pnp('ben@contoso.test')
        .profiles.getUserProfilePropertyFor(login('ada'), 'SPS-JobTitle'),
    ).toBe('Head of Computing');
    const unknown = await office.ben.get(
      `SP.UserProfiles.PeopleManager/GetPropertiesFor(@v)?@v='nobody'`,
    );
    expect(unknown.json).toEqual({ 'odata.null': true });
  });

  it('change their own profile and nobody else’s', async () => {
    const set = (name: string) =>
      office.ben.post('SP.UserProfiles.PeopleManager/SetSingleValueProfileProperty', {
        accountName: login(name),
        propertyName: 'AboutMe',
        propertyValue: 'Hi',
      });
    expect((await set('ben')).status).toBe(200);
    expect((await set('ada')).status).toBe(403);
  });

  it('are found by the people picker from the beginning of a name', async () => {
    const sp = office.pnp('ben@contoso.test');
    const found = await sp.profiles.clientPeoplePickerSearchUser({
      QueryString: 'lov',
      MaximumEntitySuggestions: 5,
    });
    expect(found).toMatchObject([
      {
        Key: login('ada'),
        DisplayText: 'Ada Lovelace',
        EntityData: { Email: 'ada@contoso.test', Department: 'Research' },
      },
    ]);
    expect(
      await office.pnp('ben@contoso.test').profiles.clientPeoplePickerResolveUser({
        QueryString: 'dan@contoso.test',
        MaximumEntitySuggestions: 1,
      }),
    ).toMatchObject({ IsResolved: true, Key: login('dan') });
  });

  it('have a photo, or the placeholder that never breaks a page', async () => {
    const read = async (name: string) => {
      const response = await fetch(
        `${office.sharePoint.url}/_layouts/15/userphoto.aspx?size=S&accountname=${name}@contoso.test`,
        { headers: office.cleo.headers },
      );
      return {
        type: response.headers.get('content-type'),
        bytes: new Uint8Array(await response.arrayBuffer()),
      };
    };
    expect(await read('ben')).toEqual({ type: 'image/jpeg', bytes: photo });
    expect(await read('cleo')).toMatchObject({ type: 'image/gif' });
  });

  it('belong to groups, which owners keep', async () => {
    const sp = () => office.pnp('ada@contoso.test').web;
    const group = await sp().siteGroups.add({ Title: 'Runners', Description: 'Every Tuesday' });
    await sp().siteGroups.getById(group.Id).users.add(login('cleo'));
    expect((await sp().siteGroups.getByName('Runners').users()).map((user) => user.Title)).toEqual([
      'Ada Lovelace',
      'Cleo Sand',
    ]);
    expect(
      valuesOf(await office.cleo.get('web/currentuser/groups?$select=Title')).map(
        (each) => each.Title,
      ),
    ).toEqual(['Intranet Visitors', 'Runners']);
    expect((await office.ben.post('web/sitegroups', { Title: 'Mine' })).status).toBe(403);
    expect(
      (await office.ben.post(`web/sitegroups(${group.Id})/users`, { LoginName: login('ben') }))
        .status,
    ).toBe(403);
    expect((await office.ben.get(`web/sitegroups(${group.Id})/users`)).status).toBe(403);
    await sp().siteGroups.getById(group.Id).update({ AllowMembersEditMembership: true });
    expect(
      (await office.cleo.post(`web/sitegroups(${group.Id})/users`, { LoginName: login('ben') }))
        .status,
    ).toBe(201);
    await sp().siteGroups.removeById(group.Id);
    await expect(sp().siteGroups.getById(group.Id)()).rejects.toThrow('Group cannot be found.');
  });
});
