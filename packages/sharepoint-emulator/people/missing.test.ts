import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf, openOffice, valuesOf, type Office } from '../testing/office.ts';

const CODE = '-2146232832, Microsoft.SharePoint.SPException';

describe('people who are not there', () => {
  let office: Office;
  const idOf = async (path: string): Promise<number> =>
    (await office.ada.get(`${path}?$select=Id`)).json.Id as number;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.sharePoint.close());

  it.each([
    ['notFound', 404],
    ['serverError', 500],
  ] as const)('S-A5: are answered as %s by getUserById, with one code', async (mode, status) => {
    office.sharePoint.behave({ missingPrincipal: mode });
    await office.ada.post('web/ensureuser', { logonName: 'dan@contoso.test' });
    const dan = await idOf("web/siteusers/getbyemail('dan@contoso.test')");
    await office.ada.post(`web/siteusers/removebyid(${dan})`);
    for (const path of [`getuserbyid(${dan})`, `siteusers/getbyid(${dan})`]) {
      const answer = errorOf(await office.ben.get(`web/${path}`));
      expect(answer).toEqual({ status, code: CODE, message: 'User cannot be found.' });
    }
  });

  it.each([
    ['notFound', 404],
    ['serverError', 500],
  ] as const)('S-A5: a group that is gone is answered as %s', async (mode, status) => {
    office.sharePoint.behave({ missingPrincipal: mode });
    const group = (await office.ada.post('web/sitegroups', { Title: `Gone ${mode}` })).json.Id;
    await office.ada.post(`web/sitegroups/removebyid(${group as number})`);
    const answer = errorOf(await office.ben.get(`web/sitegroups/getbyid(${group as number})`));
    expect(answer).toEqual({ status, code: CODE, message: 'Group cannot be found.' });
  });

  it('S-B4: ensureUser writes somebody into the list of the site’s users', async () => {
    const titles = async (): Promise<unknown[]> =>
      valuesOf(await office.ada.get('web/siteusers')).map((each) => each.Title);
    expect(await titles()).not.toContain('Dan Vega');
    expect((await office.ben.post("web/ensureuser('dan@contoso.test')")).status).toBe(200);
    expect(await titles()).toContain('Dan Vega');
  });

  it('S-B4: ensureUser may be refused to members', async () => {
    office.sharePoint.behave({ ensureUser: 'refused' });
    expect((await office.ben.post("web/ensureuser('dan@contoso.test')")).status).toBe(403);
    expect((await office.ada.post("web/ensureuser('dan@contoso.test')")).status).toBe(200);
  });
});
