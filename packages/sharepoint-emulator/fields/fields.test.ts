import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  errorOf,
  FieldKind,
  makeList,
  openOffice,
  valuesOf,
  type Office,
} from '../testing/office.ts';

describe('columns', () => {
  let office: Office;
  const make = (title: string): Promise<string> => makeList(office.ada, title);
  const addXml = (list: string, SchemaXml: string, Options = 0) =>
    office.ada.post(`${list}fields/CreateFieldAsXml`, { parameters: { SchemaXml, Options } });

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.sharePoint.close());

  it('made from XML take their internal name from the display name, unless the option hints at Name', async () => {
    const list = await make('From XML');
    const xml =
      '<Field Type="Text" Name="Hinted" DisplayName="Two words" Indexed="TRUE" MaxLength="20" />';
    expect((await addXml(list, xml)).json).toMatchObject({
      InternalName: 'Two_x0020_words',
      Title: 'Two words',
      Indexed: true,
      MaxLength: 20,
    });
    expect((await addXml(list, xml.replace('Two words', 'Three words'), 8)).json).toMatchObject({
      InternalName: 'Hinted',
      Title: 'Three words',
    });
  });

  it('made from XML keep choices, defaults and the id', async () => {
    const list = await make('Choices');
    const id = '0f0e0d0c-0b0a-4908-8706-050403020100';
    const xml = `<Field ID="{${id}}" Type="Choice" DisplayName="Colour" FillInChoice="FALSE"><CHOICES><CHOICE>Red</CHOICE><CHOICE>Blue &amp; green</CHOICE></CHOICES><Default>Red</Default></Field>`;
    expect((await addXml(list, xml)).json).toMatchObject({
      Id: id,
      Choices: ['Red', 'Blue & green'],
      DefaultValue: 'Red',
      FieldTypeKind: 6,
      TypeAsString: 'Choice',
    });
    expect((await office.ada.post(`${list}items`, { Title: 'x' })).json).toMatchObject({
      Colour: 'Red',
    });
  });

  it('that are no XML, have no known type or are there already are refused', async () => {
    const list = await make('Refused');
    expect((await addXml(list, '<Field')).status).toBe(400);
    expect((await addXml(list, '<Field Type="Sound" DisplayName="S" />')).status).toBe(400);
    await office.ada.post(`${list}fields`, { Title: 'Twice', FieldTypeKind: FieldKind.Text });
    const again = await office.ada.post(`${list}fields`, {
      Title: 'Twice',
      FieldTypeKind: FieldKind.Text,
    });
    expect(errorOf(again).message).toBe('A duplicate field name "Twice" was found.');
  });

  it('are made, changed and removed by owners and members, not by visitors', async () => {
    const list = await make('Rights');
    const field = { Title: 'Extra', FieldTypeKind: FieldKind.Text };
    expect((await office.cleo.post(`${list}fields`, field)).status).toBe(403);
    expect((await office.ben.post(`${list}fields`, field)).status).toBe(201);
    const path = `${list}fields/getByTitle('Extra')`;
    await office.ben.merge(path, { Description: 'More' });
    expect((await office.ben.get(path)).json).toMatchObject({
      Description: 'More',
      InternalName: 'Extra',
    });
    expect((await office.ben.remove(path)).status).toBe(200);
    expect((await office.ben.get(path)).status).toBe(404);
    expect((await office.ben.post(`${list}items`, { Extra: 'x' })).status).toBe(400);
  });

  it('can carry twenty indexes a list and no more', async () => {
    const list = await make('Indexed');
    for (let at = 1; at <= 20; at += 1) {
      const answer = await office.ada.post(`${list}fields`, {
        Title: `F${at}`,
        FieldTypeKind: FieldKind.Number,
        Indexed: true,
      });
      expect(answer.status).toBe(201);
    }
    const answer = await office.ada.post(`${list}fields`, {
      Title: 'F21',
      FieldTypeKind: FieldKind.Number,
      Indexed: true,
    });
    expect(errorOf(answer)).toMatchObject({ status: 500 });
    expect(errorOf(answer).message).toContain('maximum number of indexed columns (20)');
    await office.ada.merge(`${list}fields/getByTitle('F1')`, { Indexed: false });
    expect(
      (
        await office.ada.post(`${list}fields`, {
          Title: 'F21',
          FieldTypeKind: FieldKind.Number,
          Indexed: true,
        })
      ).status,
    ).toBe(201);
  });

  it('of long text cannot be indexed', async () => {
    const list = await make('Long text');
    const answer = await office.ada.post(`${list}fields`, {
      Title: 'Body',
      FieldTypeKind: FieldKind.Note,
      Indexed: true,
    });
    expect(answer.status).toBe(400);
  });

  it('that enforce unique values need an index and then refuse what is there already', async () => {
    const list = await make('Unique');
    const unindexed = await office.ada.post(`${list}fields`, {
      Title: 'Key',
      FieldTypeKind: FieldKind.Text,
      EnforceUniqueValues: true,
    });
    expect(unindexed.status).toBe(400);
    await office.ada.post(`${list}fields`, {
      Title: 'Key',
      FieldTypeKind: FieldKind.Text,
      EnforceUniqueValues: true,
      Indexed: true,
    });
    const items = `${list}items`;
    expect((await office.ben.post(items, { Title: 'a', Key: 'same' })).status).toBe(201);
    const second = await office.ben.post(items, { Title: 'b', Key: 'SAME' });
    expect(errorOf(second)).toEqual({
      status: 500,
      code: '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException',
      message:
        'The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [Key].',
    });
    for (const title of ['c', 'd'])
      expect((await office.ben.post(items, { Title: title })).status).toBe(201);
    expect(valuesOf(await office.ben.get(`${items}?$select=Title`))).toHaveLength(3);
    expect(errorOf(await office.ben.merge(`${items}(2)`, { Key: 'same' })).status).toBe(500);
  });

  it('look into other lists, and into parts of them', async () => {
    const cities = await make('Cities');
    const { json: city } = await office.ada.post(`${cities}items`, { Title: 'Bonn' });
    const target = (await office.ada.get(`${cities}Id`)).json.value as string;
    const list = await make('Trips');
    const sp = office.pnp('ada@contoso.test');
    await sp.web.lists
      .getByTitle('Trips')
      .fields.addLookup('City', { LookupListId: target, LookupFieldName: 'Title' });
    expect((await office.ada.post(`${list}items`, { Title: 't', CityId: 99 })).status).toBe(400);
    await office.ada.post(`${list}items`, { Title: 't', CityId: city.Id });
    const [trip] = valuesOf(
      await office.ada.get(
        `${list}items?$select=City/Title,CityId&$expand=City&$filter=City/Title eq 'Bonn'`,
      ),
    );
    expect(trip).toEqual({ City: { Title: 'Bonn' }, CityId: 1 });
  });

  it('show nothing of an item that the reader may not see', async () => {
    const closed = await make('Closed source');
    await office.ada.post(`${closed}items`, { Title: 'secret' });
    const target = (await office.ada.get(`${closed}Id`)).json.value;
    const list = await make('Pointing');
    await office.ada.post(`${list}fields/AddField`, {
      parameters: {
        Title: 'Source',
        FieldTypeKind: 7,
        LookupListId: target,
        LookupFieldName: 'Title',
      },
    });
    await office.ada.post(`${list}items`, { Title: 'x', SourceId: 1 });
    await office.ada.post(`${closed}breakroleinheritance(false)`);
    const path = `${list}items(1)?$select=Title,Source/Title&$expand=Source`;
    expect((await office.ada.get(path)).json).toEqual({ Title: 'x', Source: { Title: 'secret' } });
    expect((await office.ben.get(path)).text).not.toContain('secret');
  });

  it('with formulas say that they are not worked out', async () => {
    const list = await make('Formulas');
    await office.ada.post(`${list}fields`, { Title: 'Sum', FieldTypeKind: 17, Formula: '=1+1' });
    await office.ada.post(`${list}items`, { Title: 'x' });
    expect((await office.ada.get(`${list}items?$select=Sum`)).status).toBe(501);
    expect((await office.ada.get(`${list}items`)).status).toBe(200);
  });
});
