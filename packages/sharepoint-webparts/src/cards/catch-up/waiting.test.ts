import { createCommunity, Offline } from '@kantine/core';
import type { Host } from '@kantine/core';
import { memoryServer } from '@kantine/core/memory-host';
import { describe, expect, it } from 'vitest';
import { cardWords, readWaiting } from './waiting.ts';

const ready = { setupState: () => Promise.resolve({ kind: 'ready' as const }) };

function company(): (person: string) => Host {
  let keys = 0;
  const server = memoryServer({
    people: ['ada', 'bo'].map((id) => ({ id, name: id, active: true })),
    clock: { now: () => Date.UTC(2026, 10, 25) },
    ids: { next: () => `key-${String((keys += 1)).padStart(20, '0')}` },
  });
  return (person) => server.connect(person);
}

describe('the card', () => {
  it('counts what the widget on a page would show', async () => {
    const hostOf = company();
    const host = { ...hostOf('ada'), ...ready };
    const [ada, bo] = [createCommunity(host), createCommunity(hostOf('bo'))];
    const { id: group } = await ada.groups.create({ name: 'Lunch', purpose: '' });
    await ada.groups.join({ group });
    expect(await readWaiting(host)).toEqual({ lines: 0, isMore: false });
    const { id: post } = await ada.wall.post({ group, text: 'Soup?', key: ada.newKey() });
    await bo.wall.comment({ group, post, text: 'Yes', key: bo.newKey() });
    expect(await readWaiting(host)).toEqual({ lines: 1, isMore: false });
  });

  it('knows nothing of a site that is not set up, and of one that does not answer', async () => {
    const host = company()('ada');
    const missing = { kind: 'missing', canSetUp: false, owners: [] } as const;
    expect(
      await readWaiting({ ...host, setupState: () => Promise.resolve(missing) }),
    ).toBeUndefined();
    const silent = { setupState: () => Promise.reject(new Offline()) };
    expect(await readWaiting({ ...host, ...silent })).toBeUndefined();
  });

  it('says it in a few words, in the language of its reader', () => {
    const text = (waiting: Parameters<typeof cardWords>[0]) => cardWords(waiting, 'en').text;
    expect(text({ lines: 3, isMore: false })).toBe('3 for you');
    expect(text({ lines: 3, isMore: true })).toBe('3+ for you');
    expect(text({ lines: 0, isMore: false })).toBe('Nothing needs you. Nice.');
    expect(text(undefined)).toBe('See what your groups write.');
    expect(cardWords({ lines: 3, isMore: false }, 'nl')).toEqual({
      title: 'Voor jou',
      text: '3 voor jou',
      button: 'Bijlezen',
    });
  });
});
