/**
 * The one function that pages call. Who calls is what the runtime says; what they ask for is checked
 * here before anything runs, and whether they may is asked of the gate on every call.
 */
import { answer, Forbidden, toErrorMessage } from '@kantine/core';
import type { Change, Response } from '@kantine/core';
import { announce } from '../changes/announce.ts';
import { confluenceHost } from '../host.ts';
import type { Caller } from '../host.ts';
import type { Instance } from '../instance.ts';
import { hostOperation } from './host-operations.ts';

/** What a Forge resolver is given, as far as it is trusted: the runtime fills in `accountId`. */
export interface ResolverRequest {
  readonly payload?: unknown;
  readonly context?: unknown;
}

export type DoorResponse = Response & {
  /** What the call wrote, for a page that realtime does not reach. */
  readonly written?: readonly Change[];
};

interface Context {
  readonly accountId?: unknown;
  readonly siteUrl?: unknown;
  readonly extension?: { readonly space?: { readonly id?: unknown } };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** @throws Forbidden where nobody is signed in. */
function callerOf(context: unknown): Caller {
  const { accountId, siteUrl, extension } = (context ?? {}) as Context;
  const person = textOf(accountId);
  if (person === undefined) throw new Forbidden('Kantine');
  const space = extension?.space?.id;
  return {
    person,
    siteUrl: textOf(siteUrl),
    space: typeof space === 'number' ? String(space) : textOf(space),
  };
}

/**
 * Opens the door over what a running function keeps. Errors that are not Kantine's own are logged, and
 * thrown without what they say.
 */
export function openDoor(instance: Instance) {
  return async ({ payload, context }: ResolverRequest): Promise<DoorResponse> => {
    try {
      const caller = callerOf(context);
      const host = confluenceHost(instance, caller);
      const own = hostOperation(payload, instance, caller, host);
      if (own) return { value: (await own()) ?? null };
      const response = await answer(host, payload);
      // The ports have asked the gate before they did anything, and it remembers; an operation that
      // needed none of them is not for strangers either.
      await host.gate.enter();
      await announce(instance, host.written, host.gate);
      return host.written.length === 0 ? response : { ...response, written: host.written };
    } catch (error) {
      const message = toErrorMessage(error);
      if (message) return { error: message };
      // What went wrong inside is for the log of the app, not for whoever called.
      console.error('Kantine: a call failed.', error);
      throw new Error('Kantine could not answer; the log of the app says why.', { cause: error });
    }
  };
}
