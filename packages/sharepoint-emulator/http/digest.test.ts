import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf, openOffice, personWith, type Office, type Person } from '../testing/office.ts';

describe('form digests', () => {
  let office: Office;
  let now = new Date('2026-11-23T09:00:00Z');
  let withCookie: Person;
  const list = { Title: 'Digests', BaseTemplate: 100 };
  const digestOf = async (person: Person): Promise<string> =>
    String((await person.post('contextinfo')).json.FormDigestValue);

  beforeAll(async () => {
    office = await openOffice({ clock: () => now });
    withCookie = personWith(office.api, {
      Cookie: office.sharePoint.signIn('ada@contoso.test').cookie,
    });
  });
  afterAll(() => office.sharePoint.close());

  it('come from contextinfo, name their time and last 30 minutes', async () => {
    const { json } = await withCookie.post('contextinfo');
    expect(json.FormDigestValue).toMatch(/^0x[0-9A-F]{128},23 Nov 2026 09:00:00 -0000$/);
    expect(json.FormDigestTimeoutSeconds).toBe(1800);
    expect(json.WebFullUrl).toBe(`${office.sharePoint.url}/sites/intranet`);
  });

  it('are demanded of everything but reading when a cookie carries the person', async () => {
    const answer = await withCookie.post('web/lists', list);
    expect(errorOf(answer)).toMatchObject({
      status: 403,
      code: '-2130575251, Microsoft.SharePoint.SPException',
    });
    expect((await withCookie.get('web')).status).toBe(200);
  });

  it('are refused from another person', async () => {
    const theirs = await digestOf(office.ben);
    const answer = await withCookie.post('web/lists', list, { 'X-RequestDigest': theirs });
    expect(errorOf(answer).code).toBe('-2130575251, Microsoft.SharePoint.SPException');
  });

  it('open the door while they are fresh and close it after half an hour', async () => {
    const digest = await digestOf(withCookie);
    now = new Date('2026-11-23T09:29:59Z');
    expect((await withCookie.post('web/lists', list, { 'X-RequestDigest': digest })).status).toBe(
      201,
    );
    now = new Date('2026-11-23T09:30:01Z');
    const late = await withCookie.post('web/lists', list, { 'X-RequestDigest': digest });
    expect(errorOf(late)).toMatchObject({
      status: 403,
      code: '-2130575252, Microsoft.SharePoint.SPException',
    });
  });

  it('are not asked of an access token', async () => {
    expect((await office.ada.post('web/lists', { ...list, Title: 'By token' })).status).toBe(201);
  });

  it('wrap in GetContextWebInformation in verbose JSON', async () => {
    const { json } = await withCookie.post('contextinfo', undefined, {
      Accept: 'application/json;odata=verbose',
    });
    expect(json).toHaveProperty('d.GetContextWebInformation.FormDigestValue');
  });

  it('do not let anybody in who has not signed in', async () => {
    const nobody = personWith(office.api, {});
    expect((await nobody.get('web')).status).toBe(401);
    const forger = personWith(office.api, { Authorization: 'Bearer made-up' });
    expect((await forger.get('web')).status).toBe(401);
  });
});
