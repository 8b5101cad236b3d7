import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf, makeList, openOffice, valuesOf, type Office } from '../testing/office.ts';

describe('lists', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.sharePoint.close());

  it('are created with an address made from the title, and keep it when the title changes', async () => {
    const answer = await office.ada.post('web/lists', {
      Title: 'My #1 list',
      BaseTemplate: 100,
      Description: 'd',
    });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      Title: 'My #1 list',
      BaseTemplate: 100,
      ItemCount: 0,
      ListItemEntityTypeFullName: 'SP.Data.My_x0020_1_x0020_listListItem',
      EntityTypeName: 'My_x0020_1_x0020_listList',
    });
    await office.ada.merge("web/lists/getByTitle('My %231 list')", { Title: 'Renamed' });
    const { json } = await office.ada.get(
      "web/getList('/sites/intranet/Lists/My 1 list')?$select=Title,RootFolder/ServerRelativeUrl&$expand=RootFolder",
    );
    expect(json).toEqual({
      Title: 'Renamed',
      RootFolder: { ServerRelativeUrl: '/sites/intranet/Lists/My 1 list' },
    });
  });

  it('are refused with a title that is taken or longer than 255 characters', async () => {
    await makeList(office.ada, 'Taken');
    const taken = errorOf(
      await office.ada.post('web/lists', { Title: 'TAKEN', BaseTemplate: 100 }),
    );
    expect(taken).toMatchObject({
      status: 500,
      code: '-2130575342, Microsoft.SharePoint.SPException',
    });
    expect(
      (await office.ada.post('web/lists', { Title: 'x'.repeat(256), BaseTemplate: 100 })).status,
    ).toBe(400);
  });

  it('refuse properties that SP.List lacks, and settings that nothing would act on', async () => {
    const list = (await makeList(office.ada, 'Settings')).slice(0, -1);
    expect(errorOf(await office.ada.merge(list, { Colour: 'red' })).message).toContain(
      "The property 'Colour' does not exist on type 'SP.List'.",
    );
    expect((await office.ada.merge(list, { ReadSecurity: 3 })).status).toBe(400);
    expect((await office.ada.merge(list, { ValidationFormula: '=[A]>1' })).status).toBe(501);
  });

  it('have an ETag of their own', async () => {
    const list = (await makeList(office.ada, 'Versioned')).slice(0, -1);
    const etag = (await office.ada.get(list)).headers.get('etag') ?? '';
    expect((await office.ada.merge(list, { Description: 'a' }, etag)).status).toBe(204);
    expect((await office.ada.merge(list, { Description: 'b' }, etag)).status).toBe(412);
  });

  it('go with everything that was in them, and leave their title free', async () => {
    const list = await makeList(office.ada, 'Short-lived', [{ Title: 'Extra', FieldTypeKind: 2 }]);
    await office.ada.post(`${list}items`, { Title: 'x' });
    expect((await office.ada.remove(list.slice(0, -1))).status).toBe(200);
    expect((await office.ada.get(list.slice(0, -1))).status).toBe(404);
    await makeList(office.ada, 'Short-lived');
    expect(valuesOf(await office.ada.get(`${list}items`))).toEqual([]);
  });

  it('are filtered, ordered and cut like any collection', async () => {
    for (const title of ['Aa', 'Ab', 'Ac']) await makeList(office.ada, title);
    const found = await office.ada.get(
      "web/lists?$select=Title&$filter=startswith(Title,'A') and Title ne 'Ab'&$orderby=Title desc&$top=5",
    );
    expect(valuesOf(found)).toEqual([{ Title: 'Ac' }, { Title: 'Aa' }]);
    expect((await office.ada.get('web/lists?$search=x')).status).toBe(501);
  });

  it('have views whose columns and XML can change', async () => {
    const list = await makeList(office.ada, 'Viewed');
    const { json } = await office.ada.post(`${list}views`, {
      Title: 'Mine',
      RowLimit: 7,
      ViewQuery: '<OrderBy><FieldRef Name="ID" /></OrderBy>',
    });
    const view = `${list}views('${json.Id as string}')`;
    await office.ada.post(`${view}/viewfields/addviewfield('Created')`);
    expect((await office.ada.get(`${view}/viewfields`)).json).toMatchObject({
      Items: ['LinkTitle', 'Created'],
    });
    const xml =
      '<View><Query><Where><Eq><FieldRef Name="Title" /><Value Type="Text">a &amp; b</Value></Eq></Where></Query><ViewFields><FieldRef Name="ID" /></ViewFields><RowLimit>3</RowLimit></View>';
    await office.ada.post(`${view}/SetViewXml`, { viewXml: xml });
    const changed = (await office.ada.get(view)).json;
    expect(changed).toMatchObject({ RowLimit: 3, Title: 'Mine' });
    expect(changed.ViewQuery).toContain('a &amp; b');
  });
});
