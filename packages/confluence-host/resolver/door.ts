/**
 * The one function that pages call. The runtime says who calls; the request is checked here before
 * anything runs, and the gate is asked on every call what the person may do.
 */
import { answer, Forbidden, Invalid, toErrorMessage } from '@kantine/core';
import { wantsConsent } from '../access/index.ts';
import { announce } from '../changes/announce.ts';
import { confluenceHost } from '../host.ts';
import type { Caller, ConfluenceHost } from '../host.ts';
import type { Instance } from '../instance.ts';
import { MadeUpCursor } from '../store/cursor.ts';
import { hostOperationIn } from './host-operations.ts';
import { pacedContainers, pacedStore } from './pace.ts';
import type { Pace } from './pace.ts';
import type { CommunityResponse, DoorResponse } from './response.ts';

export type { DoorResponse } from './response.ts';

/** What a Forge resolver is given, as far as it is trusted: the runtime fills in `accountId`. */
export interface ResolverRequest {
  readonly payload?: unknown;
  readonly context?: unknown;
}

interface Context {
  readonly accountId?: unknown;
  readonly cloudId?: unknown;
  readonly siteUrl?: unknown;
  readonly extension?: { readonly space?: { readonly id?: unknown } };
}

/** The same call; what is no name of an operation is the name of none. */
function namedCall(payload: unknown): object {
  const { operation, ...rest } = (payload ?? {}) as { readonly operation?: unknown };
  return { ...rest, operation: typeof operation === 'string' ? operation : '' };
}

/** Only a request that was written by hand has another cursor than one that a page was given. */
function refuseCursor(error: unknown): never {
  if (!(error instanceof MadeUpCursor)) throw error;
  throw new Invalid({ field: 'cursor', reason: 'malformed' }, error.message);
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What Forge writes in the place of an account id where nobody is signed in. */
const anonymous = 'unidentified';

/** @throws Forbidden where nobody is signed in. */
function callerOf(context: unknown, payload: unknown): Caller {
  const { accountId, cloudId, siteUrl, extension } = (context ?? {}) as Context;
  const person = textOf(accountId);
  if (person === undefined || person === anonymous) throw new Forbidden('Kantine');
  const space = extension?.space?.id;
  const { names } = (payload ?? {}) as { readonly names?: unknown };
  return {
    cloudId: textOf(cloudId) ?? '',
    person,
    isNamedByPage: names === 'page',
    siteUrl: textOf(siteUrl),
    space: typeof space === 'number' ? String(space) : textOf(space),
  };
}

const pacedPorts = (
  { store, containers, asker }: ConfluenceHost,
  pace: Pace,
): Pick<ConfluenceHost, 'store' | 'containers'> => ({
  store: pacedStore(store, pace, asker),
  containers: pacedContainers(containers, pace, asker),
});

/**
 * Opens the door over what a running function keeps. Errors of Kantine's own are answered, Outdated
 * among them; that consent is missing is thrown as it is; others are logged, and thrown without their text.
 */
export function openDoor(instance: Instance) {
  /** Answers one call of the community, with what is known of the caller's rights in this invocation. */
  async function answerOne(host: ConfluenceHost, payload: unknown): Promise<CommunityResponse> {
    const { pace, callPace } = instance;
    callPace?.demand(host.asker);
    const ports = pace ? { ...host, ...pacedPorts(host, pace) } : host;
    const response = await answer(ports, namedCall(payload)).catch(refuseCursor);
    // The ports have asked the gate before they did anything, and its answer is remembered. Strangers
    // may not run an operation that needed no port either.
    await host.gate.enter();
    const written = await announce(instance, host);
    return written.length === 0 ? response : { ...response, written };
  }

  async function respond(caller: Caller, payload: unknown): Promise<DoorResponse> {
    const host = confluenceHost(instance, caller);
    const run = hostOperationIn(payload);
    if (!run) return answerOne(host, payload);
    instance.callPace?.demand(host.asker);
    const value = await run({
      instance,
      caller,
      host,
      answer: (each) => answerOne(confluenceHost(instance, caller, host), each),
    });
    return { value: value ?? null };
  }

  /** What every answer tells a page beside what it asked for. */
  function told({ cloudId, person, siteUrl, isNamedByPage }: Caller): Partial<DoorResponse> {
    const pausedUntil = instance.pace?.pausedUntil({ cloudId, person });
    const until = instance.quota.get(cloudId) ?? 0;
    return {
      ...(pausedUntil === undefined ? {} : { pausedUntil }),
      ...(until > instance.now() ? { quotaUntil: until } : {}),
      ...(isNamedByPage === true && siteUrl !== undefined ? { siteUrl } : {}),
    };
  }

  return async ({ payload, context }: ResolverRequest): Promise<DoorResponse> => {
    let caller: Caller | undefined;
    try {
      caller = callerOf(context, payload);
      return { ...(await respond(caller, payload)), ...told(caller) };
    } catch (error) {
      // Forge asks the person for their consent only where its error arrives as it is.
      if (wantsConsent(error)) throw error;
      const message = toErrorMessage(error);
      if (message) return { error: message, ...(caller ? told(caller) : {}) };
      // The text of an unexpected error is for the log of the app, not for the caller.
      console.error('Kantine: a call failed.', error);
      throw new Error('Kantine could not answer; the log of the app says why.', { cause: error });
    }
  };
}
