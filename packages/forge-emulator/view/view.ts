import { sleep, type Clock } from '../clock/index.ts';
import { NotImplementedError, SetupError } from '../errors.ts';
import type { Faults } from '../faults/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { ViewModule } from '../manifest/index.ts';
import type { ChannelOptions, Realtime } from '../realtime/index.ts';
import type { Gateway } from '../gateway/index.ts';
import { InvocationFailure, type Runtime } from '../runtime/index.ts';
import type { ViewContext } from './context.ts';
import { InvokeRate } from './rate.ts';

export interface ViewNeeds {
  readonly runtime: Runtime;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly realtime: Realtime;
  readonly ledger: Ledger;
  readonly gateway: Gateway;
}

interface ProductRequest {
  readonly method?: string;
  readonly body?: string | null;
}

export type ViewChannel = ChannelOptions & { readonly isGlobal?: boolean };

/** One module of the app in one window, in front of one person. */
export class View {
  readonly context: ViewContext;
  readonly module: ViewModule;
  readonly #needs: ViewNeeds;
  readonly #rate: InvokeRate;

  constructor(module: ViewModule, context: ViewContext, needs: ViewNeeds) {
    this.module = module;
    this.context = context;
    this.#needs = needs;
    this.#rate = new InvokeRate(needs.clock);
  }

  /** Calls the module's resolver. The window decides who calls and from where, whatever is sent. */
  async invoke(functionKey: string, payload?: unknown): Promise<unknown> {
    this.#rate.count();
    const { accountId } = this.context;
    if (!this.#needs.ledger.invocations.admit(accountId)) {
      throw new InvocationFailure('FUNCTION_ERROR', 'Too many requests');
    }
    const { key, resolver } = this.module.module;
    if (resolver?.function === undefined) {
      throw new SetupError(`The module '${key}' has no resolver with a function.`);
    }
    return this.#withFaults(functionKey, () =>
      this.#needs.runtime.call({
        functionKey: resolver.function as string,
        payload: { call: { functionKey, payload }, context: this.context },
        moduleKey: key,
        accountId,
        context: this.context,
      }),
    );
  }

  /** What `requestConfluence` of the bridge asks: always as the person, never as the app. */
  async request(product: string, path: string, init: ProductRequest = {}): Promise<Response> {
    const { context, module } = this;
    const invocation = {
      accountId: context.accountId,
      moduleKey: module.module.key,
      isPage: true,
      context,
      runtime: {},
      fetch: () => Promise.reject(new NotImplementedError('a function in a page')),
    };
    const descriptor = { type: 'fpp', provider: 'user', remote: product };
    const { method = 'GET', body } = init;
    return this.#needs.gateway(invocation, descriptor, path, { method, ...(body ? { body } : {}) });
  }

  /** Listens to a channel of this window's place, or everywhere; the answer stops it. */
  subscribe(name: string, listener: (payload: unknown) => void, channel: ViewChannel = {}) {
    const options = { isGlobal: false, ...channel };
    return this.#needs.realtime.subscribe(name, options, this.context, listener);
  }

  publish(name: string, payload: unknown, channel: ViewChannel = {}) {
    const options = { isGlobal: false, ...channel };
    return this.#needs.realtime.publish(name, payload, options, this.context);
  }

  async #withFaults(functionKey: string, work: () => Promise<unknown>): Promise<unknown> {
    const fault = this.#needs.faults.take('invoke', functionKey);
    if (fault?.latency) await sleep(this.#needs.clock, fault.latency);
    if (fault?.kind === 'error') throw new InvocationFailure('FUNCTION_ERROR', 'Internal error');
    if (fault?.kind === 'rate-limit')
      throw new InvocationFailure('FUNCTION_ERROR', 'Too many requests');
    const result = await work();
    if (fault?.kind === 'lost-answer') throw new TypeError('Failed to fetch');
    return result;
  }
}
