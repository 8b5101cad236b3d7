import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorOf, makeList, openOffice, type Office } from '../testing/office.ts';
import { profileCallLimit } from './limits.ts';

const PROFILE = 'SP.UserProfiles.PeopleManager/GetMyProperties';

describe('limits of a tenant', () => {
  let office: Office;
  let now = Date.UTC(2026, 10, 24, 14, 30);

  const open = async (limits: object): Promise<void> => {
    office = await openOffice({ clock: () => new Date(now), limits });
  };
  beforeEach(() => {
    now += 3_600_000;
  });
  afterEach(() => office.sharePoint.close());

  it('S-A4: a tenant has so many profile calls in five minutes, for everybody together', async () => {
    expect([500, 1000, 1001, 5000, 5001].map((licences) => profileCallLimit({ licences }))).toEqual(
      [3000, 3000, 6000, 6000, 15_000],
    );
    await open({ profileCalls: 2 });
    expect((await office.ben.get(PROFILE)).status).toBe(200);
    expect((await office.cleo.get(PROFILE)).status).toBe(200);
    now += 60_000;
    const refused = await office.ada.get(PROFILE);
    expect(errorOf(refused)).toMatchObject({ status: 429 });
    expect(refused.headers.get('retry-after')).toBe('240');
    expect((await office.ada.get('web')).status).toBe(200);
    now += 240_000;
    expect((await office.ada.get(PROFILE)).status).toBe(200);
  });

  it('S-A4: operations of a batch are calls of their own', async () => {
    await open({ profileCalls: 1 });
    const [sp, execute] = office.pnp('ben@contoso.test').batched();
    const seen: unknown[] = [];
    for (let call = 0; call < 2; call += 1) {
      sp.profiles.myProperties().then(
        () => seen.push('answered'),
        (error: unknown) => seen.push((error as { status: number }).status),
      );
    }
    await execute();
    expect(seen.sort()).toEqual([429, 'answered']);
  });

  it.each(['web', 'web/lists', 'web/currentuser', 'contextinfo', 'web/getchanges', '$batch'])(
    'S-B5: %s may be told to come back later, as everything',
    async (path) => {
      await open({});
      for (const status of [429, 503]) {
        office.sharePoint.faults.next({ status, retryAfter: 9 });
        const answer = await office.ben.send('POST', path);
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, '9']);
      }
    },
  );

  it('S-B5: refused requests count, and the ledger tells what each cost', async () => {
    await open({ resourceUnits: 3 });
    const { ledger } = office.sharePoint;
    await office.ben.get('web/lists?$select=Title');
    await office.ben.get('web/currentuser');
    expect(ledger).toMatchObject({ requests: 2, units: 3 });
    expect((await office.ben.get('web/currentuser')).status).toBe(429);
    expect(ledger).toMatchObject({ requests: 3, units: 4, unitsInWindow: 4 });
    expect(ledger.entries.map(({ units }) => units)).toEqual([2, 1, 1]);
    now += 300_000;
    expect((await office.ben.get('web/currentuser')).status).toBe(200);
  });

  it('S-B5: writes cost 2, permissions 5, a look for changes since a token 1', async () => {
    await open({});
    const list = await makeList(office.ada, 'Costly');
    const { ledger } = office.sharePoint;
    const cost = async (ask: () => Promise<unknown>): Promise<number> => {
      const before = ledger.units;
      await ask();
      return ledger.units - before;
    };
    expect(await cost(() => office.ben.post(`${list}items`, { Title: 'a' }))).toBe(2);
    expect(await cost(() => office.ben.get(`${list}items`))).toBe(2);
    expect(await cost(() => office.ben.get(`${list}items(1)`))).toBe(1);
    expect(await cost(() => office.ada.get(`${list}roleassignments`))).toBe(5);
    const query = { Add: true, ChangeTokenStart: { StringValue: '1;3;x;0;1' } };
    expect(await cost(() => office.ben.post(`${list}getchanges`, { query }))).toBe(1);
    const door = `${office.sharePoint.url}/_emulator/ledger`;
    expect(await (await fetch(door)).json()).toMatchObject({ units: ledger.units });
  });

  it('S-B5: operations of a batch are entered one by one', async () => {
    await open({});
    const [sp, execute] = office.pnp('ben@contoso.test').batched();
    const asked = [sp.web.currentUser(), sp.web.lists()];
    await execute();
    await Promise.all(asked);
    expect(office.sharePoint.ledger.units).toBe(3);
  });
});
