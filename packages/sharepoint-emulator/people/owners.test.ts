import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { errorOf, openOffice, valuesOf, type Office } from '../testing/office.ts';

describe('site groups by REST', () => {
  let office: Office;
  let owners: number;
  let ben: number;
  let group: number;
  let made = 0;

  const idOf = async (path: string): Promise<number> =>
    (await office.ada.get(`${path}?$select=Id`)).json.Id as number;
  const ownerOf = async (): Promise<unknown> =>
    (await office.ada.get(`web/sitegroups(${group})/owner`)).json.Id;
  const setOwner = (id: number) =>
    office.ada.post(`web/sitegroups(${group})/setuserasowner(${id})`);

  beforeAll(async () => {
    office = await openOffice({
      behaviours: { groupAsOwnerByRest: 'refused', leavingByRest: 'refused' },
    });
    owners = await idOf('web/associatedOwnerGroup');
    ben = await idOf("web/siteusers/getbyemail('ben@contoso.test')");
  });
  beforeEach(async () => {
    const answer = await office.ada.post('web/sitegroups', { Title: `Group ${(made += 1)}` });
    group = answer.json.Id as number;
  });
  afterAll(() => office.sharePoint.close());

  it('S-A2: SetUserAsOwner takes the id of a user and refuses that of a group', async () => {
    expect((await setOwner(ben)).status).toBe(200);
    expect(await ownerOf()).toBe(ben);
    expect(errorOf(await setOwner(owners)).message).toBe('User cannot be found.');
    expect(await ownerOf()).toBe(ben);
  });

  it('S-A2: SetUserAsOwner may answer 200 for a group and change nothing', async () => {
    office.sharePoint.behave({ groupAsOwnerByRest: 'ignored' });
    const before = await ownerOf();
    expect((await setOwner(owners)).status).toBe(200);
    expect(await ownerOf()).toBe(before);
    office.sharePoint.behave({ groupAsOwnerByRest: 'refused' });
  });

  it('S-A2: Owner in POST and MERGE has no effect', async () => {
    const Owner = { Id: owners, PrincipalType: 8 };
    const { Id } = (await office.ada.post('web/sitegroups', { Title: 'With owner', Owner })).json;
    const ada = await idOf('web/currentuser');
    const owner = await office.ada.get(`web/sitegroups(${Id as number})/owner`);
    expect(owner.json.Id).toBe(ada);
    expect((await office.ada.merge(`web/sitegroups(${group})`, { Owner })).status).toBe(204);
    expect(await ownerOf()).toBe(ada);
  });

  it('S-A6: members cannot leave, unless members may edit the membership', async () => {
    await office.ada.post(`web/sitegroups(${group})/users`, {
      LoginName: 'i:0#.f|membership|ben@contoso.test',
    });
    const leave = () => office.ben.post(`web/sitegroups(${group})/users/removebyid(${ben})`);
    expect((await leave()).status).toBe(403);
    await office.ada.merge(`web/sitegroups(${group})`, { AllowMembersEditMembership: true });
    expect((await leave()).status).toBe(200);
    const members = valuesOf(await office.ada.get(`web/sitegroups(${group})/users`));
    expect(members.map((each) => each.Id)).not.toContain(ben);
  });
});
