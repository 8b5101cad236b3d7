import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeList, openOffice, type Office } from '../testing/office.ts';

describe('the dates of a list', () => {
  let office: Office;
  let list: string;
  let now = Date.UTC(2026, 10, 24, 14, 30);
  const later = (): string => new Date((now += 60_000)).toISOString().replace('.000', '');
  const dates = async (): Promise<unknown> => {
    const select = '$select=LastItemModifiedDate,LastItemDeletedDate,ItemCount';
    return (await office.ben.get(`${list}?${select}`)).json;
  };

  beforeAll(async () => {
    office = await openOffice({ clock: () => new Date(now) });
    list = (await makeList(office.ada, 'Dated')).slice(0, -1);
  });
  afterAll(() => office.sharePoint.close());

  it('S-C1: move with every new and changed item, and with a deletion in one way or two', async () => {
    office.sharePoint.behave({ modifiedDateOnDelete: 'stays' });
    const made = new Date(now).toISOString().replace('.000', '');
    const written = later();
    await office.ben.post(`${list}/items`, { Title: 'a' });
    const seen = { LastItemDeletedDate: made, ItemCount: 1 };
    expect(await dates()).toEqual({ LastItemModifiedDate: written, ...seen });
    const changed = later();
    await office.ben.merge(`${list}/items(1)`, { Title: 'b' });
    expect(await dates()).toEqual({ LastItemModifiedDate: changed, ...seen });
    const deleted = later();
    await office.ben.remove(`${list}/items(1)`);
    expect(await dates()).toEqual({
      LastItemModifiedDate: changed,
      LastItemDeletedDate: deleted,
      ItemCount: 0,
    });
  });

  it('S-C1: LastItemModifiedDate moves with an update that keeps author and version', async () => {
    await office.ada.post(`${list}/items`, { Title: 'a' });
    const changed = later();
    await office.ada.post(`${list}/items(2)/validateupdatelistitem`, {
      formValues: [{ FieldName: 'Title', FieldValue: 'b' }],
      bNewDocumentUpdate: true,
    });
    expect(await dates()).toMatchObject({ LastItemModifiedDate: changed });
  });

  it('S-C1: LastItemModifiedDate moves with a new column', async () => {
    const changed = later();
    await office.ada.post(`${list}/fields`, { Title: 'More', FieldTypeKind: 2 });
    expect(await dates()).toMatchObject({ LastItemModifiedDate: changed });
  });

  it('S-C1: LastItemModifiedDate moves with a deletion as well', async () => {
    office.sharePoint.behave({ modifiedDateOnDelete: 'moves' });
    const deleted = later();
    await office.ben.remove(`${list}/items(2)`);
    expect(await dates()).toMatchObject({
      LastItemModifiedDate: deleted,
      LastItemDeletedDate: deleted,
    });
  });

  it('are read by the clock that every answer tells', async () => {
    const { headers } = await office.ben.get('web');
    expect(Date.parse(headers.get('date') ?? '')).toBe(now);
  });
});
