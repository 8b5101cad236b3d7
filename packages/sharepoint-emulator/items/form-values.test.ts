import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  errorOf,
  FieldKind,
  makeList,
  openOffice,
  valuesOf,
  type Json,
  type Office,
  type Person,
} from '../testing/office.ts';

describe('values as a form sends them', () => {
  let office: Office;
  let list: string;
  const form = (values: Record<string, string>): Json => ({
    formValues: Object.entries(values).map(([FieldName, FieldValue]) => ({
      FieldName,
      FieldValue,
    })),
    bNewDocumentUpdate: false,
  });
  const update = async (
    person: Person,
    values: Record<string, string>,
    more: Json = {},
  ): Promise<Json[]> =>
    valuesOf(
      await person.post(`${list}items(1)/ValidateUpdateListItem`, { ...form(values), ...more }),
    );
  const item = async (): Promise<Json> => (await office.ada.get(`${list}items(1)`)).json;

  beforeAll(async () => {
    office = await openOffice();
    list = await makeList(office.ada, 'Forms', [
      { Title: 'Count', FieldTypeKind: FieldKind.Number },
      { Title: 'Due', FieldTypeKind: FieldKind.DateTime, DisplayFormat: 1 },
      { Title: 'Done', FieldTypeKind: FieldKind.Boolean },
      { Title: 'Kind', FieldTypeKind: FieldKind.Choice, Choices: ['a', 'b'] },
      { Title: 'Owner', FieldTypeKind: FieldKind.User },
      { Title: 'Link', FieldTypeKind: FieldKind.Url },
    ]);
    await office.ben.post(`${list}items`, { Title: 'x' });
  });
  afterAll(() => office.sharePoint.close());

  it('are text in the language of the site', async () => {
    const results = await update(office.ben, {
      Count: '1,234.5',
      Due: '12/24/2026 6:30 PM',
      Done: '1',
      Kind: 'b',
      Owner: '[{"Key":"i:0#.f|membership|ada@contoso.test"}]',
      Link: 'https://contoso.test, Contoso',
    });
    expect(results.every((result) => result.HasException === false)).toBe(true);
    expect(await item()).toMatchObject({
      Count: 1234.5,
      Due: '2026-12-24T18:30:00Z',
      Done: true,
      Kind: 'b',
      Link: { Url: 'https://contoso.test', Description: 'Contoso' },
    });
  });

  it('answer 200 when one is refused, name it, and save none', async () => {
    const before = await item();
    const results = await update(office.ben, {
      Title: 'changed',
      Count: 'many',
      Kind: 'c',
      Lost: 'x',
    });
    expect(results.map((result) => [result.FieldName, result.HasException])).toEqual([
      ['Title', false],
      ['Count', true],
      ['Kind', true],
      ['Lost', true],
    ]);
    expect(await item()).toEqual(before);
  });

  it('let owners carry over author and time, and members not', async () => {
    const stamps = { Created: '1/1/2020 8:00 AM', Author: '[{"Key":"cleo@contoso.test"}]' };
    for (const result of await update(office.ben, stamps))
      expect(result).toMatchObject({ HasException: true });
    for (const result of await update(office.ada, stamps))
      expect(result).toMatchObject({ HasException: false });
    const { json } = await office.ada.get(
      `${list}items(1)?$select=Created,Author/Title&$expand=Author`,
    );
    expect(json).toEqual({ Created: '2020-01-01T08:00:00Z', Author: { Title: 'Cleo Sand' } });
    for (const result of await update(office.ada, { ID: '7', GUID: 'x' }))
      expect(result).toMatchObject({ HasException: true });
  });

  it('leave the version alone when a document is being completed', async () => {
    const { OData__UIVersionString: before } = await item();
    await update(office.ben, { Title: 'quiet' }, { bNewDocumentUpdate: true });
    expect(await item()).toMatchObject({ Title: 'quiet', OData__UIVersionString: before });
  });

  it('that clash with another item are the fault of their field', async () => {
    const keys = await makeList(office.ada, 'Keys');
    const schema =
      '<Field Type="Text" DisplayName="The key" Indexed="TRUE" EnforceUniqueValues="TRUE" />';
    await office.ada.post(`${keys}fields/CreateFieldAsXml`, { parameters: { SchemaXml: schema } });
    const key = { Title: 'k', The_x0020_key: 'same' };
    const create = () => office.ben.post(`${keys}AddValidateUpdateItemUsingPath()`, form(key));
    expect(valuesOf(await create()).every((result) => result.HasException === false)).toBe(true);
    expect(valuesOf(await create())).toContainEqual(
      expect.objectContaining({
        FieldName: 'The_x0020_key',
        HasException: true,
        ErrorCode: -2130575169,
      }),
    );
    expect(valuesOf(await office.ben.get(`${keys}items`))).toHaveLength(1);
  });

  it('make new items, for which required columns have to be filled', async () => {
    const create = (values: Record<string, string>, folder = '/sites/intranet/Lists/Forms') =>
      office.ben.post(`${list}AddValidateUpdateItemUsingPath()`, {
        ...form(values),
        listItemCreateInfo: { FolderPath: { DecodedUrl: folder } },
      });
    expect(valuesOf(await create({ Title: 'new', Count: '2' }))).toContainEqual(
      expect.objectContaining({ FieldName: 'Id', FieldValue: '2' }),
    );
    expect((await office.ben.get(`${list}items(2)`)).json).toMatchObject({
      Title: 'new',
      Count: 2,
    });
    expect(valuesOf(await create({ Count: '2' }))).toContainEqual(
      expect.objectContaining({ FieldName: 'Title', HasException: true }),
    );
    expect(valuesOf(await office.ben.get(`${list}items`))).toHaveLength(2);
    expect(errorOf(await create({ Title: 'deep' }, '/sites/intranet/Lists/Forms/Sub')).status).toBe(
      501,
    );
  });
});
