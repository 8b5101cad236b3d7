import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  errorOf,
  FieldKind,
  makeList,
  openOffice,
  valuesOf,
  type Json,
  type Office,
} from '../testing/office.ts';

describe('list items', () => {
  let office: Office;
  let list: string;
  let items: string;
  let now = new Date('2026-11-23T09:00:00Z');
  const userId = async (name: 'ada' | 'ben'): Promise<number> =>
    Number((await office[name].get('web/currentuser')).json.Id);
  const add = async (body: Json): Promise<Json> => (await office.ben.post(items, body)).json;

  beforeAll(async () => {
    office = await openOffice({ clock: () => now });
    list = await makeList(office.ada, 'Tasks', [
      { Title: 'Count', FieldTypeKind: FieldKind.Number },
      { Title: 'Done', FieldTypeKind: FieldKind.Boolean },
      { Title: 'Due', FieldTypeKind: FieldKind.DateTime, DisplayFormat: 1 },
      { Title: 'Body', FieldTypeKind: FieldKind.Note },
      { Title: 'Tags', FieldTypeKind: FieldKind.MultiChoice, Choices: ['red', 'blue'] },
      { Title: 'Link', FieldTypeKind: FieldKind.Url },
      { Title: 'Owner', FieldTypeKind: FieldKind.User },
      { Title: 'Reviewers', FieldTypeKind: FieldKind.User, AllowMultipleValues: true },
    ]);
    items = `${list}items`;
  });
  afterAll(() => office.sharePoint.close());

  it('are created with 201, Location and ETag, and stamped by the server', async () => {
    const ben = await userId('ben');
    const answer = await office.ben.post(items, { Title: 'First' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toMatch(/\/_api\/Web\/Lists\(guid'.+'\)\/Items\(1\)$/);
    expect(answer.headers.get('etag')).toMatch(/^"[0-9a-f-]{36},1"$/);
    expect(answer.json).toMatchObject({
      Id: 1,
      ID: 1,
      Title: 'First',
      AuthorId: ben,
      EditorId: ben,
      Created: '2026-11-23T09:00:00Z',
      Modified: '2026-11-23T09:00:00Z',
      OData__UIVersionString: '1.0',
      Attachments: false,
    });
  });

  it('ignore what a member sends for columns that the server stamps', async () => {
    const [ada, ben] = [await userId('ada'), await userId('ben')];
    const forged = {
      Title: 'Forged',
      AuthorId: ada,
      EditorId: ada,
      Created: '2001-01-01T00:00:00Z',
      Modified: '2001-01-01T00:00:00Z',
      ID: 77,
      GUID: '0',
    };
    const created = await add(forged);
    expect(created).toMatchObject({
      AuthorId: ben,
      EditorId: ben,
      Created: '2026-11-23T09:00:00Z',
    });
    await office.ben.merge(`${items}(${created.Id as number})`, {
      AuthorId: ada,
      Created: '2001-01-01T00:00:00Z',
    });
    const { json } = await office.ben.get(`${items}(${created.Id as number})`);
    expect(json).toMatchObject({ AuthorId: ben, Created: '2026-11-23T09:00:00Z' });
  });

  it('keep every kind of value', async () => {
    const ben = await userId('ben');
    const values = {
      Count: 2.5,
      Done: true,
      Due: '2026-12-01T10:30:00Z',
      Body: 'a\nb',
      Tags: ['red', 'green'],
      Link: { Description: 'Home', Url: 'https://contoso.test' },
      OwnerId: ben,
      ReviewersId: [ben],
    };
    const created = await add({ Title: 'Kinds', ...values });
    expect(created).toMatchObject(values);
    const cleared = Object.fromEntries(
      Object.keys(values).map((name) => [name, name === 'ReviewersId' ? [] : null]),
    );
    await office.ben.merge(`${items}(${created.Id as number})`, cleared);
    expect((await office.ben.get(`${items}(${created.Id as number})`)).json).toMatchObject(cleared);
  });

  it('take arrays of verbose JSON, whose type has to be named', async () => {
    const headers = { 'Content-Type': 'application/json;odata=verbose' };
    const body = { Title: 'Verbose', Tags: { results: ['blue'] } };
    expect(errorOf(await office.ben.post(items, body, headers)).status).toBe(400);
    const typed = { __metadata: { type: 'SP.Data.TasksListItem' }, ...body };
    expect((await office.ben.post(items, typed, headers)).json).toMatchObject({ Tags: ['blue'] });
  });

  it('refuse the metadata of verbose JSON in any other', async () => {
    const body = { __metadata: { type: 'SP.Data.TasksListItem' }, Title: 'Light' };
    const { message } = errorOf(await office.ben.post(items, body));
    expect(message).toContain("The property '__metadata' does not exist on type");
  });

  it('join at most twelve other lists in one query', async () => {
    const wide = await makeList(
      office.ada,
      'Wide',
      Array.from({ length: 13 }, (_, at) => ({ Title: `P${at}`, FieldTypeKind: FieldKind.User })),
    );
    const expand = (count: number) => {
      const names = Array.from({ length: count }, (_, at) => `P${at}`);
      const select = names.map((name) => `${name}/Title`).join(',');
      return office.ada.get(`${wide}items?$select=${select}&$expand=${names.join(',')}`);
    };
    expect((await expand(12)).status).toBe(200);
    expect(errorOf(await expand(13)).code).toBe(
      '-2147024749, Microsoft.SharePoint.SPQueryThrottledException',
    );
  });

  it.each([
    [{ Title: 5 }, 'Edm.String'],
    [{ Count: 'five' }, 'Edm.Double'],
    [{ Done: 'yes' }, 'Edm.Boolean'],
    [{ Due: 'soon' }, 'Edm.DateTime'],
  ])('refuse %j, which is not of the type of the column', async (body, type) => {
    const error = errorOf(await office.ben.post(items, body));
    expect(error).toMatchObject({
      status: 400,
      code: '-1, Microsoft.SharePoint.Client.InvalidClientQueryException',
    });
    expect(error.message).toContain(`'${type}'`);
  });

  it('refuse properties that the list lacks, and lookups by name instead of Id', async () => {
    for (const name of ['Nonsense', 'Owner']) {
      const error = errorOf(await office.ben.post(items, { [name]: 1 }));
      expect(error.message).toBe(
        `The property '${name}' does not exist on type 'SP.Data.TasksListItem'. Make sure to only use property names that are defined by the type.`,
      );
    }
  });

  it('change by MERGE under If-Match, and answer 412 when somebody was faster', async () => {
    const created = await office.ben.post(items, { Title: 'Race', Count: 1 });
    const path = `${items}(${created.json.Id as number})`;
    const etag = created.headers.get('etag') ?? '';
    const first = await office.ben.merge(path, { Count: 2 }, etag);
    expect(first.status).toBe(204);
    expect(first.headers.get('etag')).toMatch(/,2"$/);
    const second = await office.ada.merge(path, { Count: 3 }, etag);
    expect(errorOf(second)).toMatchObject({
      status: 412,
      code: '-1, Microsoft.SharePoint.Client.ClientServiceException',
    });
    expect((await office.ben.get(path)).json).toMatchObject({ Count: 2, Title: 'Race' });
    expect((await office.ada.merge(path, { Count: 3 })).status).toBe(204);
    const { json } = await office.ben.get(path);
    expect(json).toMatchObject({
      Count: 3,
      EditorId: await userId('ada'),
      OData__UIVersionString: '3.0',
    });
  });

  it('demand If-Match for changing and deleting', async () => {
    const { json } = await office.ben.post(items, { Title: 'Careless' });
    const path = `${items}(${json.Id as number})`;
    for (const verb of ['MERGE', 'DELETE']) {
      const answer = await office.ben.post(path, { Title: 'x' }, { 'X-HTTP-Method': verb });
      expect(answer.status).toBe(412);
    }
  });

  it('go by DELETE, and are not found after', async () => {
    const { json } = await office.ben.post(items, { Title: 'Gone' });
    const path = `${items}(${json.Id as number})`;
    expect((await office.ben.remove(path)).status).toBe(200);
    expect(errorOf(await office.ben.get(path))).toMatchObject({
      status: 404,
      message: 'Item does not exist. It may have been deleted by another user.',
    });
    expect((await office.ben.post(items, { Title: 'Next' })).json.Id).toBeGreaterThan(
      json.Id as number,
    );
  });

  it('remember their versions', async () => {
    now = new Date('2026-11-23T10:00:00Z');
    const { json } = await office.ben.post(items, { Title: 'v1' });
    const path = `${items}(${json.Id as number})`;
    await office.ben.merge(path, { Title: 'v2' });
    const versions = valuesOf(
      await office.ben.get(`${path}/versions?$select=VersionLabel,Title,IsCurrentVersion`),
    );
    expect(versions).toEqual([
      { VersionLabel: '2.0', Title: 'v2', IsCurrentVersion: true },
      { VersionLabel: '1.0', Title: 'v1', IsCurrentVersion: false },
    ]);
  });

  describe('are read', () => {
    let query: (options: string) => Promise<Json[]>;
    let shelf: string;

    beforeAll(async () => {
      shelf = await makeList(office.ada, 'Books', [
        { Title: 'Year', FieldTypeKind: FieldKind.Number },
        { Title: 'Read', FieldTypeKind: FieldKind.DateTime },
        { Title: 'Note', FieldTypeKind: FieldKind.Note },
        { Title: 'Owner', FieldTypeKind: FieldKind.User },
      ]);
      const owner = await userId('ben');
      for (const [title, year] of [
        ['Emma', 1815],
        ['Dracula', 1897],
        ['Ulysses', 1922],
        ['emil', 1929],
      ]) {
        await office.ada.post(`${shelf}items`, {
          Title: title,
          Year: year,
          Read: `${year}-06-01T00:00:00Z`,
        });
      }
      await office.ben.post(`${shelf}items`, { Title: 'Unread', OwnerId: owner });
      query = async (options) =>
        valuesOf(await office.ada.get(`${shelf}items?$select=Title&${options}`));
    });
    const titles = async (options: string): Promise<unknown[]> =>
      (await query(options)).map((each) => each.Title);

    it.each([
      ['$filter=Year gt 1896 and Year lt 1929', ['Dracula', 'Ulysses']],
      ["$filter=startswith(Title,'em')", ['Emma', 'emil']],
      ["$filter=substringof('ra', Title)", ['Dracula']],
      ['$filter=Year eq null', ['Unread']],
      ["$filter=Year ne 1815 and Title ne 'EMIL'", ['Dracula', 'Ulysses', 'Unread']],
      ["$filter=Read ge datetime'1900-01-01T00:00:00Z'", ['Ulysses', 'emil']],
      ["$filter=Author/Title eq 'Ben Okri'", ['Unread']],
      ['$filter=not (Year gt 0)', []],
      ['$filter=Id eq 2 or Id eq 3', ['Dracula', 'Ulysses']],
      ['$orderby=Year desc&$top=2', ['emil', 'Ulysses']],
      ['$orderby=Title', ['Dracula', 'emil', 'Emma', 'Ulysses', 'Unread']],
      ['$orderby=Author/Title,Year desc', ['emil', 'Ulysses', 'Dracula', 'Emma', 'Unread']],
      ['$skip=2', ['Emma', 'Dracula', 'Ulysses', 'emil', 'Unread']],
    ])('with %s', async (options, expected) => {
      expect(await titles(options)).toEqual(expected);
    });

    it('by pages that lead to each other, forwards and backwards', async () => {
      const seen: unknown[] = [];
      let next: string | undefined = `${shelf}items?$select=Title&$top=2&$orderby=Year desc`;
      while (next) {
        const { json } = await office.ada.get(next);
        seen.push((json.value as Json[]).map((each) => each.Title));
        next = json['odata.nextLink'] as string | undefined;
      }
      expect(seen).toEqual([['emil', 'Ulysses'], ['Dracula', 'Emma'], ['Unread']]);
      const token = encodeURIComponent('Paged=TRUE&PagedPrev=TRUE&p_ID=4');
      expect(await titles(`$top=2&$skiptoken=${token}`)).toEqual(['Dracula', 'Ulysses']);
    });

    it('with lookups only where $expand names them', async () => {
      const [book] = await query(
        "$select=Title,Author/Title,Author/EMail,Owner/Id&$expand=Author,Owner&$filter=Title eq 'Unread'",
      );
      expect(book).toEqual({
        Title: 'Unread',
        Author: { Title: 'Ben Okri', EMail: 'ben@contoso.test' },
        Owner: { Id: await userId('ben') },
      });
      const error = errorOf(await office.ada.get(`${shelf}items?$select=Author/Title`));
      expect(error).toMatchObject({ status: 400 });
      expect(error.message).toContain("The query to field 'Author' is not valid.");
    });

    it('with errors for columns that are not there or cannot be filtered', async () => {
      expect(errorOf(await office.ada.get(`${shelf}items?$select=Nope`)).message).toBe(
        "The field or property 'Nope' does not exist.",
      );
      expect(errorOf(await office.ada.get(`${shelf}items?$filter=Nope eq 1`)).message).toContain(
        "Column 'Nope' does not exist.",
      );
      expect(errorOf(await office.ada.get(`${shelf}items?$filter=Note eq 'x'`)).message).toBe(
        "The field 'Note' of type 'Note' cannot be used in the query filter expression.",
      );
      expect(errorOf(await office.ada.get(`${shelf}items?$filter=Title eq`)).status).toBe(400);
    });

    it('with FieldValuesAsText and the path of the item', async () => {
      const { json } = await office.ada.get(
        `${shelf}items(1)?$select=FileRef,FieldValuesAsText/Year&$expand=FieldValuesAsText`,
      );
      expect(json).toEqual({
        FileRef: '/sites/intranet/Lists/Books/1_.000',
        FieldValuesAsText: { Year: '1,815' },
      });
    });
  });
});
