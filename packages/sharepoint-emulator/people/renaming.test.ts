import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf, openOffice, type Office } from '../testing/office.ts';

describe('the name of a site group', () => {
  let office: Office;
  let group: string;

  beforeAll(async () => {
    office = await openOffice();
    const made = await office.ada.post('web/sitegroups', { Title: 'Runners' });
    group = `web/sitegroups(${made.json.Id as number})`;
  });
  afterAll(() => office.sharePoint.close());

  it('is changed by the group’s owner, who need not own the site', async () => {
    expect((await office.ben.merge(group, { Title: 'Mine' })).status).toBe(403);
    const { Id } = (await office.ben.get('web/currentuser')).json;
    await office.ada.post(`${group}/setuserasowner(${Id as number})`);
    expect((await office.ben.merge(group, { Title: 'Sprinters' })).status).toBe(204);
    expect((await office.ben.get(group)).json).toMatchObject({
      Title: 'Sprinters',
      LoginName: 'Sprinters',
    });
    expect((await office.ben.get("web/sitegroups/getbyname('Runners')")).status).toBe(404);
  });

  it('is that of no other group', async () => {
    const taken = await office.ben.merge(group, { Title: 'intranet members' });
    expect(errorOf(taken)).toMatchObject({
      status: 400,
      message: 'The specified name is already in use.',
    });
  });
});
