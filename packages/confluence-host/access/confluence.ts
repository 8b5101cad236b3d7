/** Confluence's REST API with the rights of the person who asks, and with errors of Kantine's own. */
import { asUser } from '@forge/api';
import type { Route } from '@forge/api';
import { Forbidden, Offline, repeating, Throttled } from '@kantine/core';
import type { PersonId, Wait } from '@kantine/core';
import { longestWaitSeconds } from '../sql/index.ts';
import { quotaEnd } from './quota.ts';
import type { Quota } from './quota.ts';
import type { Spending } from './spending.ts';

/** Where Confluence says that it is busy, but not for how long. */
const usualWaitSeconds = 5;

export interface RequestOptions {
  readonly method?: 'POST' | 'DELETE';
  readonly body?: object;
}

/** Who asks: a person of a site, with what is known of its quota. */
export interface Asker {
  /** Names the site among those that one process serves. */
  readonly cloudId: string;
  readonly person: PersonId;
  readonly wait: Wait;
  readonly now: () => number;
  readonly quota: Quota;
  /** Absent where nobody's points are limited. */
  readonly spending: Spending | undefined;
}

/**
 * Asks as the person, for whom things that they may not see do not exist. Every request has to be safe
 * to repeat. While the quota of the site is used up nothing is asked, nor for a person who used up their part.
 * @returns the answer, or nothing for none and for 403, 404 and 409.
 * @throws Forbidden, Offline, Throttled; what asks for the person's consent as it is
 */
export const askConfluence = <T>(
  asker: Asker,
  route: Route,
  ask: RequestOptions = {},
): Promise<T | undefined> =>
  repeating({ wait: asker.wait, longestWaitSeconds }, true, () => send<T>(asker, route, ask));

/** @throws Throttled while nothing should be asked */
function demandQuota({ cloudId, quota, now }: Asker): void {
  const until = quota.get(cloudId) ?? 0;
  const left = until - now();
  if (left > 0) throw new Throttled(Math.ceil(left / 1000));
  quota.delete(cloudId);
}

function refused({ cloudId, quota, now }: Asker, headers: Pick<Headers, 'get'>): Throttled {
  const until = quotaEnd(headers, now());
  if (until !== undefined) {
    quota.set(cloudId, until);
    return new Throttled(Math.ceil((until - now()) / 1000));
  }
  const seconds = Number(headers.get('retry-after') ?? '');
  return new Throttled(seconds > 0 ? seconds : usualWaitSeconds);
}

async function send<T>(
  asker: Asker,
  route: Route,
  { method, body }: RequestOptions,
): Promise<T | undefined> {
  demandQuota(asker);
  asker.spending?.demand(asker);
  let response;
  try {
    response = await asUser().requestConfluence(route, {
      method: method ?? 'GET',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch (error) {
    if (error instanceof TypeError) throw new Offline({ cause: error });
    throw error;
  }
  const { status } = response;
  if ([204, 403, 404, 409].includes(status)) return undefined;
  if (status === 401) throw new Forbidden('Confluence');
  if (status === 429) throw refused(asker, response.headers as Pick<Headers, 'get'>);
  if (status >= 500) throw new Offline();
  if (!response.ok) throw new Error(`Confluence answered ${status}: ${await response.text()}`);
  const answer = (await response.json()) as T;
  asker.spending?.note(asker, answer);
  return answer;
}

/**
 * Whether Forge wants the person's consent: it shows them the prompt only where this error leaves the
 * function as it is.
 */
export const wantsConsent = (error: unknown): boolean =>
  error instanceof Error &&
  /NEEDS_AUTHENTICATION|NeedsAuthentication/.test(`${error.name} ${error.message}`);
