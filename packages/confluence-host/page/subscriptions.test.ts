import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSubscriptions } from './subscriptions.ts';

const channel = (name: string) => ({ name, token: `token of ${name}`, expires: 0 });

describe('the subscriptions of a page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A realtime service whose answers come when a test says so. */
  function service() {
    const asked: { name: string; yes(): void; no(): void; told(payload: unknown): void }[] = [];
    const ended: string[] = [];
    return {
      asked,
      ended,
      subscribeTo: ({ name }: { name: string }, told: (payload: unknown) => void) =>
        new Promise<() => void>((resolve, reject) => {
          asked.push({
            name,
            told,
            yes: () => resolve(() => void ended.push(name)),
            no: () => reject(new Error('RATE_LIMIT_EXCEEDED')),
          });
        }),
    };
  }

  it('F-A5: are tried again one by one, later every time', async () => {
    const { asked, subscribeTo } = service();
    const open = openSubscriptions({ subscribeTo, told: () => undefined, random: () => 0.5 });
    open.open([channel('a'), channel('b')]);
    asked[0]?.yes();
    asked[1]?.no();
    await vi.advanceTimersByTimeAsync(0);
    expect(open.isWhole()).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map(({ name }) => name)).toEqual(['a', 'b', 'b']);
    asked[2]?.no();
    await vi.advanceTimersByTimeAsync(1999);
    expect(asked).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(1);
    asked[3]?.yes();
    await vi.advanceTimersByTimeAsync(0);
    expect(open.isWhole()).toBe(true);
  });

  it('F-A5: one that comes after the end is ended, and touches no other', async () => {
    const { asked, ended, subscribeTo } = service();
    const told: unknown[] = [];
    const start = () =>
      openSubscriptions({ subscribeTo, told: (each) => told.push(each), random: () => 0 });
    const before = start();
    before.open([channel('a')]);
    before.end();
    const after = start();
    after.open([channel('a')]);
    asked[1]?.yes();
    await vi.advanceTimersByTimeAsync(0);
    asked[0]?.yes();
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toEqual(['a']);
    expect(after.isWhole()).toBe(true);
    asked[0]?.told('of the past');
    asked[1]?.told('of today');
    expect(told).toEqual(['of today']);
    after.end();
    expect(ended).toEqual(['a', 'a']);
  });

  it('F-A5: everything that was opened is ended, retries included', async () => {
    const { asked, ended, subscribeTo } = service();
    const open = openSubscriptions({ subscribeTo, told: () => undefined, random: () => 0 });
    open.open([channel('a'), channel('b')]);
    asked[0]?.yes();
    asked[1]?.no();
    await vi.advanceTimersByTimeAsync(0);
    open.end();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(ended).toEqual(['a']);
    expect(asked).toHaveLength(2);
  });

  it('a new token takes the place of the one before, which tells until then', async () => {
    const { asked, ended, subscribeTo } = service();
    const told: unknown[] = [];
    const open = openSubscriptions({
      subscribeTo,
      told: (each) => told.push(each),
      random: () => 0,
    });
    open.open([channel('a')]);
    asked[0]?.yes();
    await vi.advanceTimersByTimeAsync(0);
    open.open([channel('a')]);
    asked[0]?.told('by the old one');
    asked[1]?.yes();
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toEqual(['a']);
    expect(told).toEqual(['by the old one']);
    expect(open.isWhole()).toBe(true);
  });
});
