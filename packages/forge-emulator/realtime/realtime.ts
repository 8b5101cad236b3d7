import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/index.ts';
import { NotImplementedError } from '../errors.ts';
import { bodyOf, json, type Service } from '../gateway/index.ts';
import type { RealtimeOperation, Operations } from '../ledger/index.ts';
import { addressOf, type RealtimeChannel } from './channel.ts';
import { Tokens } from './token.ts';

export type Listener = (payload: unknown) => void;

/** What a page passes to `realtime.subscribe` and `realtime.publish` besides the name. */
export interface ChannelOptions {
  readonly contextOverrides?: readonly string[];
  readonly token?: string;
}

interface GraphQL {
  readonly query: string;
  readonly variables: {
    readonly name?: string;
    readonly channelName?: string;
    readonly payload?: string;
    readonly context?: string;
    readonly isGlobal?: boolean;
    readonly token?: string;
    readonly claims?: unknown;
    readonly permissions?: readonly string[];
  };
}

type Context = Readonly<Record<string, unknown>> | undefined;

/** As `@forge/realtime` names it to functions. */
class TooMany extends Error {
  override readonly name = 'TooMany';

  constructor() {
    super('RATE_LIMIT_EXCEEDED');
  }
}

/** Channels between functions and the pages that are open. Nothing is kept for later. */
export class Realtime {
  readonly #clock: Clock;
  readonly #tokens: Tokens;
  readonly #operations: Operations;
  readonly #listeners = new Map<string, Set<Listener>>();

  constructor(clock: Clock, operations: Operations) {
    this.#clock = clock;
    this.#operations = operations;
    this.#tokens = new Tokens(clock);
  }

  subscribe(
    name: string,
    options: ChannelOptions & { readonly isGlobal: boolean },
    context: Context,
    listener: Listener,
  ): () => void {
    this.#admit('subscribe', name);
    const address = this.#address(name, options, context, 'subscribe');
    const listeners = this.#listeners.get(address) ?? new Set();
    this.#listeners.set(address, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  publish(
    name: string,
    payload: unknown,
    options: ChannelOptions & { readonly isGlobal: boolean },
    context: Context,
  ) {
    this.#admit('publish', name);
    const address = this.#address(name, options, context, 'publish');
    for (const listener of this.#listeners.get(address) ?? []) listener(payload);
    return { eventId: randomUUID(), eventTimestamp: this.#clock.now() };
  }

  /** The GraphQL endpoint that `@forge/realtime` calls from functions. */
  readonly service: Service = async (call) => {
    const { query, variables } = bodyOf<GraphQL>(call);
    try {
      if (query.startsWith('mutation publishRealtimeChannel')) {
        const publishRealtimeChannel = this.#publishFrom(variables, call.invocation.context);
        return json({ data: { ecosystem: { publishRealtimeChannel } } });
      }
      if (query.startsWith('mutation signRealtimeToken')) {
        return json({ data: { ecosystem: { signRealtimeToken: this.#sign(variables) } } });
      }
    } catch (error) {
      if (error instanceof TooMany) return json({ message: error.message }, 429);
      return json({ errors: [{ message: (error as Error).message }] });
    }
    throw new NotImplementedError(`@forge/realtime ${query.split('(')[0] ?? query}`);
  };

  /** Refused requests fail; apps have to try again by themselves. */
  #admit(operation: RealtimeOperation, channel: string): void {
    if (!this.#operations.admit(operation, channel)) throw new TooMany();
  }

  #publishFrom(variables: GraphQL['variables'], context: Context) {
    const { name = '', payload = 'null', isGlobal = false, token } = variables;
    const { contextOverrides } = JSON.parse(variables.context ?? '{}') as ChannelOptions;
    const options = {
      isGlobal,
      ...(contextOverrides ? { contextOverrides } : {}),
      ...(token === undefined ? {} : { token }),
    };
    return this.publish(name, JSON.parse(payload), options, context);
  }

  #sign({ channelName = '', claims, permissions }: GraphQL['variables']) {
    this.#admit('sign', channelName);
    const forgeRealtimeToken = this.#tokens.sign(channelName, claims, permissions);
    return { success: true, errors: [], forgeRealtimeToken };
  }

  #address(
    name: string,
    { token, ...options }: ChannelOptions & { readonly isGlobal: boolean },
    context: Context,
    permission: 'publish' | 'subscribe',
  ): string {
    const claims = token === undefined ? undefined : this.#tokens.verify(token, name, permission);
    const channel: RealtimeChannel = { name, ...options, claims };
    return addressOf(channel, context);
  }
}
