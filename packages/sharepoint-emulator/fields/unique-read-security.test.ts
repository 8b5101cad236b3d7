import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf, FieldKind, makeList, openOffice, type Office } from '../testing/office.ts';

const UNIQUE = { FieldTypeKind: FieldKind.Text, Indexed: true, EnforceUniqueValues: true };

describe('a column of unique values', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice({ behaviours: { uniqueBesideReadSecurity: 'refused' } });
  });
  afterAll(() => office.sharePoint.close());

  it('S-A3: is refused in a list in which people read their own items only', async () => {
    const list = await makeList(office.ada, 'Private', [], { ReadSecurity: 2 });
    const refused = await office.ada.post(`${list}fields`, { Title: 'Slot', ...UNIQUE });
    expect(errorOf(refused)).toMatchObject({ status: 500 });
    await office.ada.post(`${list}fields`, { Title: 'Slot', FieldTypeKind: 2, Indexed: true });
    const field = `${list}fields/getbytitle('Slot')`;
    expect((await office.ada.merge(field, { EnforceUniqueValues: true })).status).toBe(500);
    expect((await office.ada.get(field)).json.EnforceUniqueValues).toBe(false);
  });

  it('S-A3: keeps its list from hiding the items of others', async () => {
    const list = await makeList(office.ada, 'Slots', [{ Title: 'Slot', ...UNIQUE }]);
    const path = list.slice(0, -1);
    expect((await office.ada.merge(path, { ReadSecurity: 2 })).status).toBe(500);
    expect((await office.ada.get(`${path}?$select=ReadSecurity`)).json.ReadSecurity).toBe(1);
    await office.ada.merge(`${list}fields/getbytitle('Slot')`, { EnforceUniqueValues: false });
    expect((await office.ada.merge(path, { ReadSecurity: 2 })).status).toBe(204);
  });

  it('S-A3: may stand beside it where a tenant lets it', async () => {
    office.sharePoint.behave({ uniqueBesideReadSecurity: 'works' });
    const list = await makeList(office.ada, 'Both', [], { ReadSecurity: 2 });
    const made = await office.ada.post(`${list}fields`, { Title: 'Slot', ...UNIQUE });
    expect(made.status).toBe(201);
  });
});
