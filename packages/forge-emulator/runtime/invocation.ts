import { AsyncLocalStorage } from 'node:async_hooks';
import { NotImplementedError } from '../errors.ts';

/** Which service a package of Atlassian's calls, and as whom. */
export interface Descriptor {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string;
}

/** What Atlassian's packages pass along; the body is always text where it is understood. */
export interface ServiceRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One run of a function: who asked for it, where, and the way out to the services. */
export interface Invocation {
  /** The person behind a click. Nobody stands behind a queue or a schedule. */
  readonly accountId: string | undefined;
  readonly moduleKey: string;
  /** A page that asks by itself over the bridge, without a function. */
  readonly isPage?: boolean;
  /** The page's own description of itself, signed by the product; none in the background. */
  readonly context: Readonly<Record<string, unknown>> | undefined;
  /** Read by the packages as `global.__forge_runtime__`. */
  readonly runtime: object;
  fetch(descriptor: Descriptor, path: string, request: ServiceRequest): Promise<Response>;
}

const running = new AsyncLocalStorage<Invocation>();

interface ForgeGlobals {
  __forge_fetch__?: (d: Descriptor, path: string, request?: ServiceRequest) => Promise<Response>;
}

let closed = false;

/**
 * Puts in place the two globals that Atlassian's packages look for. They belong to whatever
 * invocation is running, so that several apps and people share a process without mixing.
 */
export function installGlobals(): void {
  // Once for all sites: a test may have put something in front of them since.
  if (closed) return;
  closeTheWayOut();
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => running.getStore()?.runtime,
  });
  (globalThis as ForgeGlobals).__forge_fetch__ = async (descriptor, path, request = {}) => {
    const invocation = running.getStore();
    if (!invocation) {
      throw new Error(`Forge runtime not found: ${descriptor.type} ${path} outside of a function.`);
    }
    return invocation.fetch(descriptor, path, request);
  };
}

/**
 * Functions reach the outside through Forge's proxy alone, and only what the manifest lists. There
 * is no proxy here, and the machine's own network must not stand in for it. A module that loaded
 * `@forge/api` before holds the fetch of that time.
 */
function closeTheWayOut(): void {
  closed = true;
  const outside = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (!running.getStore()) return outside(input, init);
    const url = input instanceof Request ? input.url : String(input);
    throw new NotImplementedError(`fetch ${url}`);
  };
}

export function runIn<Result>(invocation: Invocation, run: () => Result): Result {
  return running.run(invocation, run);
}
