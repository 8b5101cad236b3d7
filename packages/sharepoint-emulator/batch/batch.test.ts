import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  errorOf,
  makeList,
  openOffice,
  valuesOf,
  type Answer,
  type Office,
} from '../testing/office.ts';

describe('$batch', () => {
  let office: Office;
  let list: string;
  const sendBatch = (parts: readonly string[]): Promise<Answer> => {
    const body = parts
      .map(
        (part) =>
          `--batch_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n${part}\r\n\r\n`,
      )
      .join('');
    return office.ben.post('$batch', `${body}--batch_1--\r\n`, {
      'Content-Type': 'multipart/mixed; boundary="batch_1"',
    });
  };
  const get = (path: string): string =>
    `GET ${office.api}${path} HTTP/1.1\r\nAccept: application/json;odata=nometadata\r\n`;
  const statuses = (answer: Answer): number[] =>
    [...answer.text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map((match) => Number(match[1]));

  beforeAll(async () => {
    office = await openOffice();
    list = await makeList(office.ada, 'Batched');
  });
  afterAll(() => office.sharePoint.close());

  it('reads and writes in one round trip of @pnp/sp', async () => {
    const [sp, execute] = office.pnp('ben@contoso.test').batched();
    const items = () => sp.web.lists.getByTitle('Batched').items;
    const results: unknown[] = [];
    void items()
      .add({ Title: 'one' })
      .then((item: { Id: number }) => results.push(item.Id));
    void items()
      .add({ Title: 'two' })
      .then((item: { Id: number }) => results.push(item.Id));
    void sp.web
      .select('Title')()
      .then((web) => results.push(web.Title));
    void items()
      .getById(1)
      .update({ Title: 'uno' })
      .then((answer) => results.push((answer as { etag: string }).etag));
    await execute();
    expect(results).toHaveLength(4);
    expect(results).toEqual(
      expect.arrayContaining([1, 2, 'Intranet', expect.stringMatching(/,2"$/)]),
    );
    expect(valuesOf(await office.ben.get(`${list}items?$select=Title`))).toEqual([
      { Title: 'uno' },
      { Title: 'two' },
    ]);
  });

  it('answers each operation on its own: one that fails takes nothing with it', async () => {
    const changes = ['{"Title":"good"}', '{"Nonsense":1}', '{"Title":"also good"}'].map(
      (body) =>
        `--changeset_1\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\nPOST ${office.api}${list}items HTTP/1.1\nContent-Type: application/json\nAccept: application/json\n\n${body}\n\n`,
    );
    const body = `--batch_1\nContent-Type: multipart/mixed; boundary="changeset_1"\n\n${changes.join('')}--changeset_1--\n\n--batch_1--\n`;
    const answer = await office.ben.post('$batch', body, {
      'Content-Type': 'multipart/mixed; boundary=batch_1',
    });
    expect(answer.headers.get('content-type')).toMatch(
      /^multipart\/mixed; boundary="batchresponse_/,
    );
    expect(statuses(answer)).toEqual([201, 400, 201]);
    const titles = valuesOf(await office.ben.get(`${list}items?$select=Title`)).map(
      (each) => each.Title,
    );
    expect(titles).toEqual(expect.arrayContaining(['good', 'also good']));
  });

  it('keeps the rights and the errors of single requests', async () => {
    const answer = await sendBatch([
      get('web?$select=Title'),
      get("web/lists/getByTitle('Nope')"),
      get(`${list}items(999)`),
    ]);
    expect(statuses(answer)).toEqual([200, 404, 404]);
    expect(answer.text).toContain('Item does not exist.');
  });

  it('runs up to a hundred operations and refuses more', async () => {
    const parts = Array.from({ length: 100 }, () => get('web?$select=Id'));
    expect(statuses(await sendBatch(parts))).toHaveLength(100);
    expect(errorOf(await sendBatch([...parts, get('web')])).status).toBe(400);
  });

  it('reaches other webs of the tenant', async () => {
    await office.ada.post('web/webs/add', {
      parameters: { Title: 'Sub', Url: 'sub', WebTemplate: 'STS' },
    });
    const answer = await sendBatch([
      `GET ${office.sharePoint.url}/sites/intranet/sub/_api/web?$select=Title HTTP/1.1\r\nAccept: application/json\r\n`,
    ]);
    expect(answer.text).toContain('"Title":"Sub"');
  });
});
