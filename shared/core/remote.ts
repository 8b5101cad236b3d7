/** The facade across a channel: a resolver, an HTTP server, a worker. */
import { callHost, operationsOver } from './community.ts';
import type { Community } from './community.ts';
import { fromErrorMessage, Invalid, toErrorMessage } from './errors.ts';
import type { ErrorMessage } from './errors.ts';
import { isOperationName } from './operation-names.ts';
import type { Changes, Host, Ids } from './ports.ts';

/** What goes over the channel, as plain data. */
export interface Request {
  readonly operation: string;
  readonly input: unknown;
}

export type Response = { readonly value: unknown } | { readonly error: ErrorMessage };

/**
 * Answers one request on the host's side. Our own errors travel; any other error is the caller's
 * to report, and is thrown.
 */
export async function answer(host: Host, request: unknown): Promise<Response> {
  try {
    const { operation, input } = (request ?? {}) as Partial<Request>;
    if (typeof operation !== 'string' || !isOperationName(operation)) {
      const actual = String(operation);
      const data = { field: 'operation', reason: 'unknown-value', actual } as const;
      throw new Invalid(data, `There is no operation «${actual}».`);
    }
    // JSON has no undefined; a command without an answer answers null.
    return { value: (await callHost(host)(operation, input)) ?? null };
  } catch (error) {
    const message = toErrorMessage(error);
    if (message) return { error: message };
    throw error;
  }
}

/** The page's side of the channel. */
export interface Channel {
  /** @throws Offline when no answer came. */
  send(request: Request): Promise<Response>;
  readonly changes: Changes;
  readonly ids: Ids;
}

/** A community whose operations run on the other side of a channel. */
export function remoteCommunity({ send, changes, ids }: Channel): Community {
  return {
    ...operationsOver(async (operation, input) => {
      const response = await send({ operation, input });
      if ('error' in response) throw fromErrorMessage(response.error);
      return response.value ?? undefined;
    }),
    subscribe: (listener) => changes.subscribe(listener),
    newKey: () => ids.next(),
  };
}
