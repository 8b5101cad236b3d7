import { memoryServer } from '@kantine/core/memory-host';
import type { SharePointHost } from '@kantine/sharepoint-host';
import { describe, expect, it, vi } from 'vitest';
import { Offline } from '@kantine/core';
import { setUp } from './set-up.ts';
import { openSitePage } from './site-page.ts';

/** The reference host of a site that is set up, or not yet. */
function site(isSetUp: boolean, canSetUp = true): SharePointHost {
  let isReady = isSetUp;
  const server = memoryServer({
    people: [{ id: 'ada', name: 'Ada', active: true }],
    clock: { now: () => 0 },
    ids: { next: () => 'a-key-of-nobody-else' },
  });
  return {
    ...server.connect('ada'),
    setupState: async () =>
      isReady ? { kind: 'ready' } : { kind: 'missing', canSetUp, owners: ['Ada'] },
    provision: async () => void (isReady = true),
  };
}

const part = (): object => ({});

describe('the page that web parts share', () => {
  it('asks once whether the site is set up, however many web parts there are', async () => {
    const host = site(true);
    const asked = vi.spyOn(host, 'setupState');
    const page = openSitePage(host);
    expect(page.setup).toBeUndefined();
    const changes = [vi.fn(), vi.fn()];
    for (const changed of changes) page.join(part(), changed);
    await expect.poll(() => page.setup).toEqual({ kind: 'ready' });
    expect(asked).toHaveBeenCalledOnce();
    for (const changed of changes) expect(changed).toHaveBeenCalledOnce();
  });

  it('tells every web part when an owner has set it up', async () => {
    const page = openSitePage(site(false));
    const changed = vi.fn();
    page.join(part(), changed);
    await expect.poll(() => page.setup?.kind).toBe('missing');
    await setUp(page);
    expect(page.setup).toEqual({ kind: 'ready' });
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('leaves it to the widgets to say that a site does not answer', async () => {
    const page = openSitePage({ ...site(false), setupState: () => Promise.reject(new Offline()) });
    page.join(part(), () => undefined);
    await expect.poll(() => page.setup).toEqual({ kind: 'ready' });
  });

  it('lets one web part speak, and the next one when that is taken off the page', () => {
    const page = openSitePage(site(false));
    const [first, second] = [part(), part()];
    const leave = page.join(first, () => undefined);
    page.join(second, () => undefined);
    expect([page.isSpeaker(first), page.isSpeaker(second)]).toEqual([true, false]);
    leave();
    expect(page.isSpeaker(second)).toBe(true);
  });
});
