/** A request as plain data, so that it can be sent by itself or in a batch. */
import { isRefusal, unread } from './refusal.ts';

export interface RestRequest {
  readonly method: 'GET' | 'POST' | 'MERGE' | 'DELETE';
  /** Below `_api/`. */
  readonly path: string;
  readonly body?: unknown;
  /** The version that a MERGE or DELETE is based on. */
  readonly version?: string;
  /** How many characters a question reads of its answer before it gives it up; 300,000 unless it says so. */
  readonly most?: number;
  /** Without metadata, which is two thirds of an answer about rows: where nobody needs their versions. */
  readonly bare?: true;
}

/** How one request of a batch ended. */
export type Outcome =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error };

export const get = (path: string): RestRequest => ({ method: 'GET', path });
/** A question whose answer is read for its values alone. */
export const getBare = (path: string): RestRequest => ({ ...get(path), bare: true });
export const post = (path: string, body: unknown = {}): RestRequest => ({
  method: 'POST',
  path,
  body,
});
export const merge = (path: string, body: unknown, version = '*'): RestRequest => ({
  method: 'MERGE',
  path,
  body,
  version,
});

export const isUnread = (outcome: Outcome | undefined): boolean =>
  outcome?.ok === false && outcome.error === unread;

/** The answer of a request of a batch. @throws its error */
export function answerOf<T>(outcome: Outcome | undefined): T {
  if (!outcome) throw new RangeError('A batch answered fewer requests than it was asked.');
  if (!outcome.ok) throw outcome.error;
  return outcome.value as T;
}

/** The answer about something that may not be there. @throws any other error of its request */
export function answerIfThere<T>(outcome: Outcome | undefined): T | undefined {
  return outcome?.ok === false && isRefusal(outcome.error, 404) ? undefined : answerOf<T>(outcome);
}
