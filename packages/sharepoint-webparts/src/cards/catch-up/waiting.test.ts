import { createCommunity, Offline } from '@kantine/core';
import type { Community } from '@kantine/core';
import { memoryServer } from '@kantine/core/memory-host';
import { describe, expect, it } from 'vitest';
import { cardWords, readWaiting } from './waiting.ts';

const ready = { setupState: () => Promise.resolve({ kind: 'ready' as const }) };

function company(): (person: string) => Community {
  let keys = 0;
  const server = memoryServer({
    people: ['ada', 'bo'].map((id) => ({ id, name: id, active: true })),
    clock: { now: () => Date.UTC(2026, 10, 25) },
    ids: { next: () => `key-${String((keys += 1)).padStart(20, '0')}` },
  });
  return (person) => createCommunity(server.connect(person));
}

describe('the card', () => {
  it('counts what the widget on a page would show', async () => {
    const pageOf = company();
    const [ada, bo] = [pageOf('ada'), pageOf('bo')];
    const { id: group } = await ada.groups.create({ name: 'Lunch', purpose: '' });
    await ada.groups.join({ group });
    expect(await readWaiting({ host: ready, community: ada })).toEqual({ lines: 0, isMore: false });
    const { id: post } = await ada.wall.post({ group, text: 'Soup?', key: ada.newKey() });
    await bo.wall.comment({ group, post, text: 'Yes', key: bo.newKey() });
    expect(await readWaiting({ host: ready, community: ada })).toEqual({ lines: 1, isMore: false });
  });

  it('knows nothing of a site that is not set up, and of one that does not answer', async () => {
    const community = company()('ada');
    const missing = { kind: 'missing', canSetUp: false, owners: [] } as const;
    const host = { setupState: () => Promise.resolve(missing) };
    expect(await readWaiting({ host, community })).toBeUndefined();
    const silent = { setupState: () => Promise.reject(new Offline()) };
    expect(await readWaiting({ host: silent, community })).toBeUndefined();
  });

  it('says it in a few words, in the language of its reader', () => {
    const text = (waiting: Parameters<typeof cardWords>[0]) =>
      cardWords(waiting, ({ en }) => en).text;
    expect(text({ lines: 3, isMore: false })).toBe('3 for you');
    expect(text({ lines: 3, isMore: true })).toBe('3+ for you');
    expect(text({ lines: 0, isMore: false })).toBe('Nothing needs you. Nice.');
    expect(text(undefined)).toBe('See what your groups write.');
    expect(cardWords({ lines: 3, isMore: false }, ({ nl }) => nl)).toEqual({
      title: 'Voor jou',
      text: '3 voor jou',
      button: 'Bijlezen',
    });
  });
});
