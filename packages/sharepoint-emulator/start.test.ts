import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSharePoint } from './start.ts';
import { SAMPLE_TENANT } from './tenant/sample.ts';
import { makeList, openOffice, personWith, valuesOf } from './testing/office.ts';

describe('a farm', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sharepoint-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('keeps sites, items and sign-ins in a file over a restart', async () => {
    const file = join(folder, 'farm.db');
    const before = await openOffice({ file });
    const list = await makeList(before.ada, 'Lasting', [
      { Title: 'Count', FieldTypeKind: 9, Indexed: true },
    ]);
    await before.ben.post(`${list}items`, { Title: 'still here', Count: 3 });
    const { headers } = before.ben;
    await before.sharePoint.close();

    const after = await openOffice({ file });
    const ben = personWith(after.api, headers);
    expect(valuesOf(await ben.get(`${list}items?$select=Title,Count&$filter=Count eq 3`))).toEqual([
      { Title: 'still here', Count: 3 },
    ]);
    expect((await ben.post(`${list}items`, { Title: 'and more' })).json.Id).toBe(2);
    await after.sharePoint.close();
  });

  it('can be mounted in a server of one’s own', async () => {
    const farm = createSharePoint({ tenant: SAMPLE_TENANT, anonymousAs: 'cleo@contoso.test' });
    const server = createServer((incoming, outgoing) => void farm.handle(incoming, outgoing));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/sites/intranet/_api/web/currentuser`, {
      headers: { Accept: 'application/json' },
    });
    expect(await response.json()).toMatchObject({ Title: 'Cleo Sand' });
    server.closeAllConnections();
    server.close();
    farm.close();
  });

  it('signs a browser in with a cookie, and one window with a header', async () => {
    const office = await openOffice();
    const door = `${office.sharePoint.url}/_emulator/sign-in`;
    const response = await fetch(`${door}?login=ben@contoso.test&returnUrl=/sites/intranet`, {
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/sites/intranet']);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    const byCookie = personWith(office.api, { Cookie: cookie });
    expect((await byCookie.get('web/currentuser')).json).toMatchObject({ Title: 'Ben Okri' });
    const { token } = (await (
      await fetch(door, { method: 'POST', body: '{"login":"cleo@contoso.test"}' })
    ).json()) as { token: string };
    const byHeader = personWith(office.api, { Cookie: cookie, Authorization: `Bearer ${token}` });
    expect((await byHeader.get('web/currentuser')).json).toMatchObject({ Title: 'Cleo Sand' });
    await office.sharePoint.close();
  });

  it('lets other origins call with a token and never with a cookie', async () => {
    const office = await openOffice();
    const preflight = await fetch(`${office.api}web`, {
      method: 'OPTIONS',
      headers: { Origin: 'http://page.test', 'Access-Control-Request-Headers': 'authorization' },
    });
    expect(preflight.status).toBe(204);
    const answer = await office.ben.get('web', { Origin: 'http://page.test' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://page.test');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    await office.sharePoint.close();
  });
});
