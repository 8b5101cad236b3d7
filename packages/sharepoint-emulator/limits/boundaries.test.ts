import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf, makeList, openOffice, valuesOf, type Office } from '../testing/office.ts';

const FULL_CONTROL = 1073741829;

describe('boundaries of a site', () => {
  let office: Office;
  let lists: number;

  beforeAll(async () => {
    office = await openOffice();
    lists = valuesOf(await office.ada.get('web/lists?$top=5000&$select=Id')).length;
    await office.sharePoint.close();
    office = await openOffice({ limits: { listsInSite: lists + 1, usersInGroup: 2 } });
  });
  afterAll(() => office.sharePoint.close());

  it('S-B6: a site holds so many lists and no more', async () => {
    expect((await office.ada.post('web/lists', { Title: 'The last' })).status).toBe(201);
    const refused = errorOf(await office.ada.post('web/lists', { Title: 'One more' }));
    expect(refused).toMatchObject({ status: 500 });
    const path = "web/lists/getbytitle('The last')";
    await office.ada.remove(path);
    expect((await office.ada.post('web/lists', { Title: 'One more' })).status).toBe(201);
    await office.ada.remove("web/lists/getbytitle('One more')");
  });

  it('S-B6: a group holds so many users and no more', async () => {
    const { Id } = (await office.ada.post('web/sitegroups', { Title: 'Pair' })).json;
    const add = (name: string) =>
      office.ada.post(`web/sitegroups(${Id as number})/users`, {
        LoginName: `i:0#.f|membership|${name}@contoso.test`,
      });
    expect((await add('ben')).status).toBe(201);
    expect((await add('cleo')).status).toBe(500);
  });

  it('S-B2: the user who breaks inheritance keeps Full Control until it is taken away', async () => {
    const list = await makeList(office.ada, 'Broken');
    await office.ada.post(`${list}breakroleinheritance(false,true)`);
    const ada = (await office.ada.get('web/currentuser')).json.Id;
    const bindings = await office.ada.get(`${list}roleassignments?$expand=RoleDefinitionBindings`);
    expect(valuesOf(bindings)).toMatchObject([
      { PrincipalId: ada, RoleDefinitionBindings: [{ Id: FULL_CONTROL }] },
    ]);
    await office.ada.remove(`${list}roleassignments(${ada as number})`);
    expect(valuesOf(await office.ada.get(`${list}roleassignments`))).toEqual([]);
  });

  it('S-B9: every reader sees how many groups there are, and hidden members in none of them', async () => {
    const titles = async (path: string): Promise<unknown[]> =>
      valuesOf(await office.cleo.get(path)).map((each) => each.Title);
    const make = async (body: object): Promise<number> =>
      (await office.ada.post('web/sitegroups', body)).json.Id as number;
    const stewards = await make({ Title: 'Stewards', OnlyAllowMembersViewMembership: true });
    const club = await make({ Title: 'Club', OnlyAllowMembersViewMembership: true });
    await office.ada.post(`web/sitegroups(${club})/users`, {
      LoginName: 'i:0#.f|membership|cleo@contoso.test',
    });
    expect(await titles('web/sitegroups')).toEqual(expect.arrayContaining(['Stewards', 'Club']));
    expect((await office.cleo.get(`web/sitegroups(${club})/users`)).status).toBe(200);
    expect((await office.cleo.get(`web/sitegroups(${stewards})/users`)).status).toBe(403);
  });
});
