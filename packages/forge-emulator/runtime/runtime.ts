import type { Clock } from '../clock/index.ts';
import { InvocationFailure } from './failure.ts';
import type { ForgeFunction, Functions } from './functions.ts';
import { createRequest, createRuntime, type Installation } from './installation.ts';
import { runIn, type Descriptor, type Invocation, type ServiceRequest } from './invocation.ts';

/** A resolver and a product event have 25 seconds; nothing in the manifest changes that. */
const FOREGROUND_SECONDS = 25;
/** Consumers and schedules have 55 seconds, and up to 900 with `timeoutSeconds`. */
const BACKGROUND_SECONDS = { usual: 55, most: 900 };

interface Call {
  readonly functionKey: string;
  readonly payload: unknown;
  readonly moduleKey: string;
  readonly accountId?: string | undefined;
  readonly context?: Readonly<Record<string, unknown>> | undefined;
  readonly background?: boolean;
}

interface RuntimeDependencies {
  readonly functions: Functions;
  readonly installation: Installation;
  readonly clock: Clock;
  readonly services: (
    invocation: Invocation,
    descriptor: Descriptor,
    path: string,
    request: ServiceRequest,
  ) => Promise<Response>;
}

/** Runs an app's functions the way Forge does: one at a time limit, cut off from everything else. */
export class Runtime {
  readonly #needs: RuntimeDependencies;

  constructor(needs: RuntimeDependencies) {
    this.#needs = needs;
  }

  async call(call: Call): Promise<unknown> {
    const { clock, functions, installation } = this.#needs;
    const target = await functions.load(call.functionKey);
    const limit = limitOf(target, call.background ?? false) * 1000;
    const freezer = new Freezer();
    const invocation = this.#invocation(call, clock.now() + limit, freezer);
    const request = createRequest(installation, call.accountId);
    let cancel: () => void = () => undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      cancel = clock.after(limit, () => reject(timedOut(limit)));
    });
    try {
      const run = runIn(invocation, async () => target.run(overTheWire(call.payload), request));
      return overTheWire(await Promise.race([run, timeout]));
    } catch (error) {
      throw asFailure(error);
    } finally {
      cancel();
      freezer.freeze();
    }
  }

  #invocation(call: Call, deadline: number, freezer: Freezer): Invocation {
    const { installation, clock, services } = this.#needs;
    const { accountId, moduleKey, context } = call;
    const invocation: Invocation = {
      accountId,
      moduleKey,
      context,
      runtime: createRuntime({ installation, accountId, moduleKey, clock, deadline }),
      fetch: (descriptor, path, request) =>
        freezer.pass(() => services(invocation, descriptor, path, request)),
    };
    return invocation;
  }
}

/** Lambda freezes a function that has answered or run out of time: what it still wanted, waits. */
class Freezer {
  #frozen = false;

  freeze(): void {
    this.#frozen = true;
  }

  async pass<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.#frozen) return new Promise<never>(() => undefined);
    return call();
  }
}

function limitOf({ timeoutSeconds }: ForgeFunction, background: boolean): number {
  if (!background) return FOREGROUND_SECONDS;
  return Math.min(timeoutSeconds ?? BACKGROUND_SECONDS.usual, BACKGROUND_SECONDS.most);
}

function timedOut(limit: number): InvocationFailure {
  return new InvocationFailure('FUNCTION_TIME_OUT', `Task timed out after ${limit / 1000} seconds`);
}

function asFailure(error: unknown): InvocationFailure {
  if (error instanceof InvocationFailure) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new InvocationFailure('FUNCTION_ERROR', reason, { cause: error });
}

/** Arguments and results travel as JSON: no functions, no dates, no `undefined`. */
function overTheWire(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
