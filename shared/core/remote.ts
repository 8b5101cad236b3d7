/** The community across a channel: a resolver, an HTTP server, a worker. */
import type { Community } from './community.ts';
import { domains } from './domains.ts';
import type { Domains } from './domains.ts';
import { forEarlier, fromEarlier } from './earlier-calls.ts';
import type { OperationRequest, SourceName } from './kernel/call.ts';
import type { Changes } from './kernel/changes.ts';
import { callOf } from './kernel/door.ts';
import { fromErrorMessage, isKantineError, Outdated, toErrorMessage } from './kernel/errors.ts';
import type { ErrorMessage, KantineError } from './kernel/errors.ts';
import { facadeOver } from './kernel/facade.ts';
import type { Host, Ids } from './kernel/ports.ts';

/** What comes back over the channel, as plain data. */
export type OperationResponse = ({ readonly value: unknown } | { readonly error: ErrorMessage }) & {
  /** What the answer depends on; absent for a command. */
  readonly reads?: readonly SourceName[];
};

/** A request as somebody sent it: nothing of it is certain. */
function requestIn(sent: unknown): OperationRequest {
  const { operation, input, origin } = (sent ?? {}) as Partial<
    Record<keyof OperationRequest, unknown>
  >;
  return fromEarlier({
    operation: String(operation),
    input: input ?? {},
    // It goes to everybody's pages: no more of it than an id has.
    origin: typeof origin === 'string' && /^[\w-]{8,40}$/.test(origin) ? origin : undefined,
  });
}

/**
 * Answers one request on the host's side. Our own errors travel; any other error is the caller's
 * to report, and is thrown.
 */
export async function answer(host: Host, sent: unknown): Promise<OperationResponse> {
  let reads: readonly SourceName[] = [];
  const told = (): Pick<OperationResponse, 'reads'> => (reads.length === 0 ? {} : { reads });
  try {
    const value = await callOf(host, domains)(requestIn(sent), (sources) => void (reads = sources));
    const { operation } = (sent ?? {}) as { readonly operation?: unknown };
    // JSON has no undefined; a command without an answer answers null.
    return { value: forEarlier(operation, value) ?? null, ...told() };
  } catch (error) {
    const message = toErrorMessage(error);
    if (message) return { error: message, ...told() };
    throw error;
  }
}

/** The page's side of the channel. */
export interface Channel {
  /** @throws Offline when no answer came. */
  send(request: OperationRequest): Promise<OperationResponse>;
  readonly changes: Changes;
  readonly ids: Ids;
  /** Names the community among those of one origin. */
  readonly site?: string;
}

/** A resolver of version 0.1 refuses the name of an operation that it does not know. */
function errorIn(message: ErrorMessage): KantineError {
  const error = fromErrorMessage(message);
  const isUnknown = isKantineError(error, 'Invalid') && error.data.field === 'operation';
  return isUnknown ? new Outdated('operation', { cause: error }) : error;
}

/** A community whose operations run on the other side of a channel. */
export const remoteCommunity = ({ send, changes, ids, site = '' }: Channel): Community =>
  facadeOver<Domains>({
    call: async (request, tell) => {
      const response = await send(request);
      tell(response.reads ?? []);
      if ('error' in response) throw errorIn(response.error);
      return response.value ?? undefined;
    },
    changes,
    ids,
    site,
  });
