import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type Answer, type Office } from '../testing/office.ts';
import { SAMPLE_TENANT } from '../tenant/sample.ts';

const SOURCE = 'b09a7990-05ea-4af9-81ef-edfab16c4e31';
const crowd = Array.from({ length: 620 }, (_, at) => ({
  loginName: `extra${at}@contoso.test`,
  title: `Extra Person${at}`,
  department: 'Crowd',
}));

interface Results {
  readonly RowCount: number;
  readonly TotalRows: number;
  readonly Table: { readonly Rows: { readonly Cells: { Key: string; Value: string | null }[] }[] };
}

const resultsOf = (answer: Answer): Results => {
  const { PrimaryQueryResult } = answer.json as unknown as {
    PrimaryQueryResult: { RelevantResults: Results };
  };
  return PrimaryQueryResult.RelevantResults;
};

const column = (answer: Answer, key: string): unknown[] =>
  resultsOf(answer).Table.Rows.map(
    ({ Cells }) => Cells.find((cell) => cell.Key === key)?.Value ?? null,
  );

describe('people search', () => {
  let office: Office;
  let now = Date.UTC(2026, 10, 24, 14, 30);

  beforeAll(async () => {
    const users = [...SAMPLE_TENANT.users, ...crowd];
    office = await openOffice({
      tenant: { ...SAMPLE_TENANT, users },
      clock: () => new Date(now),
    });
  });
  afterAll(() => office.sharePoint.close());

  const find = (text: string, more = ''): Promise<Answer> =>
    office.ben.get(
      `search/query?querytext='${encodeURIComponent(text)}'&sourceid='${SOURCE}'&selectproperties='PreferredName,Department,WorkEmail,Nickname'${more}`,
    );

  it.each([
    ['lovelace', ['Ada Lovelace']],
    ['LOVE*', ['Ada Lovelace']],
    ['love', []],
    ['ada love*', ['Ada Lovelace']],
    ['"okri"', ['Ben Okri']],
    ['Department:Research', ['Ada Lovelace', 'Ben Okri']],
    ['Department:Research okri', ['Ben Okri']],
    ['PreferredName:ada* OR PreferredName:cleo*', ['Ada Lovelace', 'Cleo Sand']],
    ['WorkEmail:"ada@contoso.test" WorkEmail:"ben@contoso.test"', ['Ada Lovelace', 'Ben Okri']],
    ['Department:Research NOT (ada OR nobody)', ['Ben Okri']],
  ])('S-A4: %s finds people without a profile call', async (text, titles) => {
    expect(column(await find(text), 'PreferredName')).toEqual(titles);
  });

  it('answers a table of cells, with null for what a person lacks', async () => {
    const answer = await find('okri');
    const cells = resultsOf(answer).Table.Rows[0]?.Cells;
    expect(cells).toContainEqual({ Key: 'Department', Value: 'Research', ValueType: 'Edm.String' });
    expect(cells).toContainEqual({ Key: 'Nickname', Value: null, ValueType: 'Null' });
  });

  it('S-A4: gives 500 rows a request at most, and the rest from startrow on', async () => {
    const first = resultsOf(await find('Department:Crowd', '&rowlimit=1000'));
    expect([first.RowCount, first.TotalRows]).toEqual([500, 620]);
    const second = resultsOf(await find('Department:Crowd', '&rowlimit=500&startrow=500'));
    expect([second.RowCount, second.TotalRows]).toEqual([120, 620]);
    expect(resultsOf(await find('Department:Crowd')).RowCount).toBe(10);
  });

  it('takes the same as a body', async () => {
    const answer = await office.ben.post('search/postquery', {
      request: { Querytext: 'okri', SourceId: SOURCE, SelectProperties: ['JobTitle'], RowLimit: 5 },
    });
    expect(column(answer, 'JobTitle')).toEqual(['Engineer']);
    const verbose = await office.ben.send(
      'POST',
      'search/postquery',
      {
        request: {
          __metadata: { type: 'Microsoft.Office.Server.Search.REST.SearchRequest' },
          Querytext: 'okri',
          SourceId: SOURCE,
          SelectProperties: { results: ['JobTitle'] },
        },
      },
      {
        Accept: 'application/json;odata=verbose',
        'Content-Type': 'application/json;odata=verbose',
      },
    );
    expect(verbose.json).toMatchObject({
      d: { postquery: { PrimaryQueryResult: { RelevantResults: { TotalRows: 1 } } } },
    });
  });

  it('answers @pnp/sp', async () => {
    const results = await office.pnp('ben@contoso.test').search({
      Querytext: 'lovelace',
      SourceId: SOURCE,
      SelectProperties: ['PreferredName', 'JobTitle'],
    });
    expect(results.PrimarySearchResults).toMatchObject([{ JobTitle: 'Head of Computing' }]);
  });

  it('answers 501 outside of the people source and to what it cannot read', async () => {
    expect((await office.ben.get("search/query?querytext='okri'")).status).toBe(501);
    expect((await find('okri XRANK(cb=1) ada')).status).toBe(501);
  });

  it('knows what changed only after the next crawl', async () => {
    office.sharePoint.behave({ searchDelay: 900 });
    const set = (propertyValue: string) =>
      office.ben.post('SP.UserProfiles.PeopleManager/SetSingleValueProfileProperty', {
        accountName: 'i:0#.f|membership|ben@contoso.test',
        propertyName: 'AboutMe',
        propertyValue,
      });
    now += 1_000_000;
    expect(resultsOf(await find('beekeeper')).TotalRows).toBe(0);
    await set('A beekeeper.');
    expect(resultsOf(await find('beekeeper')).TotalRows).toBe(0);
    now += 900_000;
    expect(column(await find('beekeeper'), 'PreferredName')).toEqual(['Ben Okri']);
  });
});
