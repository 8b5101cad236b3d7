import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type Json, type Office, type Person } from '../testing/office.ts';

const CURRENT =
  '<StaticProperty Id="0" TypeId="{3747adcd-a3c3-41b9-bfab-4a64dd2f1e0a}" Name="Current" />';
const SITE_GROUPS = `${CURRENT}<Property Id="1" ParentId="0" Name="Web" /><Property Id="2" ParentId="1" Name="SiteGroups" />`;

/** A request as CSOM, JSOM and the command line interfaces over them write it. */
const csom = (actions: string, paths: string): string =>
  `<Request AddExpandoFieldTypeSuffix="true" SchemaVersion="15.0.0.0" LibraryVersion="16.0.0.0" ApplicationName="Test" xmlns="http://schemas.microsoft.com/sharepoint/clientquery/2009"><Actions>${actions}</Actions><ObjectPaths>${paths}</ObjectPaths></Request>`;

const getById = (path: number, id: number): string =>
  `<Method Id="${path}" ParentId="2" Name="GetById"><Parameters><Parameter Type="Number">${id}</Parameter></Parameters></Method>`;

const setOwner =
  '<SetProperty Id="12" ObjectPathId="4" Name="Owner"><Parameter ObjectPathId="5" /></SetProperty>';
const update = '<Method Name="Update" Id="13" ObjectPathId="4" />';

describe('ProcessQuery', () => {
  let office: Office;
  let owners: number;
  let siteId: string;

  beforeAll(async () => {
    office = await openOffice();
    owners = await idOf('web/associatedOwnerGroup');
    siteId = (await office.ada.get('site?$select=Id')).json.Id as string;
  });
  afterAll(() => office.sharePoint.close());

  const idOf = async (path: string): Promise<number> =>
    (await office.ada.get(`${path}?$select=Id`)).json.Id as number;
  const ask = async (who: Person, body: string, headers: Record<string, string> = {}) => {
    const url = `${office.sharePoint.url}/sites/intranet/_vti_bin/client.svc/ProcessQuery`;
    const answer = await who.send('POST', url, body, { 'Content-Type': 'text/xml', ...headers });
    const all = answer.status === 200 ? (answer.json as unknown as unknown[]) : [];
    return { status: answer.status, header: all[0] as Json, results: all.slice(1), answer };
  };
  const makeGroup = async (title: string): Promise<number> =>
    (await office.ada.post('web/sitegroups', { Title: title })).json.Id as number;
  const ownerOf = async (group: number): Promise<unknown> =>
    (await office.ada.get(`web/sitegroups(${group})/owner`)).json.Id;

  it('S-A2: sets the owner of a site group to another group', async () => {
    const group = await makeGroup('Runners');
    const paths = SITE_GROUPS + getById(4, group) + getById(5, owners);
    const { status, header, results } = await ask(
      office.ada,
      csom(`<ObjectPath Id="10" ObjectPathId="4" />${setOwner}${update}`, paths),
    );
    expect(status).toBe(200);
    expect(header).toMatchObject({ SchemaVersion: '15.0.0.0', ErrorInfo: null });
    expect(header.TraceCorrelationId).toEqual(expect.any(String));
    expect(results).toEqual([10, { IsNull: false }]);
    expect(await ownerOf(group)).toBe(owners);
  });

  it('takes groups and users by identity as well', async () => {
    const group = await makeGroup('Readers');
    const ben = await idOf("web/siteusers/getbyemail('ben@contoso.test')");
    const identity = (path: number, name: string): string =>
      `<Identity Id="${path}" Name="6d452ba1-40a8-8000|740c6a0b-85e2-48a0-a494-e0f1759d4aa7:site:${siteId}:${name}" />`;
    const paths = identity(4, `g:${group}`) + identity(5, `u:${ben}`);
    expect((await ask(office.ada, csom(setOwner + update, paths))).header.ErrorInfo).toBeNull();
    expect(await ownerOf(group)).toBe(ben);
    const strange = paths.replace(siteId, crypto.randomUUID());
    expect((await ask(office.ada, csom(update, strange))).header.ErrorInfo).not.toBeNull();
  });

  it('changes nothing before Update is called', async () => {
    const group = await makeGroup('Waiters');
    const paths = SITE_GROUPS + getById(4, group) + getById(5, owners);
    const before = await ownerOf(group);
    expect((await ask(office.ada, csom(setOwner, paths))).header.ErrorInfo).toBeNull();
    expect(await ownerOf(group)).toBe(before);
  });

  it('answers the properties that a query names', async () => {
    const group = await makeGroup('Cooks');
    const query =
      '<Query Id="20" ObjectPathId="4"><Query SelectAllProperties="false"><Properties><Property Name="Title" ScalarProperty="true" /><Property Name="Owner"><Query SelectAllProperties="true"><Properties /></Query></Property></Properties></Query></Query>';
    const { results } = await ask(office.ada, csom(query, SITE_GROUPS + getById(4, group)));
    expect(results).toMatchObject([
      20,
      {
        _ObjectType_: 'SP.Group',
        _ObjectIdentity_: expect.stringContaining(`:site:${siteId}:g:${group}`) as string,
        Title: 'Cooks',
        Owner: { _ObjectType_: 'SP.User', Title: 'Ada Lovelace' },
      },
    ]);
  });

  it('answers errors in the header, and stops there', async () => {
    const group = await makeGroup('Swimmers');
    const paths = SITE_GROUPS + getById(4, group) + getById(5, owners);
    const refused = await ask(office.ben, csom(setOwner + update, paths));
    expect(refused.status).toBe(200);
    expect(refused.header.ErrorInfo).toMatchObject({
      ErrorCode: -2147024891,
      ErrorTypeName: 'System.UnauthorizedAccessException',
    });
    expect(refused.results).toEqual([]);
    const missing = await ask(
      office.ada,
      csom('<ObjectPath Id="10" ObjectPathId="4" />', SITE_GROUPS + getById(4, 999)),
    );
    expect(missing.header.ErrorInfo).toMatchObject({ ErrorMessage: 'Group cannot be found.' });
    expect((await ask(office.ada, '<Request')).header.ErrorInfo).toMatchObject({
      ErrorTypeName: 'Microsoft.SharePoint.Client.InvalidClientQueryException',
    });
  });

  it('keeps what was done before an action failed', async () => {
    const group = await makeGroup('Dancers');
    const paths = SITE_GROUPS + getById(4, group) + getById(5, owners) + getById(6, 999);
    const { header } = await ask(
      office.ada,
      csom(`${setOwner}${update}<ObjectPath Id="14" ObjectPathId="6" />`, paths),
    );
    expect(header.ErrorInfo).not.toBeNull();
    expect(await ownerOf(group)).toBe(owners);
  });

  it('wants a digest where the person comes with a cookie', async () => {
    const { cookie } = office.sharePoint.signIn('ada@contoso.test');
    const group = await makeGroup('Singers');
    const url = `${office.sharePoint.url}/sites/intranet/_vti_bin/client.svc/ProcessQuery`;
    const body = csom('<ObjectPath Id="10" ObjectPathId="4" />', SITE_GROUPS + getById(4, group));
    const response = await fetch(url, { method: 'POST', headers: { Cookie: cookie }, body });
    const [header] = (await response.json()) as [Json];
    expect(header.ErrorInfo).toMatchObject({ ErrorCode: -2130575251 });
  });

  it.each([
    ['an action', '<Method Name="DeleteObject" Id="3" ObjectPathId="1" />', SITE_GROUPS],
    [
      'a property',
      '<ObjectPath Id="3" ObjectPathId="9" />',
      `${SITE_GROUPS}<Property Id="9" ParentId="1" Name="Fruit" />`,
    ],
    [
      'a constructor',
      '<ObjectPath Id="3" ObjectPathId="9" />',
      '<Constructor Id="9" TypeId="{a}" />',
    ],
  ])('answers 501 to %s that it does not know', async (_, actions, paths) => {
    const { answer } = await ask(office.ada, csom(actions, paths));
    expect(answer.status).toBe(501);
    expect(answer.text).toContain('does not implement');
  });
});
