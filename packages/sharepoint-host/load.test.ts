/**
 * Twenty clients at once, over a server that is busy for one request in twenty and a network that loses
 * one answer in fifty: no write is lost, none is doubled. SOAK_SECONDS=180 makes it as long as a meeting.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCommunity } from '@kantine/core';
import { amountOf, chance, expectWritten, writeTogether } from '@kantine/host-contract';
import { startSharePoint } from '@kantine/sharepoint-emulator';
import type { SharePoint } from '@kantine/sharepoint-emulator';
import { sharePointHost } from './host.ts';

const seconds = Number(process.env.SOAK_SECONDS ?? 8);
const clients = 20;
const throttled = 0.05;
const dropped = 0.02;
const site = '/sites/intranet';

const logins = Array.from({ length: clients }, (_, number) => `person${number}@contoso.test`);
const owner = 'owner@contoso.test';

describe('twenty clients at once', () => {
  let sharePoint: SharePoint;
  let group: string;
  let isFaulty = false;
  let offset = 0;
  const now = (): number => Date.now() + offset;
  const seen = { requests: 0, throttled: 0, dropped: 0 };

  /** A browser: it signs in with a cookie, so that every write takes a form digest. */
  function browser(login: string) {
    const { cookie } = sharePoint.signIn(login);
    return async (url: string, init: RequestInit): Promise<Response> => {
      seen.requests += 1;
      if (isFaulty && chance(throttled)) {
        seen.throttled += 1;
        return new Response('Busy.', { status: 429, headers: { 'Retry-After': '0' } });
      }
      const headers = { ...(init.headers as Record<string, string>), Cookie: cookie };
      const response = await fetch(url, { ...init, headers });
      if (isFaulty && chance(dropped)) {
        seen.dropped += 1;
        throw new TypeError('The answer was lost.');
      }
      return response;
    };
  }

  const hostOf = (login: string) =>
    sharePointHost({ webUrl: `${sharePoint.url}${site}`, now, fetch: browser(login) });

  beforeAll(async () => {
    const people = [owner, ...logins].map((loginName) => ({ loginName, title: loginName }));
    sharePoint = await startSharePoint({
      tenant: {
        users: people,
        sites: [
          { url: site, title: 'Intranet', admins: [owner], owners: [owner], members: logins },
        ],
      },
      clock: () => new Date(now()),
    });
    const host = hostOf(owner);
    await host.provision();
    group = (await createCommunity(host).groups.create({ name: 'Everybody', purpose: '' })).id;
  });
  afterAll(() => sharePoint.close());

  it(
    'lose no write and double none, in spite of throttling, lost answers and expired digests',
    async () => {
      isFaulty = true;
      // Twice, every digest that a page holds runs out unnoticed.
      const expiry = setInterval(() => (offset += 31 * 60_000), (seconds * 1000) / 3);
      const pages = new Map(logins.map((login) => [login, createCommunity(hostOf(login))]));
      const written = await writeTogether({ group, pages, seconds, patience: 0 });
      clearInterval(expiry);
      isFaulty = false;

      await expectWritten(written, group, createCommunity(hostOf(owner)));
      expect(seen.throttled).toBeGreaterThan(0);
      expect(seen.dropped).toBeGreaterThan(0);
      console.log(
        `${amountOf(written)} in ${seen.requests} requests, of which ${seen.throttled} were throttled and ${seen.dropped} lost their answer.`,
      );
    },
    seconds * 4000 + 60_000,
  );
});
