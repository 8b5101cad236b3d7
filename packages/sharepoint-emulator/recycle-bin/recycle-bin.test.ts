import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  errorOf,
  FieldKind,
  makeList,
  openOffice,
  valuesOf,
  type Office,
} from '../testing/office.ts';

const BIN = 'web/recyclebin';

describe('the recycle bin', () => {
  let office: Office;
  let list: string;
  let made = 0;

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    list = await makeList(office.ada, `Bin ${(made += 1)}`, [
      { Title: 'Slot', FieldTypeKind: FieldKind.Text, Indexed: true, EnforceUniqueValues: true },
    ]);
    await office.ada.post(`${BIN}/deleteall`);
  });
  afterAll(() => office.sharePoint.close());

  const add = async (body: object): Promise<string> => {
    const { Id } = (await office.ben.post(`${list}items`, body)).json;
    return `${list}items(${Id as number})`;
  };
  const recycle = async (item: string): Promise<string> =>
    (await office.ben.post(`${item}/recycle`)).json.value as string;

  it('keeps what was recycled and nothing that was deleted', async () => {
    await office.ben.remove(await add({ Title: 'deleted' }));
    const id = await recycle(await add({ Title: 'recycled' }));
    expect(valuesOf(await office.ben.get(BIN))).toMatchObject([
      { Id: id, Title: 'recycled', ItemType: 3, ItemState: 1, DeletedByName: 'Ben Okri' },
    ]);
    expect(valuesOf(await office.ben.get(`${list}items`))).toEqual([]);
  });

  it('brings an item back as it was: number, author, dates, history and attachments', async () => {
    const item = await add({ Title: 'first' });
    await office.ben.merge(item, { Title: 'second' });
    await office.ben.send('POST', `${item}/AttachmentFiles/add(FileName='a.bin')`, 'bytes', {
      'Content-Type': 'application/octet-stream',
    });
    const before = (await office.ben.get(`${item}?$expand=AttachmentFiles`)).json;
    const id = await recycle(item);
    expect((await office.ben.post(`${BIN}('${id}')/restore`)).status).toBe(200);
    expect((await office.ben.get(`${item}?$expand=AttachmentFiles`)).json).toEqual(before);
    const content = await office.ben.get(`${item}/AttachmentFiles('a.bin')/$value`);
    expect(content.text).toBe('bytes');
    expect(valuesOf(await office.ben.get(`${item}/versions`)).length).toBeGreaterThan(1);
    expect((await office.ben.get(`${list.slice(0, -1)}?$select=ItemCount`)).json.ItemCount).toBe(1);
    expect(valuesOf(await office.ben.get(BIN))).toEqual([]);
  });

  it('does not bring back what would be a duplicate', async () => {
    const id = await recycle(await add({ Title: 'a', Slot: 'one' }));
    await add({ Title: 'b', Slot: 'one' });
    expect(errorOf(await office.ben.post(`${BIN}('${id}')/restore`)).status).toBe(400);
    expect(valuesOf(await office.ben.get(BIN))).toHaveLength(1);
  });

  it('shows people what they deleted themselves, and owners everything', async () => {
    const id = await recycle(await add({ Title: 'Ben’s' }));
    expect(valuesOf(await office.cleo.get(BIN))).toEqual([]);
    expect((await office.cleo.post(`${BIN}('${id}')/restore`)).status).toBe(404);
    expect(valuesOf(await office.ada.get(BIN))).toHaveLength(1);
    expect((await office.ben.get('site/recyclebin')).status).toBe(403);
    await office.ada.post(`${BIN}('${id}')/movetosecondstage`);
    expect(valuesOf(await office.ben.get(BIN))).toEqual([]);
    expect(valuesOf(await office.ada.get('site/recyclebin'))).toMatchObject([{ ItemState: 2 }]);
  });

  it('answers @pnp/sp', async () => {
    const id = await recycle(await add({ Title: 'pnp' }));
    const bin = office.pnp('ben@contoso.test').web.recycleBin;
    expect(await bin.getById(id)()).toMatchObject({ Title: 'pnp' });
    await bin.getById(id).delete();
    expect(await bin()).toEqual([]);
  });

  it('S-C1: is left with a change of its own', async () => {
    const item = await add({ Title: 'changed' });
    await office.ben.post(`${BIN}('${await recycle(item)}')/restore`);
    const changes = valuesOf(
      await office.ben.post(`${list}getchanges`, {
        query: { Add: true, DeleteObject: true, Restore: true },
      }),
    );
    expect(changes.map((each) => each.ChangeType)).toEqual([1, 3, 7]);
  });

  it('brings a list back with its items and its GUID, and not beside another one of its name', async () => {
    const path = list.slice(0, -1);
    const { Id, Title } = (await office.ada.get(`${path}?$select=Id,Title`)).json;
    await office.ada.post(`${list}items`, { Title: 'Kept' });
    const recycled = (await office.ada.post(`${list}recycle`)).json.value as string;
    expect((await office.ada.get(path)).status).toBe(404);
    expect((await office.ada.get(`web/lists(guid'${Id as string}')`)).status).toBe(404);
    await office.ada.post('web/lists', { Title, BaseTemplate: 100 });
    const restore = `web/recycleBin('${recycled}')/restore`;
    expect((await office.ada.post(restore)).status).toBe(400);
    await office.ada.post(`${list}deleteObject`);
    expect((await office.ada.post(restore)).status).toBe(200);
    expect((await office.ada.get(`${path}?$select=Id`)).json.Id).toBe(Id);
    const items = valuesOf(await office.ada.get(`${list}items?$select=Title`));
    expect(items).toMatchObject([{ Title: 'Kept' }]);
  });
});
