import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf, makeList, openOffice, valuesOf, type Office } from '../testing/office.ts';

const FULL_CONTROL = 1073741829;
const EDIT = 1073741830;
const CONTRIBUTE = 1073741827;

describe('permission levels', () => {
  let office: Office;
  const level = (id: number): string => `web/roledefinitions(${id})`;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.sharePoint.close());

  it('S-B8: owners rename those that come with a site, and members do not', async () => {
    expect((await office.ben.merge(level(CONTRIBUTE), { Name: 'Mine' })).status).toBe(403);
    expect((await office.ada.merge(level(CONTRIBUTE), { Name: 'Bijdragen' })).status).toBe(204);
    expect((await office.ada.get("web/roledefinitions/getbyname('Contribute')")).status).toBe(404);
    const renamed = await office.ada.get("web/roledefinitions/getbyname('Bijdragen')");
    expect(renamed.json.Id).toBe(CONTRIBUTE);
    expect((await office.ada.merge(level(CONTRIBUTE), { Name: 'Edit' })).status).toBe(400);
  });

  it('S-B8: owners delete them, and what they gave is gone', async () => {
    expect((await office.ben.post('web/lists', { Title: 'Before' })).status).toBe(201);
    expect((await office.ada.remove(level(EDIT))).status).toBe(200);
    expect((await office.ada.get('web/roledefinitions/getbytype(6)')).status).toBe(404);
    expect((await office.ben.get('web')).status).toBe(403);
    const members = valuesOf(await office.ada.get('web/roleassignments?$expand=Member'));
    const titles = members.map((each) => (each.Member as { Title: string }).Title);
    expect(titles).not.toContain('Intranet Members');
  });

  it('S-B8: Full Control stays as it is', async () => {
    expect(errorOf(await office.ada.remove(level(FULL_CONTROL))).status).toBe(400);
    expect((await office.ada.merge(level(FULL_CONTROL), { Name: 'All' })).status).toBe(400);
  });

  it('S-B8: the number of a deleted level is given to no other', async () => {
    const BasePermissions = { High: '176', Low: '138612833' };
    const make = async (Name: string): Promise<number> =>
      (await office.ada.post('web/roledefinitions', { Name, BasePermissions, Order: 1 })).json
        .Id as number;
    const first = await make('Readers');
    const list = await makeList(office.ada, 'Levelled');
    await office.ada.remove(level(first));
    expect(await make('Readers')).not.toBe(first);
    expect((await office.ada.get(`${list}roleassignments`)).status).toBe(200);
  });
});
