import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeList, openOffice, type Office } from '../testing/office.ts';

const CONTRIBUTE = 1073741827;

describe('lists by members', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.sharePoint.close());

  it('are made, changed and deleted with the Edit level, which members of a site have', async () => {
    expect((await office.ben.post('web/lists', { Title: 'Ben’s' })).status).toBe(201);
    const list = await makeList(office.ada, 'From Ada');
    const path = list.slice(0, -1);
    const column = { Title: 'Column', FieldTypeKind: 2 };
    expect((await office.ben.post(`${list}fields`, column)).status).toBe(201);
    expect((await office.ben.merge(path, { ReadSecurity: 2 })).status).toBe(204);
    expect((await office.ben.remove(path)).status).toBe(200);
  });

  it('S-A1: inherit, and members cannot give them permissions of their own', async () => {
    const list = await makeList(office.ben, 'Inherits');
    const unique = await office.ben.get(`${list.slice(0, -1)}?$select=HasUniqueRoleAssignments`);
    expect(unique.json.HasUniqueRoleAssignments).toBe(false);
    expect((await office.cleo.get(`${list}items`)).status).toBe(200);
    expect((await office.ben.post(`${list}breakroleinheritance(true,false)`)).status).toBe(403);
  });

  it('need more than Contribute', async () => {
    const group = (await office.ada.get('web/associatedMemberGroup')).json.Id as number;
    await office.ada.remove(`web/roleassignments(${group})`);
    await office.ada.post(
      `web/roleassignments/addroleassignment(principalid=${group},roledefid=${CONTRIBUTE})`,
    );
    expect((await office.ben.post('web/lists', { Title: 'No more' })).status).toBe(403);
  });
});
