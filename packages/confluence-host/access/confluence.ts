/** Confluence's REST API with the rights of the person who asks, and with errors of Kantine's own. */
import { asUser } from '@forge/api';
import type { Route } from '@forge/api';
import { Forbidden, Offline, repeating, Throttled } from '@kantine/core';
import type { Wait } from '@kantine/core';
import { longestWaitSeconds } from '../sql/index.ts';

/** Where Confluence says that it is busy, but not for how long. */
const usualWaitSeconds = 5;

export interface Ask {
  readonly method?: 'POST' | 'DELETE';
  readonly body?: object;
}

/**
 * Asks as the person, for whom things that they may not see do not exist. Every request has to be safe
 * to repeat. @returns the answer, or nothing for none and for 403, 404 and 409.
 * @throws Forbidden, Offline, Throttled
 */
export const askConfluence = <T>(wait: Wait, route: Route, ask: Ask = {}): Promise<T | undefined> =>
  repeating({ wait, longestWaitSeconds }, true, () => send<T>(route, ask));

async function send<T>(route: Route, { method, body }: Ask): Promise<T | undefined> {
  let response;
  try {
    response = await asUser().requestConfluence(route, {
      method: method ?? 'GET',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch (error) {
    if (error instanceof TypeError) throw new Offline({ cause: error });
    // Among the others is the one that says that consent is missing, which has to reach the product.
    throw error;
  }
  const { status } = response;
  if ([204, 403, 404, 409].includes(status)) return undefined;
  if (status === 401) throw new Forbidden('Confluence');
  if (status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    throw new Throttled(seconds > 0 ? seconds : usualWaitSeconds);
  }
  if (status >= 500) throw new Offline();
  if (!response.ok) throw new Error(`Confluence answered ${status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Thrown on as it is, it makes the product ask the reader to allow the app to act for them. */
export const isConsentMissing = (error: unknown): boolean =>
  error instanceof Error && error.name === 'NEEDS_AUTHENTICATION_ERR';
