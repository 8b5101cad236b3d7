/**
 * The one function that pages call. The runtime says who calls; the request is checked here before
 * anything runs, and the gate is asked on every call what the person may do.
 */
import { answer, Forbidden, toErrorMessage } from '@kantine/core';
import type { Change, Response } from '@kantine/core';
import { isConsentMissing } from '../access/index.ts';
import { announce } from '../changes/announce.ts';
import { confluenceHost } from '../host.ts';
import type { Caller } from '../host.ts';
import type { Instance } from '../instance.ts';
import { hostOperationIn } from './host-operations.ts';

/** What a Forge resolver is given, as far as it is trusted: the runtime fills in `accountId`. */
export interface ResolverRequest {
  readonly payload?: unknown;
  readonly context?: unknown;
}

export type DoorResponse = Response & {
  /** The changes that the call made, for a page that realtime does not reach. */
  readonly written?: readonly Change[];
};

interface Context {
  readonly accountId?: unknown;
  readonly siteUrl?: unknown;
  readonly extension?: { readonly space?: { readonly id?: unknown } };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What Forge writes in the place of an account id where nobody is signed in. */
const anonymous = 'unidentified';

/** @throws Forbidden where nobody is signed in. */
function callerOf(context: unknown): Caller {
  const { accountId, siteUrl, extension } = (context ?? {}) as Context;
  const person = textOf(accountId);
  if (person === undefined || person === anonymous) throw new Forbidden('Kantine');
  const space = extension?.space?.id;
  return {
    person,
    siteUrl: textOf(siteUrl),
    space: typeof space === 'number' ? String(space) : textOf(space),
  };
}

/**
 * Opens the door over what a running function keeps. Errors of Kantine's own are answered, Outdated
 * among them; that consent is missing is thrown as it is; others are logged, and thrown without their text.
 */
export function openDoor(instance: Instance) {
  return async ({ payload, context }: ResolverRequest): Promise<DoorResponse> => {
    try {
      const caller = callerOf(context);
      const host = confluenceHost(instance, caller);
      const run = hostOperationIn(payload);
      if (run) return { value: (await run({ instance, caller, host })) ?? null };
      const response = await answer(host, payload);
      // The ports have asked the gate before they did anything, and its answer is remembered. Strangers
      // may not run an operation that needed no port either.
      await host.gate.enter();
      await announce(instance, host.written, host.gate);
      return host.written.length === 0 ? response : { ...response, written: host.written };
    } catch (error) {
      if (isConsentMissing(error)) throw error;
      const message = toErrorMessage(error);
      if (message) return { error: message };
      // The text of an unexpected error is for the log of the app, not for the caller.
      console.error('Kantine: a call failed.', error);
      throw new Error('Kantine could not answer; the log of the app says why.', { cause: error });
    }
  };
}
