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

describe('a page of version 0.1', () => {
  it('is answered by today’s community as it was then', async () => {
    const company = organisation();
    for (const { by, request, response } of recorded) {
      const answered = JSON.parse(
        JSON.stringify(await answer(company.host(by), request)),
      ) as object;
      const { error } = response;
      // The text of an error names today's operation; pages go by its tag and data.
      const expected = error ? { error: { tag: error.tag, data: error.data } } : response;
      expect(answered, request.operation).toEqual(keeps(expected));
    }
  });

  it('called each of its thirty operations in the recording', () => {
    expect(new Set(recorded.map(({ request }) => request.operation)).size).toBe(30);
  });
});
