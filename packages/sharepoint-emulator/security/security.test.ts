import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PermissionKind } from '@pnp/sp/security/types.js';
import {
  errorOf,
  makeList,
  openOffice,
  valuesOf,
  type Office,
  type Person,
} from '../testing/office.ts';

const FULL_CONTROL = 1073741829;
const CONTRIBUTE = 1073741827;
const READ = 1073741826;

describe('permissions', () => {
  let office: Office;
  const idOf = async (person: Person): Promise<number> =>
    Number((await person.get('web/currentuser')).json.Id);
  const titles = async (person: Person, path: string): Promise<unknown[]> =>
    valuesOf(await person.get(`${path}items?$select=Title`)).map((each) => each.Title);
  const breakInheritance = (path: string, copy = false) =>
    office.ada.post(
      `${path}breakroleinheritance(copyroleassignments=${copy}, clearsubscopes=true)`,
    );
  const grant = (path: string, principal: number, role: number) =>
    office.ada.post(
      `${path}roleassignments/addroleassignment(principalid=${principal}, roledefid=${role})`,
    );

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.sharePoint.close());

  it('let visitors read, members write, and strangers nothing', async () => {
    const list = await makeList(office.ada, 'Roles');
    expect((await office.ben.post(`${list}items`, { Title: 'x' })).status).toBe(201);
    expect((await office.cleo.get(`${list}items`)).status).toBe(200);
    const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };
    expect(errorOf(await office.cleo.post(`${list}items`, { Title: 'x' }))).toMatchObject(denied);
    expect(errorOf(await office.cleo.remove(`${list}items(1)`))).toMatchObject(denied);
    expect(errorOf(await office.dan.get('web'))).toMatchObject(denied);
    expect(errorOf(await office.dan.get(`${list}items`))).toMatchObject(denied);
    expect((await office.ben.merge('web', { Title: 'Mine' })).status).toBe(403);
    expect((await office.ben.get('web/roleassignments')).status).toBe(403);
  });

  it('show as the masks of SharePoint’s own levels', async () => {
    const masks = await Promise.all(
      [office.ben, office.cleo].map(
        async (person) => (await person.get('web/EffectiveBasePermissions')).json,
      ),
    );
    expect(masks).toMatchObject([
      { High: '432', Low: '1011030767' },
      { High: '176', Low: '138612833' },
    ]);
    const levels = valuesOf(
      await office.ada.get('web/roledefinitions?$select=Id,Name,RoleTypeKind'),
    );
    expect(levels).toContainEqual({ Id: FULL_CONTROL, Name: 'Full Control', RoleTypeKind: 5 });
    expect((await office.ada.get('web/roledefinitions/getbytype(2)')).json).toMatchObject({
      Id: READ,
    });
  });

  it('answer @pnp/sp about others as about oneself', async () => {
    await makeList(office.ada, 'Asked');
    const list = office.pnp('ada@contoso.test').web.lists.getByTitle('Asked');
    const ben = 'i:0#.f|membership|ben@contoso.test';
    expect(await list.userHasPermissions(ben, PermissionKind.AddListItems)).toBe(true);
    expect(await list.userHasPermissions(ben, PermissionKind.ManagePermissions)).toBe(false);
    expect(await list.currentUserHasPermissions(PermissionKind.ManagePermissions)).toBe(true);
  });

  it('of a list with broken inheritance hide it from all but whom it names', async () => {
    const list = await makeList(office.ada, 'Closed');
    await office.ada.post(`${list}items`, { Title: 'secret' });
    const { Id } = (await office.ada.get(`${list}?$select=Id`.replace('/?', '?'))).json;
    await breakInheritance(list);
    for (const path of [
      list,
      "web/getList('/sites/intranet/Lists/Closed')/",
      `web/lists('${Id as string}')/`,
    ]) {
      expect((await office.ben.get(`${path}items`)).status).toBe(404);
    }
    expect(
      valuesOf(await office.ben.get('web/lists?$select=Title')).map((each) => each.Title),
    ).not.toContain('Closed');
    expect((await office.ben.post(`${list}items`, { Title: 'x' })).status).toBe(404);
    const folder = "web/getfolderbyserverrelativeurl('/sites/intranet/Lists/Closed')";
    expect((await office.ben.get(folder)).status).toBe(404);
    await grant(list, await idOf(office.cleo), CONTRIBUTE);
    expect((await office.cleo.post(`${list}items`, { Title: 'in' })).status).toBe(201);
    expect(await titles(office.cleo, list)).toEqual(['secret', 'in']);
    const [first] = valuesOf(
      await office.ada.get(
        `${list}roleassignments?$expand=Member,RoleDefinitionBindings&$select=PrincipalId,Member/Title,RoleDefinitionBindings/Name&$filter=PrincipalId eq ${await idOf(office.cleo)}`,
      ),
    );
    expect(first).toMatchObject({
      Member: { Title: 'Cleo Sand' },
      RoleDefinitionBindings: [{ Name: 'Contribute' }],
    });
    await office.ada.post(`${list}resetroleinheritance`);
    expect(await titles(office.ben, list)).toEqual(['secret', 'in']);
  });

  it('can be copied when inheritance breaks, and changed from there', async () => {
    const list = await makeList(office.ada, 'Copied');
    await breakInheritance(list, true);
    expect((await office.ada.get(`${list}HasUniqueRoleAssignments`)).json).toEqual({ value: true });
    expect((await office.ben.get(`${list}items`)).status).toBe(200);
    const { Id } = (await office.ada.get('web/AssociatedMemberGroup')).json;
    await office.ada.remove(`${list}roleassignments(${Id as number})`);
    expect((await office.ben.get(`${list}items`)).status).toBe(404);
  });

  it('of one item hide it in every way to read, and Limited Access lets a stranger reach it', async () => {
    const list = await makeList(office.ada, 'Some secret');
    for (const title of ['open', 'closed']) await office.ada.post(`${list}items`, { Title: title });
    const item = `${list}items(2)/`;
    await breakInheritance(item);
    expect(await titles(office.ben, list)).toEqual(['open']);
    expect((await office.ben.get(`${list}items(2)`)).status).toBe(404);
    const view = { ViewXml: '<View><RowLimit>10</RowLimit></View>' };
    const rendered = (await office.ben.post(`${list}RenderListDataAsStream`, { parameters: view }))
      .json;
    expect(rendered.Row).toHaveLength(1);
    const dan = (await office.ada.post('web/ensureuser', { logonName: 'dan@contoso.test' })).json
      .Id as number;
    await grant(item, dan, READ);
    expect(await titles(office.dan, list)).toEqual(['closed']);
    expect((await office.dan.get(`${list}items(1)`)).status).toBe(404);
    expect((await office.dan.merge(`${list}items(2)`, { Title: 'x' })).status).toBe(403);
  });

  it('with ReadSecurity 2 leave people their own items, and owners all', async () => {
    const list = await makeList(office.ada, 'Own reading', [], { ReadSecurity: 2 });
    await office.ada.post(`${list}items`, { Title: 'ada' });
    await office.ben.post(`${list}items`, { Title: 'ben' });
    expect(await titles(office.ben, list)).toEqual(['ben']);
    expect(await titles(office.cleo, list)).toEqual([]);
    expect(await titles(office.ada, list)).toEqual(['ada', 'ben']);
    expect((await office.ben.get(`${list}items(1)`)).status).toBe(404);
    expect(
      (await office.ben.get(`${list}?$select=ReadSecurity,WriteSecurity`.replace('/?', '?'))).json,
    ).toEqual({ ReadSecurity: 2, WriteSecurity: 1 });
  });

  it('with WriteSecurity 2 let people change their own items only, and with 4 none', async () => {
    const list = await makeList(office.ada, 'Own writing', [], { WriteSecurity: 2 });
    await office.ada.post(`${list}items`, { Title: 'ada' });
    await office.ben.post(`${list}items`, { Title: 'ben' });
    expect((await office.ben.merge(`${list}items(1)`, { Title: 'x' })).status).toBe(403);
    expect((await office.ben.remove(`${list}items(1)`)).status).toBe(403);
    expect((await office.ben.merge(`${list}items(2)`, { Title: 'x' })).status).toBe(204);
    expect((await office.ada.merge(`${list}items(2)`, { Title: 'y' })).status).toBe(204);
    await office.ada.merge(list.slice(0, -1), { WriteSecurity: 4 });
    expect((await office.ben.merge(`${list}items(2)`, { Title: 'z' })).status).toBe(403);
    expect((await office.ben.post(`${list}items`, { Title: 'z' })).status).toBe(403);
  });

  it('cannot be changed by members', async () => {
    const list = await makeList(office.ada, 'Not yours');
    expect((await office.ben.post(`${list}breakroleinheritance(true)`)).status).toBe(403);
    await breakInheritance(list, true);
    const self = await idOf(office.ben);
    const answer = await office.ben.post(
      `${list}roleassignments/addroleassignment(principalid=${self},roledefid=${FULL_CONTROL})`,
    );
    expect(answer.status).toBe(403);
    const group = (await office.ben.get('web/AssociatedOwnerGroup')).json.Id as number;
    const joined = await office.ben.post(`web/sitegroups(${group})/users`, {
      LoginName: 'i:0#.f|membership|ben@contoso.test',
    });
    expect(joined.status).toBe(403);
  });

  it('are inherited by webs below until they break', async () => {
    const { Url } = (
      await office.ada.post('web/webs/add', {
        parameters: {
          Title: 'Below',
          Url: 'below',
          WebTemplate: 'STS',
          UseSamePermissionsAsParentSite: true,
        },
      })
    ).json;
    const below = `${Url as string}/_api/web`;
    expect((await office.cleo.get(below)).status).toBe(200);
    expect((await office.ada.post(`${below}/breakroleinheritance(false)`)).status).toBe(200);
    expect((await office.cleo.get(below)).status).toBe(403);
    expect((await office.ada.get(below)).json).toMatchObject({
      ServerRelativeUrl: '/sites/intranet/below',
    });
  });
});
