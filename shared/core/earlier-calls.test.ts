import { describe, expect, it } from 'vitest';
import { answer } from './remote.ts';
import { organisation } from './testing/organisation.ts';
import calls from './testing/recorded/calls-0.1.json' with { type: 'json' };

interface RecordedCall {
  readonly by: string;
  readonly request: { readonly operation: string; readonly input?: unknown };
  readonly response: {
    readonly value?: unknown;
    readonly error?: { readonly tag: string; readonly data: unknown };
  };
}

/** What pages of version 0.1 sent, in its order, and what they were answered. */
const recorded: readonly RecordedCall[] = calls;

/**
 * AUDIENCE-7: the memory host named some of those who may read what is open. Nobody is named to an earlier page
 * either any more; it shows the others by their number.
 */
const isListOfReaders = (name: string): boolean => name === 'firstNames';

/** Views may grow; what they had they keep. */
const keeps = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(keeps)
    : typeof value === 'object' && value !== null
      ? (expect.objectContaining(
          Object.fromEntries(
            Object.entries(value).map(([name, part]) => [
              name,
              isListOfReaders(name) ? (expect.any(Array) as unknown) : keeps(part),
            ]),
          ),
        ) as unknown)
      : value;

/** The number in an id of the memory host, which numbers what it keeps. */
const numberIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? /^(?:closed:)?(\d{16})$/.exec(value)?.[1] : undefined;

/** What was numbered then has another number where today's community keeps more rows. */
class Numbers {
  readonly #now = new Map<string, string>();

  learn(then: unknown, now: unknown): void {
    const [old, fresh] = [numberIn(then), numberIn(now)];
    if (old && fresh) this.#now.set(old, this.#now.get(old) ?? fresh);
    if (typeof then !== 'object' || typeof now !== 'object' || !then || !now) return;
    for (const [name, part] of Object.entries(then)) {
      this.learn(part, (now as Record<string, unknown>)[name]);
    }
  }

  asNow<Value>(value: Value): Value {
    const text = JSON.stringify(value).replace(/\d{16}/g, (id) => this.#now.get(id) ?? id);
    return JSON.parse(text) as Value;
  }
}

describe('a page of version 0.1', () => {
  it('is answered by today’s community as it was then', async () => {
    const company = organisation();
    const numbers = new Numbers();
    for (const { by, request, response } of recorded) {
      const answered = JSON.parse(
        JSON.stringify(await answer(company.host(by), numbers.asNow(request))),
      ) as object;
      const { error } = response;
      // The text of an error names today's operation; pages go by its tag and data.
      const expected = error ? { error: { tag: error.tag, data: error.data } } : response;
      numbers.learn(expected, answered);
      expect(answered, request.operation).toEqual(keeps(numbers.asNow(expected)));
    }
  });

  it('called each of its thirty operations in the recording', () => {
    expect(new Set(recorded.map(({ request }) => request.operation)).size).toBe(30);
  });
});
