import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf, makeList, openOffice, type Office } from '../testing/office.ts';

const throttled = {
  status: 500,
  code: '-2147024860, Microsoft.SharePoint.SPQueryThrottledException',
};

describe('a list of more than 20,000 items', () => {
  let office: Office;
  let list: string;

  beforeAll(async () => {
    office = await openOffice();
    list = (await makeList(office.ada, 'Large')).slice(0, -1);
    const rows = Array.from({ length: 20_000 }, (_, at) => ({
      Title: `Row ${at}`,
      Author: 'ada@contoso.test',
    }));
    office.sharePoint.bulkLoad({ site: '/sites/intranet', list: 'Large' }, rows);
  });
  afterAll(() => office.sharePoint.close());

  const make = (name: string, attributes: string) =>
    office.ada.post(`${list}/fields/createFieldAsXml`, {
      parameters: {
        SchemaXml: `<Field Type='Text' Name='${name}' DisplayName='${name}' ${attributes}/>`,
        Options: 8,
      },
    });
  const index = (name: string) =>
    office.ada.merge(`${list}/fields/getByInternalNameOrTitle('${name}')`, { Indexed: true });

  it('takes its last indexes before: on columns of its own and on those of SharePoint', async () => {
    expect((await make('Early', "Indexed='TRUE'")).status).toBe(200);
    for (const name of ['Author', 'Modified']) expect((await index(name)).status).toBe(204);
  });

  it('S-B9: takes no new index, and is left without half a column', async () => {
    await office.ben.post(`${list}/items`, { Title: 'one more' });
    expect(errorOf(await make('Late', "Indexed='TRUE'"))).toMatchObject(throttled);
    expect((await office.ada.get(`${list}/fields/getByTitle('Late')`)).status).toBe(404);
    expect(errorOf(await index('Created'))).toMatchObject(throttled);
  });

  it('takes the column without the index', async () => {
    expect((await make('Late', '')).status).toBe(200);
  });
});
