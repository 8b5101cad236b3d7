/** A tenant that is busy: S-B5, whatever it says about when to come back. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collections, communityContainer } from '@kantine/core';
import { openJournal } from '../changes/index.ts';
import { watch } from '../changes/watch.ts';
import { environmentOf } from './context.ts';
import { get } from './rest-request.ts';
import { openWire } from './wire.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 24, 14, 30);

const busy = (headers: Readonly<Record<string, string>>): Response =>
  new Response('Too many requests.', { status: 429, headers });

describe('a page that is told to come back later', () => {
  /** Asks once. @returns how often it asked, how long it waited each time, and what it told its reader */
  async function told(headers: Readonly<Record<string, string>>) {
    let sent = 0;
    const waited: number[] = [];
    const wire = openWire(
      environmentOf({
        webUrl: 'https://contoso.test/sites/intranet',
        now: () => start,
        fetch: () => {
          sent += 1;
          return Promise.resolve(busy(headers));
        },
        wait: (milliseconds) => Promise.resolve(void waited.push(milliseconds)),
      }),
    );
    const error: unknown = await wire.send(get('web')).catch((thrown: unknown) => thrown);
    return { sent, waited, error, pause: wire.busyUntil() - start };
  }
  const later = (seconds: number) => ({ tag: 'Throttled', data: { retryAfterSeconds: seconds } });

  it('S-B5: in 0 seconds waits a moment, and gives up after three tries', async () => {
    const { sent, waited, error } = await told({ 'Retry-After': '0' });
    expect({ sent, waited }).toEqual({ sent: 3, waited: [1_000, 1_000] });
    expect(error).toMatchObject(later(1));
  });

  it('S-B5: at a date comes back then', async () => {
    const headers = {
      Date: new Date(start + 9 * minute).toUTCString(),
      'Retry-After': new Date(start + 11 * minute).toUTCString(),
    };
    const { sent, error, pause } = await told(headers);
    expect(sent).toBe(1);
    expect(error).toMatchObject(later(120));
    expect(pause).toBe(2 * minute);
  });

  it.each(['99999999999', '9'.repeat(400), 'Fri, 01 Jan 2999 00:00:00 GMT'])(
    'S-B5: in %s does not keep silent for ever',
    async (far) => {
      const Date = 'Tue, 24 Nov 2026 14:30:00 GMT';
      const { sent, error, pause } = await told({ Date, 'Retry-After': far });
      expect(sent).toBe(1);
      expect(error).toMatchObject(later(3_600));
      expect(pause).toBe(60 * minute);
    },
  );

  it.each<Record<string, string>>([{}, { 'Retry-After': '' }, { 'Retry-After': 'soon' }])(
    'S-B5: without a time that can be read (%o) waits ten seconds',
    async (headers) => {
      const { sent, error } = await told(headers);
      expect(sent).toBe(1);
      expect(error).toMatchObject(later(10));
    },
  );
});

describe('a page that is watched while a tenant is busy', () => {
  let now: () => number;
  let sent: number[];
  let headers: Record<string, string>;
  let listen: (isListening: boolean) => void;

  beforeEach(() => {
    vi.useFakeTimers({ now: start });
    sent = [];
    let off = 0;
    now = () => Date.now() + off;
    setBack = () => void (off = -26 * 60 * minute);
    const environment = environmentOf({
      webUrl: 'https://contoso.test/sites/intranet',
      now,
      fetch: () => {
        sent.push(Date.now());
        return Promise.resolve(busy(headers));
      },
    });
    const journal = openJournal(now);
    journal.reads({
      list: 'KantinePosts',
      collection: collections.posts,
      container: communityContainer,
    });
    watch(
      {
        environment,
        wire: openWire(environment),
        journal,
        announce: () => undefined,
        listening: (told) => void (listen = told),
      },
      { visibility: { isVisible: () => true, subscribe: () => undefined } },
    );
  });
  let setBack: () => void;
  afterEach(() => void vi.useRealTimers());

  const gaps = (): readonly number[] => sent.slice(1).map((at, i) => at - (sent[i] ?? 0));

  it.each([1, 4, 30, 120])(
    'S-B5: asks no sooner than after %i seconds, for minutes, and does not give up',
    async (seconds) => {
      headers = { 'Retry-After': `${seconds}` };
      listen(true);
      await vi.advanceTimersByTimeAsync(20 * minute);
      expect(Math.min(...gaps())).toBeGreaterThanOrEqual(seconds * 1_000);
      expect(sent.length).toBeGreaterThan(5);
      expect(sent.length).toBeLessThanOrEqual(3 * 24);
    },
  );

  it('S-B5: has no timer left when nobody listens any more', async () => {
    headers = { 'Retry-After': '30' };
    listen(true);
    await vi.advanceTimersByTimeAsync(3 * minute);
    listen(false);
    const before = sent.length;
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(sent).toHaveLength(before);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('S-B5: asks again though the clock of its computer was set back meanwhile', async () => {
    headers = { 'Retry-After': '30' };
    listen(true);
    await vi.advanceTimersByTimeAsync(10_000);
    setBack();
    const before = sent.length;
    await vi.advanceTimersByTimeAsync(5 * minute);
    expect(sent.length).toBeGreaterThan(before);
  });
});
