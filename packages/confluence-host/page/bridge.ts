/** The functions of Forge's bridge that Kantine needs, with errors of Kantine's own. */
import { Offline, Throttled } from '@kantine/core';
import type { Request } from '@kantine/core';

/** The one function of the resolver. */
const resolverFunction = 'kantine';
/** The bridge lets a page call 500 times in 25 seconds. */
const window = 25;

export interface Bridge {
  /** @throws Offline, Throttled */
  call(request: Request): Promise<unknown>;
  /** @returns the function that ends it. */
  subscribeTo(
    channel: { readonly name: string; readonly token: string },
    told: (payload: unknown) => void,
  ): Promise<() => void>;
}

/** Loads the bridge on demand: it looks for its frame when it is loaded, and other pages have none. */
export async function openBridge(): Promise<Bridge> {
  const { invoke, realtime } = await import('@forge/bridge');
  return {
    async call({ operation, input, origin }) {
      try {
        return await invoke(resolverFunction, { operation, input, origin });
      } catch (error) {
        throw translate(error);
      }
    },
    async subscribeTo({ name, token }, told) {
      const subscription = await realtime.subscribeGlobal(
        name,
        (payload) => told(typeof payload === 'string' ? parse(payload) : payload),
        { token },
      );
      return () => void subscription.unsubscribe().catch(() => undefined);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A call without an answer may have happened: the page repeats only what is safe to repeat. */
function translate(error: unknown): unknown {
  const text = error instanceof Error ? error.message : String(error);
  if (/rate limit|too many requests/i.test(text)) return new Throttled(window, { cause: error });
  const isLost = error instanceof TypeError || /timed? ?out|network|failed to fetch/i.test(text);
  return isLost ? new Offline({ cause: error }) : error;
}
