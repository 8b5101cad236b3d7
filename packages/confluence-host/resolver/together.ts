/**
 * Several calls of one page in one invocation: its macros stand in frames of their own, and ask at the
 * same time. They share what is known of the reader's rights; each has an answer of its own.
 */
import { toErrorMessage } from '@kantine/core';
import type { SourceName } from '@kantine/core';
import * as v from 'valibot';
import { wantsConsent } from '../access/index.ts';
import { hear } from '../changes/listen.ts';
import type { Listening } from '../changes/listen.ts';
import { hostOperation } from './host-operation.ts';
import type { HostCall } from './host-operation.ts';
import { containerNames } from './listen.ts';
import type { CommunityResponse } from './response.ts';

const mostCalls = 12;

/** An answer, or `failed` for one that only the log of the app can explain. */
export type TogetherAnswer = CommunityResponse | { readonly failed: true };

export interface Together {
  readonly answers: readonly TogetherAnswer[];
  /** The channels that tell of what the answers depend on, where the page asked for them. */
  readonly listening?: Listening;
}

async function answerTo({ answer }: HostCall, payload: unknown): Promise<TogetherAnswer> {
  try {
    return await answer(payload);
  } catch (error) {
    if (wantsConsent(error)) throw error;
    const message = toErrorMessage(error);
    if (message) return { error: message };
    console.error('Kantine: a call failed.', error);
    return { failed: true };
  }
}

const containersOf = (answers: readonly TogetherAnswer[]): readonly string[] => {
  const reads = answers.flatMap((each): readonly SourceName[] =>
    'reads' in each ? (each.reads ?? []) : [],
  );
  return [...new Set(reads.map(([, container]) => container))];
};

export const togetherOperation = hostOperation({
  input: v.strictObject({
    calls: v.pipe(v.array(v.looseObject({})), v.minLength(1), v.maxLength(mostCalls)),
    /** Present where the page wants to hear of changes: the containers that it hears of already. */
    heard: v.optional(containerNames),
  }),
  async run(call, { calls, heard }): Promise<Together> {
    const answers = await Promise.all(calls.map((payload) => answerTo(call, payload)));
    const shown = containersOf(answers).filter((container) => heard?.includes(container) === false);
    if (shown.length === 0) return { answers };
    // Where nothing can be heard, what was asked for is answered all the same.
    const listening = await hear(call.instance, call.host, shown).catch(() => undefined);
    return { answers, ...(listening ? { listening } : {}) };
  },
});
