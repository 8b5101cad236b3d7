import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type Office } from '../testing/office.ts';
import { SAMPLE_TENANT } from '../tenant/sample.ts';

describe('Microsoft Graph', () => {
  let office: Office;
  const get = (path: string) => office.ben.get(`${office.sharePoint.url}/v1.0/${path}`);

  beforeAll(async () => {
    const users = SAMPLE_TENANT.users.map((user) =>
      user.title === 'Ada Lovelace' ? { ...user, photo: Uint8Array.of(1, 2, 3) } : user,
    );
    office = await openOffice({ tenant: { ...SAMPLE_TENANT, users } });
  });
  afterAll(() => office.sharePoint.close());

  it('knows who asks', async () => {
    expect((await get('me')).json).toMatchObject({
      displayName: 'Ben Okri',
      jobTitle: 'Engineer',
      userPrincipalName: 'ben@contoso.test',
      givenName: 'Ben',
    });
  });

  it('finds people by id and by user principal name, and shows what is selected', async () => {
    const { id } = (await get('users/ada@contoso.test')).json;
    expect((await get(`users/${id as string}?$select=displayName,department`)).json).toMatchObject({
      displayName: 'Ada Lovelace',
      department: 'Research',
    });
    const lost = await get('users/nobody@contoso.test');
    expect([lost.status, lost.json]).toMatchObject([
      404,
      { error: { code: 'Request_ResourceNotFound' } },
    ]);
  });

  it('leads up and down the line', async () => {
    expect((await get('me/manager')).json).toMatchObject({
      '@odata.type': '#microsoft.graph.user',
      displayName: 'Ada Lovelace',
    });
    expect((await get('users/ada@contoso.test/manager')).status).toBe(404);
    expect((await get('users/ada@contoso.test/directReports')).json.value).toHaveLength(2);
  });

  it('sends photos, or says that there is none', async () => {
    const found = await fetch(`${office.sharePoint.url}/v1.0/users/ada@contoso.test/photo/$value`, {
      headers: office.ben.headers,
    });
    expect(new Uint8Array(await found.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3));
    expect((await get('me/photo/$value')).json).toMatchObject({ error: { code: 'ImageNotFound' } });
  });

  it('answers up to twenty requests in one', async () => {
    const requests = [
      { id: '1', method: 'GET', url: '/me?$select=displayName' },
      { id: '2', method: 'GET', url: '/users/ada@contoso.test/photo/$value' },
      { id: '3', method: 'GET', url: '/users/nobody' },
    ];
    const { json } = await office.ben.post(`${office.sharePoint.url}/v1.0/$batch`, { requests });
    expect(json.responses).toMatchObject([
      { id: '1', status: 200, body: { displayName: 'Ben Okri' } },
      { id: '2', status: 200, body: 'AQID' },
      { id: '3', status: 404 },
    ]);
    const many = Array.from({ length: 21 }, (_, at) => ({
      id: `${at}`,
      method: 'GET',
      url: '/me',
    }));
    expect(
      (await office.ben.post(`${office.sharePoint.url}/v1.0/$batch`, { requests: many })).status,
    ).toBe(400);
  });

  it('says 501 to what is not built', async () => {
    expect((await get('sites')).status).toBe(501);
  });
});
