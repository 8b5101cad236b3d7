/** What an answer means that is no success. Fetched with the first one. */
import { Offline, Throttled } from '@kantine/core';
import { mostRetrySeconds, Refusal } from './refusal.ts';

/** Used where an answer asks to come back without saying when. */
const defaultRetrySeconds = 10;

/** Retry-After is a number of seconds, or a date: RFC 9110, 10.2.3. */
function secondsToWait({ headers }: Response): number {
  const told = headers.get('retry-after') ?? '';
  const date = Date.parse(headers.get('date') ?? '');
  const seconds = /^[\d.]+$/.test(told) ? Number(told) : (Date.parse(told) - date) / 1000;
  const asked = Number.isNaN(seconds) ? defaultRetrySeconds : Math.ceil(seconds);
  return Math.min(Math.max(asked, 1), mostRetrySeconds);
}

interface ErrorBody {
  readonly 'odata.error'?: {
    readonly code?: string;
    readonly message?: { readonly value?: string };
  };
  readonly error?: { readonly code?: string; readonly message?: string };
}

/** @returns a core error where its meaning is plain, else a Refusal. */
export async function meaningOf(
  response: Response,
  status: number,
  cause: unknown,
): Promise<Error> {
  if (status === 429 || status === 503) return new Throttled(secondsToWait(response), { cause });
  // A gateway that fails says nothing about the request: it may or may not have happened.
  if (status >= 500 && status !== 500) return new Offline({ cause });
  const { code, message } = await reasonOf(response);
  return new Refusal(status, code, message, { cause });
}

async function reasonOf(response: Response): Promise<{ code: string; message: string }> {
  const text = await response
    .clone()
    .text()
    .catch(() => '');
  try {
    const body = JSON.parse(text) as ErrorBody;
    const code = (body['odata.error'] ?? body.error)?.code ?? '';
    const message = body['odata.error']?.message?.value ?? body.error?.message ?? text;
    return { code: code.split(',')[0] ?? '', message };
  } catch {
    return { code: '', message: text };
  }
}
