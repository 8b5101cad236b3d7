import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeList, openOffice, type Office } from '../testing/office.ts';

const matching = (pattern: RegExp | string): unknown =>
  typeof pattern === 'string' ? expect.stringContaining(pattern) : expect.stringMatching(pattern);

describe('JSON formats', () => {
  let office: Office;
  let items: string;

  beforeAll(async () => {
    office = await openOffice();
    items = `${await makeList(office.ada, 'Formats')}items`;
    await office.ada.post(items, { Title: 'One' });
  });
  afterAll(() => office.sharePoint.close());

  it('nometadata holds the values alone', async () => {
    const { json } = await office.ada.get(`${items}?$select=Title`);
    expect(json).toEqual({ value: [{ Title: 'One' }] });
  });

  it('plain application/json means minimal metadata', async () => {
    const { json, headers } = await office.ada.get(`${items}(1)?$select=Title`, {
      Accept: 'application/json',
    });
    expect(headers.get('content-type')).toContain('odata=minimalmetadata');
    expect(json).toMatchObject({
      'odata.type': 'SP.Data.FormatsListItem',
      'odata.etag': matching(/^"[0-9a-f-]{36},1"$/),
      'odata.editLink': matching(/^Web\/Lists\(guid'[0-9a-f-]{36}'\)\/Items\(1\)$/),
      Title: 'One',
    });
    expect(json['odata.metadata']).toContain(
      '/sites/intranet/_api/$metadata#SP.Data.FormatsListItem',
    );
  });

  it('verbose wraps in d and results, and defers what is not expanded', async () => {
    const { json } = await office.ada.get(items, { Accept: 'application/json;odata=verbose' });
    const [item] = (json as { d: { results: Record<string, unknown>[] } }).d.results;
    expect(item).toMatchObject({
      __metadata: { type: 'SP.Data.FormatsListItem', uri: matching('/Items(1)') },
      AttachmentFiles: { __deferred: { uri: matching('/AttachmentFiles') } },
    });
  });

  it('OData 4 puts an at sign before its annotations', async () => {
    const { json } = await office.ada.get(`${items}(1)`, {
      Accept: 'application/json',
      'OData-Version': '4.0',
    });
    expect(json).toMatchObject({ '@odata.type': '#SP.Data.FormatsListItem', Title: 'One' });
    expect(json).toHaveProperty(['@odata.context']);
  });

  it('errors follow the format of the request', async () => {
    const lost = "web/lists/getByTitle('Nowhere')";
    const message = `List 'Nowhere' does not exist at site with URL '${office.sharePoint.url}/sites/intranet'.`;
    const code = '-1, System.ArgumentException';
    expect((await office.ada.get(lost)).json).toEqual({
      'odata.error': { code, message: { lang: 'en-US', value: message } },
    });
    const verbose = await office.ada.get(lost, { Accept: 'application/json;odata=verbose' });
    expect(verbose.json).toEqual({ error: { code, message: { lang: 'en-US', value: message } } });
    const four = await office.ada.get(lost, { Accept: 'application/json', 'OData-Version': '4.0' });
    expect(four.json).toEqual({ error: { code, message } });
  });

  it('a function that is not built answers 501 and names itself', async () => {
    for (const path of ['web/Alerts', 'search/query', `${items}(1)/Comments`]) {
      const answer = await office.ada.get(path);
      expect(answer.status).toBe(501);
      expect(answer.text).toContain('SharePoint emulator does not implement');
    }
    expect((await office.ada.get('web', { Accept: 'application/atom+xml' })).status).toBe(501);
  });

  it('aliases in the query stand for arguments in the path', async () => {
    const path = "web/lists/getByTitle(@title)?@title='Formats'&$select=Title";
    expect((await office.ada.get(path)).json).toEqual({ Title: 'Formats' });
  });

  it('names in the path count in any case, and answers use SharePoint’s spelling', async () => {
    const { json } = await office.ada.get("WEB/Lists/GETBYTITLE('formats')?$select=TITLE,ID");
    expect(json).toEqual({ Title: 'Formats', Id: matching(/.+/) });
  });
});
