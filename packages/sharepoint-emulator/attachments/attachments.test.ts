import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeList, openOffice, personWith, valuesOf, type Office } from '../testing/office.ts';

describe('attachments', () => {
  let office: Office;
  let files: string;
  let item: string;

  beforeAll(async () => {
    office = await openOffice();
    const list = await makeList(office.ada, 'With files');
    await office.ben.post(`${list}items`, { Title: 'x' });
    item = `${list}items(1)`;
    files = `${item}/AttachmentFiles`;
  });
  afterAll(() => office.sharePoint.close());

  it('are added as bytes under any content type, and flag their item', async () => {
    const bytes = await office.ben.post(`${files}/add(FileName='it''s 100%25.txt')`, 'not json {');
    expect(bytes.status).toBe(200);
    expect(bytes.json).toMatchObject({
      FileName: "it's 100%.txt",
      ServerRelativeUrl: "/sites/intranet/Lists/With files/Attachments/1/it's 100%.txt",
    });
    expect((await office.ben.get(item)).json).toMatchObject({
      Attachments: true,
      OData__UIVersionString: '2.0',
    });
    const [read] = valuesOf(
      await office.ben.get(
        `${item.replace('items(1)', 'items')}?$select=AttachmentFiles&$expand=AttachmentFiles`,
      ),
    );
    expect(read).toMatchObject({ AttachmentFiles: [{ FileName: "it's 100%.txt" }] });
  });

  it('are read by $value and by their own address', async () => {
    await office.ben.post(`${files}/add(FileName='a.txt')`, 'content');
    expect((await office.cleo.get(`${files}('a.txt')/$value`)).text).toBe('content');
    const address = `${office.sharePoint.url}/sites/intranet/Lists/With%20files/Attachments/1/a.txt`;
    const direct = await office.cleo.get(address);
    expect([direct.text, direct.headers.get('content-type')]).toEqual(['content', 'text/plain']);
    const cookie = office.sharePoint.signIn('dan@contoso.test').cookie;
    expect((await personWith(office.api, { Cookie: cookie }).get(address)).status).toBe(403);
  });

  it('refuse a name that is taken or impossible, and people who may only read', async () => {
    const add = (name: string) => office.ben.post(`${files}/add(FileName='${name}')`, 'x');
    expect((await add('b.txt')).status).toBe(200);
    expect((await add('B.TXT')).status).toBe(400);
    expect((await add('what?.txt'.replace('?', '%3F'))).status).toBe(400);
    expect((await office.cleo.post(`${files}/add(FileName='c.txt')`, 'x')).status).toBe(403);
  });

  it('are replaced by PUT and removed by DELETE', async () => {
    const file = `${files}('d.txt')`;
    await office.ben.post(`${files}/add(FileName='d.txt')`, 'one');
    expect(
      (await office.ben.post(`${file}/$value`, 'two', { 'X-HTTP-Method': 'PUT' })).status,
    ).toBe(204);
    expect((await office.ben.get(`${file}/$value`)).text).toBe('two');
    expect((await office.ben.remove(file)).status).toBe(200);
    expect((await office.ben.get(file)).status).toBe(404);
  });

  it('keep the bytes of @pnp/sp as they are', async () => {
    const { attachmentFiles } = office
      .pnp('ben@contoso.test')
      .web.lists.getByTitle('With files')
      .items.getById(1);
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    await attachmentFiles.add('all.bin', bytes.buffer);
    const read = office.pnp('ben@contoso.test').web.lists.getByTitle('With files').items.getById(1);
    expect(new Uint8Array(await read.attachmentFiles.getByName('all.bin').getBuffer())).toEqual(
      bytes,
    );
  });
});
