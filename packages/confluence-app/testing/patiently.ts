/** Calls of the resolver as a page makes them that is told to wait. */
import { setTimeout } from 'node:timers/promises';

interface Answer {
  readonly error?: { readonly tag: string; readonly data: { readonly retryAfterSeconds?: number } };
}

/** Repeats a call that came too soon after others, so that its answer says something of the call. */
export async function patiently(call: () => Promise<unknown>): Promise<unknown> {
  const response = await call();
  const { error } = response as Answer;
  if (error?.tag !== 'Throttled') return response;
  await setTimeout((error.data.retryAfterSeconds ?? 1) * 1000);
  return patiently(call);
}
