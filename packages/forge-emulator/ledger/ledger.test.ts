import { asApp, asUser, route, type Route } from '@forge/api';
import { publishGlobal, signRealtimeToken } from '@forge/realtime';
import { sql } from '@forge/sql';
import { describe, expect, it } from 'vitest';
import { openOffice, type Office } from '../testing/office.ts';

const fullHour = Date.UTC(2026, 0, 5, 10);

/** Asks Confluence from a function. */
const ask = ({ scenario }: Office, path: Route, as: 'user' | 'app' = 'user') =>
  scenario(async () => {
    const response = await (as === 'app' ? asApp() : asUser()).requestConfluence(path);
    const headers: Record<string, string> = {};
    response.headers.forEach((value, name) => (headers[name] = value));
    return { status: response.status, headers };
  }) as Promise<{ status: number; headers: Record<string, string> }>;

describe('F-A4: the points of an hour', () => {
  it.each([
    [route`/wiki/api/v2/spaces/200/operations`, 1],
    [route`/wiki/api/v2/spaces/200`, 2],
    [route`/wiki/api/v2/spaces`, 4],
    [route`/wiki/api/v2/spaces/200/permissions`, 1 + 2 * 3],
    [route`/wiki/rest/api/user/current`, 3],
    [route`/wiki/rest/api/user/bulk?accountId=ada&accountId=cy`, 5],
    [route`/wiki/api/v2/pages/1`, 2],
    [route`/wiki/api/v2/spaces/999`, 1],
  ] as const)('%s', async (path, points) => {
    const office = openOffice();
    await ask(office, path);
    expect(office.forge.ledger.points.used).toBe(points);
  });

  it('count the person or app that a function asks as, and are told with each answer', async () => {
    const office = openOffice();
    await ask(office, route`/wiki/api/v2/spaces/200`, 'app');
    const { headers } = await ask(office, route`/wiki/api/v2/spaces/200`);
    expect(headers).toMatchObject({
      'ratelimit-policy': '"global-app-quota";q=65000;w=3600',
      ratelimit: '"global-app-quota";r=64996;t=3600',
    });
    expect(headers).not.toHaveProperty('x-ratelimit-nearlimit');
  });

  it('end in 429 with the reason, until the full hour', async () => {
    const office = openOffice();
    const { forge, clock } = office;
    await clock.advance(20 * 60_000);
    forge.ledger.points.spend(64_999);
    const last = await ask(office, route`/wiki/api/v2/spaces/200`);
    expect(last).toMatchObject({ status: 200, headers: { 'x-ratelimit-nearlimit': 'true' } });
    expect(await ask(office, route`/wiki/api/v2/spaces/200`)).toMatchObject({
      status: 429,
      headers: {
        'retry-after': '2400',
        'ratelimit-reason': 'confluence-quota-global-based',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': new Date(fullHour).toISOString(),
      },
    });
    await clock.advance(40 * 60_000 - 1);
    expect(await ask(office, route`/wiki/api/v2/spaces/200`)).toMatchObject({ status: 429 });
    await clock.advance(1);
    expect(await ask(office, route`/wiki/api/v2/spaces/200`)).toMatchObject({ status: 200 });
  });

  it('may count each operation of a space, since the documentation does not say', async () => {
    const office = openOffice({ points: { eachOperation: 2 } });
    await ask(office, route`/wiki/api/v2/spaces/100/operations`);
    expect(office.forge.ledger.points.used).toBe(3);
  });
});

describe('F-A5: operations of realtime', () => {
  it('are 50 a second, subscribing, publishing and signing together', async () => {
    const { forge, scenario, clock } = openOffice();
    const view = forge.open({ as: 'cy', module: 'polls' });
    const listen = () => view.subscribe('polls', () => undefined, { isGlobal: true });
    for (let count = 0; count < 48; count += 1) listen();
    await scenario(() => publishGlobal('polls', 'one'));
    expect(await scenario(() => signRealtimeToken('polls', {}))).toHaveProperty('expiresAt');
    expect(listen).toThrow('RATE_LIMIT_EXCEEDED');
    const refused = { errors: [{ message: 'RATE_LIMIT_EXCEEDED', status: 429 }] };
    expect(await scenario(() => publishGlobal('polls', 'two'))).toMatchObject(refused);
    expect(await scenario(() => signRealtimeToken('polls', {}))).toMatchObject(refused);
    expect(forge.ledger.realtime.tally.mostWithin(1000)).toBe(50);
    await clock.advance(1000);
    expect(listen).not.toThrow();
  });

  it('are for those whose token was signed for them; without a list, for both', async () => {
    const { forge, scenario } = openOffice();
    const view = forge.open({ as: 'cy', module: 'polls' });
    const sign = async (...permissions: ('subscribe' | 'publish')[]) => {
      const [first, ...more] = permissions;
      const signed = await scenario<{ token: string | null }>(() =>
        signRealtimeToken('polls', {}, first && [first, ...more]),
      );
      return { token: String(signed.token), isGlobal: true };
    };
    const hears = (channel: object) => view.subscribe('polls', () => undefined, channel);
    const says = (channel: object) => view.publish('polls', 'x', channel);
    const onlyHears = await sign('subscribe');
    expect(() => hears(onlyHears)).not.toThrow();
    expect(() => says(onlyHears)).toThrow('MISSING_PERMISSION');
    const onlySays = await sign('publish');
    expect(() => says(onlySays)).not.toThrow();
    expect(() => hears(onlySays)).toThrow('MISSING_PERMISSION');
    const either = await sign();
    expect(() => [hears(either), says(either)]).not.toThrow();
  });
});

describe('F-B5: limits of an installation', () => {
  it('let a person call 1,200 times a minute, from however many pages', async () => {
    const { forge, clock } = openOffice();
    const pages = Array.from({ length: 4 }, () =>
      forge.open({ as: 'ben', module: 'board', content: '1' }),
    );
    for (const page of pages) {
      for (let count = 0; count < 300; count += 1) {
        await page.invoke('whoami');
        if (count === 149) await clock.advance(1000);
      }
    }
    await expect(pages[0]?.invoke('whoami')).rejects.toThrow('Too many requests');
    const other = forge.open({ as: 'cy', module: 'board', content: '1' });
    await expect(other.invoke('whoami')).resolves.toBeDefined();
    await clock.advance(60_000);
    await expect(pages[0]?.invoke('whoami')).resolves.toBeDefined();
    expect(forge.ledger.invocations.tally.total).toBe(1202);
  });

  it('let everybody together call 300 times a second', async () => {
    const { forge, clock } = openOffice();
    const page = forge.open({ as: 'ben', module: 'board', content: '1' });
    for (let count = 0; count < 300; count += 1) await page.invoke('whoami');
    const other = forge.open({ as: 'cy', module: 'board', content: '1' });
    await expect(other.invoke('whoami')).rejects.toThrow('Too many requests');
    await clock.advance(1000);
    await expect(other.invoke('whoami')).resolves.toBeDefined();
  });

  it('keep a ledger of statements, and end a query that needs more than 16 MiB', async () => {
    const { forge, scenario } = openOffice();
    await scenario(() => sql.executeRaw('SELECT 1'));
    expect(forge.ledger.statements.total).toBe(1);
    const much = scenario(async () => {
      try {
        await sql.executeRaw(`SELECT REPEAT('x', ${17 * 1024 * 1024}) AS x`);
        return 0;
      } catch (error) {
        return (error as { context: { debug: { errno: number } } }).context.debug.errno;
      }
    });
    expect(await much).toBe(8175);
  });
});
