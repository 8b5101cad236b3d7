import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  errorOf,
  FieldKind,
  makeList,
  openOffice,
  valuesOf,
  type Office,
} from '../testing/office.ts';
import { USUAL } from './behaviours.ts';

const CLEO = [{ Key: 'i:0#.f|membership|cleo@contoso.test' }];

describe('answers that are not certain', () => {
  let office: Office;
  let made = 0;

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(() => office.sharePoint.behave(USUAL));
  afterAll(() => office.sharePoint.close());

  const keyed = async (rows: number): Promise<string> => {
    const title = `Keyed ${(made += 1)}`;
    const list = await makeList(office.ada, title, [
      { Title: 'Key', FieldTypeKind: FieldKind.Text, Indexed: true },
    ]);
    const all = Array.from({ length: rows }, (_, at) => ({
      Title: `Row ${at}`,
      Key: `k${String(at).padStart(5, '0')}`,
      Author: 'ada@contoso.test',
    }));
    office.sharePoint.bulkLoad({ site: '/sites/intranet', list: title }, all);
    return list;
  };
  const titles = async (path: string): Promise<unknown[]> =>
    valuesOf(await office.ben.get(path)).map((each) => each.Title);

  it('S-C2: sorting a large list by an indexed column works, or is throttled', async () => {
    const items = `${await keyed(5001)}items?$top=1&$select=Title`;
    expect(await titles(`${items}&$orderby=Key desc`)).toEqual(['Row 5000']);
    office.sharePoint.behave({ sortBeyondThreshold: 'throttled' });
    expect(errorOf(await office.ben.get(`${items}&$orderby=Key desc`)).code).toContain(
      '-2147024860',
    );
    expect(await titles(`${items}&$orderby=ID desc`)).toEqual(['Row 5000']);
    expect(await titles(`${items}&$orderby=Key desc&$filter=Key lt 'k00010'`)).toEqual(['Row 9']);
  });

  it('S-C2: a page token made by hand is taken, refused, or passed over', async () => {
    const items = `${await keyed(10)}items?$top=1&$select=Title&$orderby=Key`;
    const token = (id: number): string =>
      `${items}&$skiptoken=${encodeURIComponent(`Paged=TRUE&p_Key=k00004&p_ID=${id}`)}`;
    expect(await titles(token(99))).toEqual(['Row 5']);
    office.sharePoint.behave({ pageTokenWithColumn: 'refused' });
    expect((await office.ben.get(token(99))).status).toBe(400);
    expect(await titles(token(5))).toEqual(['Row 5']);
    office.sharePoint.behave({ pageTokenWithColumn: 'ignored' });
    expect(await titles(token(99))).toEqual(['Row 0']);
    expect(await titles(token(5))).toEqual(['Row 5']);
  });

  it('S-C2: tokens that the server made lead through a list in any case', async () => {
    const list = await keyed(5);
    office.sharePoint.behave({ pageTokenWithColumn: 'refused' });
    const seen: unknown[] = [];
    let next: string | undefined = `${list}items?$top=2&$select=Title&$orderby=Key`;
    while (next !== undefined) {
      const answer = await office.ben.get(next);
      seen.push(...valuesOf(answer).map((each) => each.Title));
      next = answer.json['odata.nextLink'] as string | undefined;
    }
    expect(seen).toEqual(['Row 0', 'Row 1', 'Row 2', 'Row 3', 'Row 4']);
  });

  it('S-C2: a contributor sets who wrote something, or not', async () => {
    const list = await makeList(office.ada, 'Stamps');
    await office.ben.post(`${list}items`, { Title: 'a' });
    const setAuthor = async (): Promise<unknown> => {
      const formValues = [{ FieldName: 'Author', FieldValue: JSON.stringify(CLEO) }];
      await office.ben.post(`${list}items(1)/validateupdatelistitem`, { formValues });
      const item = await office.ben.get(`${list}items(1)?$select=Author/Title&$expand=Author`);
      return (item.json.Author as { Title: string }).Title;
    };
    await office.ada.post('web/ensureuser', { logonName: CLEO[0]?.Key });
    expect(await setAuthor()).toBe('Ben Okri');
    office.sharePoint.behave({ stampsByContributor: 'works' });
    expect(await setAuthor()).toBe('Cleo Sand');
  });

  it('several titles in a filter of web/lists work, or are refused', async () => {
    const filter =
      "web/lists?$select=Title&$filter=(Title eq 'Documents') or (Title eq 'Site Pages')";
    expect((await titles(filter)).length).toBeGreaterThan(0);
    office.sharePoint.behave({ severalListTitles: 'refused' });
    expect((await office.ben.get(filter)).status).toBe(400);
    expect(await titles("web/lists?$select=Title&$filter=Title eq 'Documents'")).toEqual([
      'Documents',
    ]);
  });

  it('members are told whether a list has permissions of its own, or refused', async () => {
    const list = (await makeList(office.ada, 'Told')).slice(0, -1);
    const ask = `${list}?$select=HasUniqueRoleAssignments`;
    expect((await office.ben.get(ask)).json.HasUniqueRoleAssignments).toBe(false);
    office.sharePoint.behave({ uniqueRightsToMembers: 'refused' });
    expect((await office.ben.get(ask)).status).toBe(403);
    expect((await office.ada.get(ask)).status).toBe(200);
  });

  it('the Edit level lifts item-level security, or does not', async () => {
    const list = await makeList(office.ada, 'Own', [], { ReadSecurity: 2, WriteSecurity: 2 });
    await office.ada.post(`${list}items`, { Title: 'Ada’s' });
    expect(await titles(`${list}items`)).toEqual([]);
    office.sharePoint.behave({ itemSecurityLiftedBy: 'manageLists' });
    expect(await titles(`${list}items`)).toEqual(['Ada’s']);
    expect((await office.ben.merge(`${list}items(1)`, { Title: 'Ben’s' })).status).toBe(204);
  });

  it('attachments of items that somebody may not read are refused, or readable', async () => {
    const list = await makeList(office.ada, 'Hidden', [], { ReadSecurity: 2 });
    await office.ada.post(`${list}items`, { Title: 'a' });
    await office.ada.send('POST', `${list}items(1)/AttachmentFiles/add(FileName='a.txt')`, 'x', {
      'Content-Type': 'text/plain',
    });
    const url = `${office.sharePoint.url}/sites/intranet/Lists/Hidden/Attachments/1/a.txt`;
    const read = async (): Promise<number> =>
      (await fetch(url, { headers: office.ben.headers })).status;
    expect(await read()).toBe(404);
    office.sharePoint.behave({ attachmentsOfHiddenItems: 'readable' });
    expect(await read()).toBe(200);
    expect((await office.ben.get(`${list}items(1)/AttachmentFiles`)).status).toBe(404);
  });

  it('S-B1: a list to which somebody has no right is not there, or 403', async () => {
    const list = await makeList(office.ada, 'Closed');
    await office.ada.post(`${list}breakroleinheritance(false,true)`);
    const byAddress = "web/getList('%2Fsites%2Fintranet%2FLists%2FClosed')/items";
    expect((await office.ben.get(byAddress)).status).toBe(404);
    office.sharePoint.behave({ listWithoutRight: 'refused' });
    expect((await office.ben.get(byAddress)).status).toBe(403);
    expect((await office.ben.get(byAddress.replace('Closed', 'Nowhere'))).status).toBe(404);
  });

  it('the Date header is sent, or missing', async () => {
    expect((await office.ben.get('web')).headers.has('date')).toBe(true);
    office.sharePoint.behave({ dateHeader: 'missing' });
    expect((await office.ben.get('web')).headers.has('date')).toBe(false);
  });

  it('are chosen from outside through the emulator’s own door', async () => {
    const door = `${office.sharePoint.url}/_emulator/behaviours`;
    const body = JSON.stringify({ dateHeader: 'missing' });
    const answer = await fetch(door, { method: 'POST', body });
    expect(await answer.json()).toEqual({ ...USUAL, dateHeader: 'missing' });
    expect((await office.ben.get('web')).headers.has('date')).toBe(false);
  });
});
