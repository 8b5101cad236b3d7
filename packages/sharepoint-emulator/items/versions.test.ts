import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FieldKind, makeList, openOffice, valuesOf, type Office } from '../testing/office.ts';

describe('versions of an item', () => {
  let office: Office;
  let item: string;
  let made = 0;

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    const list = await makeList(office.ada, `Versioned ${(made += 1)}`, [
      { Title: 'Text', FieldTypeKind: FieldKind.Note },
    ]);
    await office.ben.post(`${list}items`, { Title: 'a', Text: 'first' });
    item = `${list}items(1)`;
    await office.ben.merge(item, { Text: 'second' });
    await office.ben.merge(item, { Text: 'third' });
  });
  afterAll(() => office.sharePoint.close());

  const texts = async (): Promise<unknown[]> =>
    valuesOf(await office.cleo.get(`${item}/versions`)).map((each) => each.Text);

  it('keep what stood there before, for every reader', async () => {
    expect(await texts()).toEqual(['third', 'second', 'first']);
  });

  it('can be deleted one by one or all, but for the current one', async () => {
    expect((await office.cleo.post(`${item}/versions/deleteall`)).status).toBe(403);
    await office.ben.post(`${item}/versions/deletebyid(vid=512)`);
    expect(await texts()).toEqual(['third', 'second']);
    expect((await office.ben.post(`${item}/versions/deletebyid(vid=1536)`)).status).toBe(400);
    await office.ben.post(`${item}/versions/deleteall`);
    expect(await texts()).toEqual(['third']);
  });

  it('come back as a new version', async () => {
    await office.ben.post(`${item}/versions/restorebylabel(versionlabel='1.0')`);
    expect((await office.ben.get(item)).json).toMatchObject({
      Text: 'first',
      OData__UIVersionString: '4.0',
    });
    expect(await texts()).toEqual(['first', 'third', 'second', 'first']);
  });
});

describe('a column of several lines', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.sharePoint.close());

  it('holds a long text whole, and the answer is as long as that', async () => {
    const list = await makeList(office.ada, 'Long', [
      { Title: 'Text', FieldTypeKind: FieldKind.Note },
    ]);
    const text = 'Größe “x”\n'.repeat(60_000);
    await office.ben.post(`${list}items`, { Title: 'a', Text: text });
    await office.ben.merge(`${list}items(1)`, { Text: `${text}.` });
    const answer = await office.ben.get(`${list}items?$select=Text`);
    expect(valuesOf(answer)).toEqual([{ Text: `${text}.` }]);
    const bytes = new TextEncoder().encode(answer.text).length;
    expect(answer.headers.get('content-length')).toBe(String(bytes));
    expect(bytes).toBeGreaterThan(600_000);
  });
});
