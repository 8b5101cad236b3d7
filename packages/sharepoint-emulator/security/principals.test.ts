import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  makeList,
  openOffice,
  personWith,
  valuesOf,
  type Office,
  type Person,
} from '../testing/office.ts';
import { SAMPLE_TENANT } from '../tenant/sample.ts';

const READ = 1073741826;
const GUEST = 'eve_elsewhere.test#ext#@contoso.test';

describe('who may read a site', () => {
  let office: Office;
  let eve: Person;
  const person = (login: string): Person =>
    personWith(office.api, office.sharePoint.signIn(login).headers);
  const ensure = async (logonName: string): Promise<number> =>
    (await office.ada.post('web/ensureuser', { logonName })).json.Id as number;
  const grant = (principal: number, scope = 'web/') =>
    office.ada.post(
      `${scope}roleassignments/addroleassignment(principalid=${principal},roledefid=${READ})`,
    );

  beforeAll(async () => {
    office = await openOffice({
      tenant: {
        ...SAMPLE_TENANT,
        users: [
          ...SAMPLE_TENANT.users,
          { loginName: GUEST, title: 'Eve Guest', department: 'Elsewhere' },
          { loginName: 'finn@contoso.test', title: 'Finn Moe' },
        ],
        groups: [{ title: 'Engineering', members: ['finn@contoso.test', GUEST] }],
        sites: [
          ...SAMPLE_TENANT.sites,
          {
            url: '/sites/open',
            title: 'Open',
            owners: ['ada@contoso.test'],
            visitors: ['everyone'],
          },
          {
            url: '/sites/lab',
            title: 'Lab',
            owners: ['ada@contoso.test'],
            members: ['Engineering'],
          },
        ],
      },
    });
    eve = person(GUEST);
  });
  afterAll(() => office.sharePoint.close());

  const web = (site: string): string => `${office.sharePoint.url}/sites/${site}/_api/web`;

  it('S-B1: members of a group of the directory, by a site group', async () => {
    expect((await office.dan.get(web('lab'))).status).toBe(403);
    expect((await person('finn@contoso.test').get(web('lab'))).status).toBe(200);
    expect((await eve.get(web('lab'))).status).toBe(200);
  });

  it('S-B1: everyone except external users leaves guests out', async () => {
    expect((await office.dan.get(web('open'))).status).toBe(200);
    expect((await eve.get(web('open'))).status).toBe(403);
  });

  it('S-B1: owners read them all from web/roleassignments, and nobody else does', async () => {
    for (const login of ['dan@contoso.test', 'Engineering', 'everyone']) {
      expect((await grant(await ensure(login))).status).toBe(200);
    }
    const asked = 'web/roleassignments?$expand=Member&$select=Member/Title,Member/PrincipalType';
    const members = valuesOf(await office.ada.get(asked)).map((each) => each.Member);
    expect(members).toEqual(
      expect.arrayContaining([
        { Title: 'Intranet Owners', PrincipalType: 8 },
        { Title: 'Intranet Visitors', PrincipalType: 8 },
        { Title: 'Dan Vega', PrincipalType: 1 },
        { Title: 'Engineering', PrincipalType: 4 },
        { Title: 'Everyone except external users', PrincipalType: 4 },
      ]),
    );
    expect((await office.ben.get(asked)).status).toBe(403);
  });

  it('S-B1: a direct grant ends with the removal from the site', async () => {
    const list = await makeList(office.ada, 'Granted');
    await office.ada.post(`${list}breakroleinheritance(false,true)`);
    const dan = await ensure('dan@contoso.test');
    await grant(dan, list);
    expect((await office.dan.get(`${list}items`)).status).toBe(200);
    await office.ada.post(`web/siteusers/removebyid(${dan})`);
    expect((await office.dan.get(`${list}items`)).status).not.toBe(200);
    const left = await office.ada.get(`${list}roleassignments?$expand=Member`);
    expect(valuesOf(left).map((each) => each.PrincipalId)).not.toContain(dan);
  });

  it('S-B1: 403 is not 404', async () => {
    expect((await office.dan.get(web('lab'))).status).toBe(403);
    expect((await office.dan.get(web('nowhere'))).status).toBe(404);
  });

  it('S-B3: guests have no user profile, and are people all the same', async () => {
    const { profiles } = office.pnp('ada@contoso.test');
    const login = `i:0#.f|membership|${GUEST}`;
    expect(await profiles.getPropertiesFor(login)).toMatchObject({ 'odata.null': true });
    const mine = await eve.get(`${web('lab')}/currentuser`);
    expect(mine.json).toMatchObject({ Title: 'Eve Guest', IsShareByEmailGuestUser: true });
    const found = await office.ada.get(
      "search/query?querytext='Eve'&sourceid='b09a7990-05ea-4af9-81ef-edfab16c4e31'",
    );
    expect(found.json).toMatchObject({ PrimaryQueryResult: { RelevantResults: { TotalRows: 0 } } });
  });

  it('person columns show the name of somebody who was removed, or nothing', async () => {
    const list = await makeList(office.ada, 'Left');
    const loginName = 'gus@contoso.test';
    office.sharePoint.addUser({ loginName, title: 'Gus Ray' });
    const gus = await ensure(loginName);
    await office.ada.post('web/associatedMemberGroup/users', {
      LoginName: `i:0#.f|membership|${loginName}`,
    });
    await person(loginName).post(`${list}items`, { Title: 'By Gus' });
    await office.ada.post(`web/siteusers/removebyid(${gus})`);
    const author = async (): Promise<unknown> =>
      (await office.ben.get(`${list}items(1)?$select=AuthorId,Author/Title&$expand=Author`)).json;
    expect(await author()).toMatchObject({ AuthorId: gus, Author: { Title: 'Gus Ray' } });
    office.sharePoint.behave({ removedAuthors: 'unnamed' });
    expect(await author()).toMatchObject({ AuthorId: gus });
    expect(await author()).not.toMatchObject({ Author: { Title: 'Gus Ray' } });
  });

  it('nobody signs in with an account that is deleted, and sites keep what they know', async () => {
    office.sharePoint.addUser({ loginName: 'hal@contoso.test', title: 'Hal Orr' });
    await ensure('hal@contoso.test');
    const hal = person('hal@contoso.test');
    expect((await hal.get(web('open'))).status).toBe(200);
    office.sharePoint.removeUser('hal@contoso.test');
    expect((await hal.get(web('open'))).status).toBe(401);
    const known = await office.ada.get("web/siteusers/getbyemail('hal@contoso.test')");
    expect(known.json.Title).toBe('Hal Orr');
  });

  it('groups of the directory are found by the people picker', async () => {
    const found = await office.pnp('ada@contoso.test').profiles.clientPeoplePickerSearchUser({
      QueryString: 'Engin',
      MaximumEntitySuggestions: 5,
    });
    expect(found).toMatchObject([{ DisplayText: 'Engineering', EntityType: 'FormsRole' }]);
  });
});
