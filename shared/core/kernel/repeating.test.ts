import { describe, expect, it } from 'vitest';
import { Forbidden, Offline, Throttled } from './errors.ts';
import { repeating } from './repeating.ts';
import type { Patience } from './repeating.ts';

/** Somebody is waiting. */
const aPerson = { longestWaitSeconds: 5 };

/** Fails with these errors in turn, and then answers. */
function host(errors: readonly Error[], patience: Omit<Patience, 'wait'> = aPerson) {
  const waited: number[] = [];
  let asked = 0;
  const wait = (milliseconds: number): Promise<void> => {
    waited.push(milliseconds);
    return Promise.resolve();
  };
  const ask = (isQuestion: boolean): Promise<string> =>
    repeating({ wait, ...patience }, isQuestion, () => {
      const error = errors[asked++];
      return error ? Promise.reject(error) : Promise.resolve('answer');
    });
  return { ask, waited, asked: () => asked };
}

const throttled = (seconds: number): Throttled => new Throttled(seconds);
const offline = (): Offline => new Offline();

describe('repeating a request', () => {
  it('waits as long as a throttling host asks, for questions and for writes', async () => {
    for (const isQuestion of [true, false]) {
      const { ask, waited } = host([throttled(1), throttled(3)]);
      expect(await ask(isQuestion)).toBe('answer');
      expect(waited).toEqual([1000, 3000]);
    }
  });

  it('tells the person instead of waiting for long, or for a third time', async () => {
    await expect(host([throttled(6)]).ask(true)).rejects.toMatchObject({ tag: 'Throttled' });
    const { ask, asked } = host([throttled(1), throttled(1), throttled(1)]);
    await expect(ask(true)).rejects.toMatchObject({ tag: 'Throttled' });
    expect(asked()).toBe(3);
  });

  it('waits more often, and for longer, for what may take minutes', async () => {
    const patience = { longestWaitSeconds: 120, mostThrottled: 3 };
    const { ask, waited } = host([throttled(60), throttled(60), throttled(60)], patience);
    expect(await ask(false)).toBe('answer');
    expect(waited).toEqual([60_000, 60_000, 60_000]);
  });

  it('asks a question once more when no answer came', async () => {
    expect(await host([offline()]).ask(true)).toBe('answer');
    await expect(host([offline(), offline()]).ask(true)).rejects.toMatchObject({ tag: 'Offline' });
  });

  it('never repeats a write whose answer was lost: it may have happened', async () => {
    const { ask, asked } = host([offline()]);
    await expect(ask(false)).rejects.toMatchObject({ tag: 'Offline' });
    expect(asked()).toBe(1);
  });

  it('takes any other refusal as the answer', async () => {
    const { ask, asked } = host([new Forbidden('this group')]);
    await expect(ask(true)).rejects.toMatchObject({ tag: 'Forbidden' });
    expect(asked()).toBe(1);
  });
});
