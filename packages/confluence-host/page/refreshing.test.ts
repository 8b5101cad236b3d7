import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Offline, Throttled } from '@kantine/core';
import type { Change } from '@kantine/core';
import { refreshing } from './refreshing.ts';

const change: Change = { container: 'group:x', collection: 'posts' };

describe('F-A5: a page that asked again because of a change', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function page() {
    const told: Change[] = [];
    const behind: boolean[] = [];
    const refresh = refreshing({
      now: Date.now,
      random: () => 0,
      tell: (each) => void told.push(each),
      isBehind: (each) => void behind.push(each),
    });
    return { told, behind, refresh };
  }

  it('and was not answered asks three times more, and says in the end that it is behind', async () => {
    const { told, behind, refresh } = page();
    refresh.told(change);
    for (const delay of [5000, 15_000, 45_000]) {
      refresh.answered(new Offline());
      await vi.advanceTimersByTimeAsync(delay - 1);
      const before = told.length;
      await vi.advanceTimersByTimeAsync(1);
      expect(told.length).toBe(before + 1);
    }
    expect(behind).toEqual([]);
    refresh.answered(new Throttled(1));
    expect(behind).toEqual([true]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(told).toHaveLength(3);
  });

  it('asks no more once everything was answered, and is behind no longer', async () => {
    const { told, behind, refresh } = page();
    refresh.told(change);
    refresh.answered(undefined);
    refresh.answered(new Offline());
    await vi.advanceTimersByTimeAsync(5000);
    refresh.answered(undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([change]);
    expect(behind).toEqual([false]);
  });

  it('waits as long as it is asked to; the end of a quota is told by others', async () => {
    const { told, refresh } = page();
    refresh.told(change);
    refresh.answered(new Throttled(25));
    await vi.advanceTimersByTimeAsync(24_999);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual([change]);
    refresh.answered(new Throttled(2400));
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(told).toHaveLength(1);
  });

  it('leaves calls alone that have nothing to do with it', async () => {
    const { told, refresh } = page();
    refresh.answered(new Offline());
    refresh.told(change);
    await vi.advanceTimersByTimeAsync(4000);
    refresh.answered(new Offline());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);
  });
});
