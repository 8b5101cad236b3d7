import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  errorOf,
  FieldKind,
  makeList,
  openOffice,
  valuesOf,
  type Office,
} from '../testing/office.ts';

const THROTTLED = {
  status: 500,
  code: '-2147024860, Microsoft.SharePoint.SPQueryThrottledException',
};

describe('the list view threshold of 5,000 items', () => {
  let office: Office;
  let items: string;
  let list: string;
  const ask = (options: string) => office.ben.get(`${items}?${options}`);

  beforeAll(async () => {
    office = await openOffice();
    list = await makeList(office.ada, 'Large', [
      { Title: 'Bucket', FieldTypeKind: FieldKind.Text, Indexed: true },
      { Title: 'Half', FieldTypeKind: FieldKind.Number, Indexed: true },
      { Title: 'Plain', FieldTypeKind: FieldKind.Text },
    ]);
    items = `${list}items`;
    const rows = Array.from({ length: 12_000 }, (_, at) => ({
      Title: `Row ${at}`,
      Bucket: `b${at % 10}!${String(at).padStart(6, '0')}`,
      Half: at % 2,
      Plain: `p${at % 3}`,
      Author: at % 4 === 0 ? 'ben@contoso.test' : 'ada@contoso.test',
      Created: '2026-01-01T00:00:00Z',
    }));
    expect(office.sharePoint.bulkLoad({ site: '/sites/intranet', list: 'Large' }, rows)).toBe(
      12_000,
    );
  });
  afterAll(() => office.sharePoint.close());

  it.each([
    '$top=10',
    '$top=10&$orderby=Id desc',
    '$top=10&$filter=Id gt 11000',
    '$top=10&$filter=Id gt 10&$orderby=Id',
    "$top=10&$filter=startswith(Bucket,'b3!')",
    "$top=10&$filter=Bucket ge 'b3!' and Bucket lt 'b3!~' and Plain eq 'p1'",
    "$top=10&$filter=Plain eq 'p1' and startswith(Bucket,'b3!')",
    "$top=10&$filter=Bucket eq 'b1!000001'&$orderby=Plain",
    "$top=10&$filter=Bucket eq 'b1!000001' or Bucket eq 'b2!000002'",
    '$top=10&$orderby=Bucket desc',
    '$top=10&$skiptoken=Paged%3DTRUE%26p_ID%3D9000',
  ])('lets %s through', async (options) => {
    const answer = await ask(options);
    expect(answer.status).toBe(200);
    expect(valuesOf(answer).length).toBeGreaterThan(0);
  });

  it.each([
    "$top=10&$filter=Plain eq 'p1'",
    '$top=10&$filter=Half eq 1',
    "$top=10&$filter=Half eq 1 and startswith(Bucket,'b3!')",
    "$top=10&$filter=substringof('b3',Bucket)",
    "$top=10&$filter=Bucket ne 'b1!000001'",
    "$top=10&$filter=Bucket eq 'b1!000001' or Plain eq 'p1'",
    '$top=6000',
    '$top=10&$orderby=Plain',
    '$top=10&$orderby=Title desc',
    "$top=10&$filter=Author/Title eq 'Ben Okri'",
  ])('refuses %s', async (options) => {
    expect(errorOf(await ask(options))).toMatchObject({
      ...THROTTLED,
      message: 'The attempted operation is prohibited because it exceeds the list view threshold.',
    });
  });

  it('holds for CAML and rendered lists as well', async () => {
    const view = (where: string) => ({
      ViewXml: `<View><Query><Where>${where}</Where></Query><RowLimit>5</RowLimit></View>`,
    });
    const bad = view("<Eq><FieldRef Name='Plain'/><Value Type='Text'>p1</Value></Eq>");
    const good = view(
      "<BeginsWith><FieldRef Name='Bucket'/><Value Type='Text'>b3!</Value></BeginsWith>",
    );
    expect(errorOf(await office.ben.post(`${list}GetItems`, { query: bad }))).toMatchObject(
      THROTTLED,
    );
    expect(
      errorOf(await office.ben.post(`${list}RenderListDataAsStream`, { parameters: bad })),
    ).toMatchObject(THROTTLED);
    expect((await office.ben.post(`${list}GetItems`, { query: good })).status).toBe(200);
    const everything = { ViewXml: '<View></View>' };
    expect(errorOf(await office.ben.post(`${list}GetItems`, { query: everything }))).toMatchObject(
      THROTTLED,
    );
  });

  it('gives every item to who pages by ID', async () => {
    let next: string | undefined = `${items}?$select=Id&$top=5000`;
    let count = 0;
    while (next) {
      const answer = await office.ben.get(next);
      count += valuesOf(answer).length;
      next = answer.json['odata.nextLink'] as string | undefined;
    }
    expect(count).toBe(12_000);
  });

  it('counts the items of the list without reading them', async () => {
    expect((await office.ben.get(`${items}/$count`)).text).toBe('12000');
    expect((await office.ben.get(`${list}ItemCount`)).json).toEqual({ value: 12_000 });
  });

  it('keeps author and time that a bulk load names', async () => {
    const { json } = await office.ben.get(
      `${items}(5)?$select=Created,Author/Title&$expand=Author`,
    );
    expect(json).toEqual({ Created: '2026-01-01T00:00:00Z', Author: { Title: 'Ben Okri' } });
  });
});
