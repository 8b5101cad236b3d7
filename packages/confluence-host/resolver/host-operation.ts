/** What an operation of the host itself is given. */
import type { StrictInput } from '@kantine/core';
import type { InferOutput } from 'valibot';
import type { Caller, ConfluenceHost } from '../host.ts';
import type { Instance } from '../instance.ts';
import type { CommunityResponse } from './response.ts';

/** A call: who calls, and what the host knows. */
export interface HostCall {
  readonly instance: Instance;
  readonly caller: Caller;
  readonly host: ConfluenceHost;
  /** Answers a call of the community with the rights of this call. @throws what is not Kantine's own */
  readonly answer: (payload: unknown) => Promise<CommunityResponse>;
}

/** What a page can ask of the host itself, beside the operations of the community. */
export interface HostOperation<Schema extends StrictInput = StrictInput> {
  readonly input: Schema;
  run(call: HostCall, input: InferOutput<Schema>): Promise<unknown>;
}

/** Declares an operation, whose input has the type of its schema. */
export const hostOperation = <Schema extends StrictInput>(
  declaration: HostOperation<Schema>,
): HostOperation<Schema> => declaration;
