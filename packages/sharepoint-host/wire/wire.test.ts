import { describe, expect, it } from 'vitest';
import { communityContainer, rows } from '@kantine/core';
import { contractCollections, mark } from '@kantine/host-contract';
import { sharePointHost } from '../host.ts';
import type { SharePointOptions } from '../host.ts';
import type { SharePointHost } from '../host.ts';
import { eachInAnOrganisation } from '../testing/each.ts';
import { allCollections, site } from '../testing/organisation.ts';
import type { Organisation, Template } from '../testing/organisation.ts';
import { environmentOf } from './context.ts';
import { get } from './rest-request.ts';
import { openWire } from './wire.ts';

const { marks } = contractCollections;
const community = { container: communityContainer, order: 'ascending', limit: 9 } as const;
const onTop = rows(marks, { ...community, index: 'byShelf', eq: 'top' });

describe('requests', () => {
  let organisation: Organisation;
  let template: Template;
  let anna: SharePointHost;
  let faults: Organisation['sharePoint']['faults'];

  eachInAnOrganisation(async (opened, made) => {
    organisation = opened;
    template = made;
    ({ faults } = organisation.sharePoint);
    anna = organisation.hostOf('anna');
    await anna.identity.me();
  });

  const insert = (key = 'a') =>
    anna.store.insert(marks, communityContainer, key, mark({ shelf: 'top', mood: '' }));
  const stored = async (): Promise<number> => {
    faults.clear();
    return (await organisation.hostOf('ben').store.read([onTop]))[0].records.length;
  };
  const later = (retryAfter: number) => ({ status: 429, retryAfter });

  it('wait as long as the server asks, then succeed', async () => {
    faults.next({ match: /\$batch/, ...later(2) }, 2);
    const before = organisation.clock.now();
    await anna.store.read([onTop]);
    expect(organisation.clock.now() - before).toBeGreaterThanOrEqual(4_000);
    faults.next({ match: /POST .*\/items$/, inBatch: true, ...later(1) });
    expect((await insert()).inserted).toBe(true);
    expect(await stored()).toBe(1);
  });

  it('are Throttled where the wait is long or does not end, and have not happened', async () => {
    faults.next({ match: /\/items$/, inBatch: true, ...later(120) });
    const tooLong = { tag: 'Throttled', data: { retryAfterSeconds: 120 } };
    await expect(insert()).rejects.toMatchObject(tooLong);
    faults.always({ match: /\/items$/, inBatch: true, status: 503, retryAfter: 1 });
    await expect(insert()).rejects.toMatchObject({ tag: 'Throttled' });
    expect(await stored()).toBe(0);
  });

  it('of a batch wait one by one', async () => {
    faults.next({ match: /getItems|items/, inBatch: true, ...later(1) });
    await insert();
    const [page, other] = await anna.store.read([onTop, { ...onTop, eq: 'bottom' }]);
    expect([page.records.length, other.records.length]).toEqual([1, 0]);
  });

  it('without an answer are repeated where they only ask', async () => {
    faults.next({ match: /\$batch/, drop: 'before' });
    expect((await anna.store.read([onTop]))[0].records).toEqual([]);
    faults.next({ match: /\$batch/, drop: 'after' }, 2);
    await expect(anna.store.read([onTop])).rejects.toMatchObject({ tag: 'Offline' });
  });

  it('that write are never shown as done without an answer, and a repeat finds what was done', async () => {
    faults.next({ match: /\$batch/, drop: 'after' });
    await expect(insert()).rejects.toMatchObject({ tag: 'Offline' });
    expect(await insert()).toMatchObject({ inserted: false });
    expect(await stored()).toBe(1);
  });

  it('that failed in the server are errors, and keep their cause', async () => {
    faults.next({ match: /POST .*\/items$/, inBatch: true, status: 500 });
    const failure: unknown = await insert().catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'Refusal', status: 500 });
    expect((failure as Error).cause).toBeInstanceOf(Error);
    faults.next({ match: /POST .*\/items$/, inBatch: true, status: 502 });
    await expect(insert()).rejects.toMatchObject({ tag: 'Offline' });
  });

  it('by several widgets at one moment are one', async () => {
    const before = organisation.network.count();
    const widget = () => anna.containers.rights([communityContainer]);
    await Promise.all([widget(), widget(), widget()]);
    // The first batch of a page asks for a digest as well.
    expect(organisation.network.count() - before).toBe(2);
  });

  it('beyond a hundred in one batch are answered all the same', async () => {
    const wire = organisation.wireOf('anna');
    const questions = Array.from({ length: 230 }, () => get('web?$select=Title'));
    const outcomes = await wire.batch(questions);
    expect(outcomes).toHaveLength(230);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
  });

  describe('of a browser, which signs in with a cookie', () => {
    const cookieOf = (): string => {
      const token = template.tokens.anna.Authorization?.replace('Bearer ', '') ?? '';
      return `FedAuth=${token}`;
    };
    function browser(now: () => number, given: Partial<SharePointOptions> = {}) {
      const sent: string[] = [];
      const host = sharePointHost({
        webUrl: `${organisation.sharePoint.url}${site}/`,
        collections: allCollections,
        now,
        ...given,
        fetch: (url, init) => {
          sent.push(`${init.method ?? 'GET'} ${url.replace(/.*_api/, '')}`);
          const headers = { ...(init.headers as Record<string, string>), Cookie: cookieOf() };
          return fetch(url, { ...init, headers });
        },
      });
      const digests = () => sent.filter((line) => line.includes('contextinfo')).length;
      return { host, digests };
    }

    it('carry a digest, asked for once', async () => {
      const { host, digests } = browser(() => organisation.clock.now());
      await host.store.insert(marks, communityContainer, 'a', mark({ shelf: 'top', mood: '' }));
      await host.store.read([onTop]);
      await host.store.insert(marks, communityContainer, 'b', mark({ shelf: 'top', mood: '' }));
      expect(digests()).toBe(1);
      expect(await stored()).toBe(2);
    });

    it('use what came with the page, as long as it is good', async () => {
      const now = () => organisation.clock.now();
      const userId = Number(organisation.ids.anna);
      const stale = { value: '0xFF,01 Jan 2020 00:00:00 -0000', seconds: 1800 };
      const { host, digests } = browser(now, { userId, formDigest: stale });
      expect(await host.identity.me()).toBe(organisation.ids.anna);
      expect(digests()).toBe(0);
      await host.store.insert(marks, communityContainer, 'a', mark({ shelf: 'top', mood: '' }));
      expect(digests()).toBe(1);
      expect(await stored()).toBe(1);
    });

    it('renew a digest before it runs out, and one that ran out unnoticed', async () => {
      const { host, digests } = browser(() => organisation.clock.now());
      await host.store.read([onTop]);
      organisation.clock.advance(29.5 * 60_000);
      await host.store.insert(marks, communityContainer, 'a', mark({ shelf: 'top', mood: '' }));
      expect(digests()).toBe(2);
      const start = organisation.clock.now();
      const { host: asleep, digests: asked } = browser(() => start);
      await asleep.store.read([onTop]);
      organisation.clock.advance(31 * 60_000);
      await asleep.store.insert(marks, communityContainer, 'b', mark({ shelf: 'top', mood: '' }));
      expect(asked()).toBe(2);
      expect(await stored()).toBe(2);
    });
  });

  it('of nobody who is signed in are Forbidden', async () => {
    const webUrl = `${organisation.sharePoint.url}${site}`;
    const stranger = sharePointHost({ webUrl });
    await expect(stranger.identity.me()).rejects.toMatchObject({ tag: 'Forbidden' });
    await expect(stranger.store.read([onTop])).rejects.toMatchObject({ tag: 'Forbidden' });
    const gone = openWire(environmentOf({ webUrl: 'http://127.0.0.1:9' }));
    await expect(gone.send(get('web'))).rejects.toMatchObject({ tag: 'Offline' });
  });
});
