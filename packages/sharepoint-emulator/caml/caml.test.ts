import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  errorOf,
  FieldKind,
  makeList,
  openOffice,
  valuesOf,
  type Answer,
  type Json,
  type Office,
} from '../testing/office.ts';

const view = (query: string, rest = ''): string => `<View><Query>${query}</Query>${rest}</View>`;
const where = (condition: string): string => `<Where>${condition}</Where>`;
const text = (content: string): string => `<Value Type='Text'>${content}</Value>`;
const field = (name: string, more = ''): string => `<FieldRef Name='${name}' ${more}/>`;

describe('CAML', () => {
  let office: Office;
  let list: string;

  beforeAll(async () => {
    office = await openOffice();
    list = await makeList(office.ada, 'Beasts', [
      { Title: 'Legs', FieldTypeKind: FieldKind.Number },
      { Title: 'Kind', FieldTypeKind: FieldKind.Choice, Choices: ['bird', 'fish', 'mammal'] },
      { Title: 'Seen', FieldTypeKind: FieldKind.DateTime, DisplayFormat: 1 },
      { Title: 'Keeper', FieldTypeKind: FieldKind.User },
      { Title: 'Tags', FieldTypeKind: FieldKind.MultiChoice, Choices: ['big', 'wild'] },
    ]);
    const ben = (await office.ben.get('web/currentuser')).json.Id;
    const beasts: Json[] = [
      { Title: 'cat', Legs: 4, Kind: 'mammal', Seen: '2026-11-01T10:00:00Z' },
      { Title: 'cod', Legs: 0, Kind: 'fish', Seen: '2026-11-02T23:00:00Z' },
      { Title: 'crow', Legs: 2, Kind: 'bird', Tags: ['wild'] },
      { Title: 'elk', Legs: 4, Kind: 'mammal', Tags: ['big', 'wild'], KeeperId: ben },
      { Title: 'owl', Legs: 2, Kind: 'bird' },
    ];
    for (const beast of beasts) await office.ada.post(`${list}items`, beast);
  });
  afterAll(() => office.sharePoint.close());

  const getItems = (ViewXml: string, more: Json = {}): Promise<Answer> =>
    office.ben.post(`${list}GetItems`, { query: { ViewXml, ...more } });
  const titles = async (ViewXml: string): Promise<unknown[]> =>
    valuesOf(await getItems(ViewXml)).map((each) => each.Title);
  const render = async (parameters: Json, query = ''): Promise<Json> =>
    (await office.ben.post(`${list}RenderListDataAsStream${query}`, { parameters })).json;
  const rows = (data: Json): Json[] => data.Row as Json[];

  it('S-A4: tells the name of a person in what it finds as a text alone (pnpjs#818, #682)', async () => {
    const ViewXml = view(where(`<Eq>${field('Title')}${text('elk')}</Eq>`));
    const ask = (expand: string, select: string): Promise<Answer> =>
      office.ben.post(`${list}GetItems?$select=${select}&$expand=${expand}`, {
        query: { ViewXml },
      });
    const asText = await ask('FieldValuesAsText', 'Id,FieldValuesAsText/Keeper');
    expect(valuesOf(asText)).toMatchObject([{ FieldValuesAsText: { Keeper: 'Ben Okri' } }]);
    expect(errorOf(await ask('Keeper', 'Id,Keeper/Title'))).toMatchObject({
      status: 400,
      message: "The $expand query is not valid for field 'Keeper'.",
    });
    office.sharePoint.behave({ expandInCaml: 'lookups' });
    const asPerson = await ask('Keeper', 'Id,Keeper/Title');
    expect(valuesOf(asPerson)).toMatchObject([{ Keeper: { Title: 'Ben Okri' } }]);
    office.sharePoint.behave({ expandInCaml: 'nothing' });
    expect((await ask('FieldValuesAsText', 'Id,FieldValuesAsText/Keeper')).status).toBe(400);
    office.sharePoint.behave({ expandInCaml: 'texts' });
  });

  it.each([
    [`<Eq>${field('Title')}${text('CAT')}</Eq>`, ['cat']],
    [`<Neq>${field('Kind')}${text('bird')}</Neq>`, ['cat', 'cod', 'elk']],
    [
      `<And><Gt>${field('Legs')}<Value Type='Number'>0</Value></Gt><Leq>${field('Legs')}<Value Type='Number'>2</Value></Leq></And>`,
      ['crow', 'owl'],
    ],
    [
      `<Or><BeginsWith>${field('Title')}${text('c')}</BeginsWith><Contains>${field('Title')}${text('wl')}</Contains></Or>`,
      ['cat', 'cod', 'crow', 'owl'],
    ],
    [`<IsNull>${field('Seen')}</IsNull>`, ['crow', 'elk', 'owl']],
    [
      `<In>${field('Kind')}<Values>${text('fish')}${text('bird')}</Values></In>`,
      ['cod', 'crow', 'owl'],
    ],
    [`<Eq>${field('Seen')}<Value Type='DateTime'>2026-11-02</Value></Eq>`, ['cod']],
    [
      `<Eq>${field('Seen')}<Value Type='DateTime' IncludeTimeValue='TRUE'>2026-11-02T00:00:00Z</Value></Eq>`,
      [],
    ],
    [
      `<Eq>${field('Keeper', "LookupId='TRUE'")}<Value Type='Integer'><UserID/></Value></Eq>`,
      ['elk'],
    ],
    [`<Eq>${field('Keeper')}${text('Ben Okri')}</Eq>`, ['elk']],
    [`<Eq>${field('Tags')}${text('wild')}</Eq>`, ['crow', 'elk']],
    [`<Eq>${field('Author')}${text('Ada Lovelace')}</Eq>`, ['cat', 'cod', 'crow', 'elk', 'owl']],
  ])('finds what %s asks for', async (condition, expected) => {
    expect(await titles(view(where(condition)))).toEqual(expected);
  });

  it('orders by several columns and stops at the row limit', async () => {
    const order = `<OrderBy>${field('Legs', "Ascending='FALSE'")}${field('Title', "Ascending='FALSE'")}</OrderBy>`;
    expect(await titles(view(order, '<RowLimit>3</RowLimit>'))).toEqual(['elk', 'cat', 'owl']);
  });

  it('takes sixty values in In and refuses more', async () => {
    const values = (count: number): string =>
      `<In>${field('Title')}<Values>${text('owl').repeat(count)}</Values></In>`;
    expect(await titles(view(where(values(60))))).toEqual(['owl']);
    expect(errorOf(await getItems(view(where(values(61))))).status).toBe(400);
  });

  it('is refused where it is malformed, joins three conditions or names a lost column', async () => {
    const eq = `<Eq>${field('Title')}${text('a')}</Eq>`;
    for (const xml of [
      '<View><Query></View>',
      view(where(`<And>${eq}${eq}${eq}</And>`)),
      view(where(`<Eq>${field('Lost')}${text('a')}</Eq>`)),
    ]) {
      expect((await getItems(xml)).status).toBe(400);
    }
    expect(
      (
        await getItems(
          view(where(`<Membership Type='CurrentUserGroups'>${field('Author')}</Membership>`)),
        )
      ).status,
    ).toBe(501);
  });

  it('pages by the position that PagingInfo names', async () => {
    const xml = view(`<OrderBy>${field('Title')}</OrderBy>`, '<RowLimit Paged="TRUE">2</RowLimit>');
    const second = await getItems(xml, {
      ListItemCollectionPosition: { PagingInfo: 'Paged=TRUE&p_Title=cod&p_ID=2' },
    });
    expect(valuesOf(second).map((each) => each.Title)).toEqual(['crow', 'elk']);
  });

  describe('RenderListDataAsStream', () => {
    it('shows values as text, people as objects and raw values behind a dot', async () => {
      const fields = ['Title', 'Legs', 'Seen', 'Keeper', 'Tags', 'Author']
        .map((name) => field(name))
        .join('');
      const data = await render({
        ViewXml: view(
          where(`<In>${field('Title')}<Values>${text('cat')}${text('elk')}</Values></In>`),
          `<ViewFields>${fields}</ViewFields>`,
        ),
      });
      const [cat, elk] = rows(data);
      expect(cat).toMatchObject({
        ID: '1',
        Title: 'cat',
        Legs: '4',
        'Legs.': '4',
        Seen: '11/1/2026 10:00 AM',
        'Seen.': '2026-11-01T10:00:00Z',
        Keeper: '',
        FSObjType: '0',
      });
      expect(elk).toMatchObject({
        Keeper: [{ title: 'Ben Okri', email: 'ben@contoso.test' }],
        Tags: ['big', 'wild'],
      });
      expect(data).toMatchObject({ FirstRow: 1, LastRow: 2 });
    });

    it('leads from page to page by NextHref', async () => {
      const ViewXml = view(
        `<OrderBy>${field('Legs', "Ascending='FALSE'")}</OrderBy>`,
        '<RowLimit Paged="TRUE">2</RowLimit>',
      );
      const seen: unknown[] = [];
      let data = await render({ ViewXml });
      seen.push(rows(data).map((row) => row.Title));
      while (typeof data.NextHref === 'string') {
        data = await render({ ViewXml, Paging: data.NextHref.slice(1) });
        seen.push(rows(data).map((row) => row.Title));
      }
      expect(seen).toEqual([['cat', 'elk'], ['crow', 'owl'], ['cod']]);
      expect(data).toMatchObject({ FirstRow: 5, LastRow: 5 });
    });

    it('takes its page from the query too, as NextHref is made for', async () => {
      const ViewXml = view(
        `<OrderBy>${field('Title')}</OrderBy>`,
        '<RowLimit Paged="TRUE">4</RowLimit>',
      );
      const first = await render({ ViewXml });
      const second = await render({ ViewXml }, String(first.NextHref));
      expect(rows(second).map((row) => row.Title)).toEqual(['owl']);
    });

    it('counts collapsed groups and marks the heads of expanded ones', async () => {
      const group = (collapse: string): string =>
        view(
          `<GroupBy Collapse='${collapse}'>${field('Kind')}</GroupBy><OrderBy>${field('Title')}</OrderBy>`,
          `<ViewFields>${field('Title')}</ViewFields>`,
        );
      const collapsed = rows(await render({ ViewXml: group('TRUE') }));
      expect(collapsed.map((row) => [row.Kind, row['Kind.COUNT.group']])).toEqual([
        ['bird', '2'],
        ['fish', '1'],
        ['mammal', '2'],
      ]);
      const expanded = rows(await render({ ViewXml: group('FALSE') }));
      expect(expanded.map((row) => [row.Title, row['Kind.COUNT.group']])).toEqual([
        ['crow', '2'],
        ['owl', undefined],
        ['cod', '1'],
        ['cat', '2'],
        ['elk', undefined],
      ]);
    });

    it('filters and sorts by the parameters of a view’s address', async () => {
      const data = await render(
        { ViewXml: '<View></View>' },
        '?FilterField1=Kind&FilterValue1=bird&SortField=Title&SortDir=Desc',
      );
      expect(rows(data).map((row) => row.Title)).toEqual(['owl', 'crow']);
    });

    it('wraps the data when more than it is asked for', async () => {
      const data = await render({ ViewXml: '<View></View>', RenderOptions: 2 + 4 });
      expect(data).toMatchObject({ ListData: { FirstRow: 1 } });
      expect((data.ListSchema as { Field: Json[] }).Field).toContainEqual(
        expect.objectContaining({ Name: 'Legs', FieldType: 'Number' }),
      );
    });
  });
});
