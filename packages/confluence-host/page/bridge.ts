/** The functions of Forge's bridge that Kantine needs, with errors of Kantine's own. */
import { Offline, Throttled } from '@kantine/core';

/** The one function of the resolver. */
const resolverFunction = 'kantine';
/** The bridge lets a page call 500 times in 25 seconds. */
const window = 25;
/** Under this name the frames of the app on one page talk to each other. */
const event = 'kantine';

export interface Bridge {
  /** Calls the resolver. @throws Offline, Throttled */
  call(payload: object): Promise<unknown>;
  /**
   * Subscribes to a channel of realtime. @returns the function that ends it.
   * @throws where realtime refuses, since there are too many operations or the token is not good.
   */
  subscribeTo(
    channel: { readonly name: string; readonly token: string },
    told: (payload: unknown) => void,
  ): Promise<() => void>;
  /** Tells something on a channel. @returns whether realtime took it. */
  publishTo(
    channel: { readonly name: string; readonly token: string },
    payload: object,
  ): Promise<boolean>;
  /** Asks Confluence as the reader, which costs the app no points. @returns nothing where there is no answer. */
  ask(path: string): Promise<unknown>;
  /** Tells the other frames of the app on this page. */
  emit(message: object): void;
  /** Hears what the frames of the app on this page tell, this one perhaps included. */
  onMessage(told: (message: unknown) => void): void;
}

/** Loads the bridge on demand: it looks for its frame when it is loaded, and other pages have none. */
export async function openBridge(): Promise<Bridge> {
  const { events, invoke, realtime, requestConfluence } = await import('@forge/bridge');
  return {
    async call(payload) {
      try {
        return await invoke(resolverFunction, payload as Record<string, unknown>);
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
    publishTo: ({ name, token }, payload) =>
      realtime.publishGlobal(name, JSON.stringify(payload), { token }).then(
        (answer: unknown) => !hasErrors(answer),
        () => false,
      ),
    async ask(path) {
      try {
        const response = await requestConfluence(path, { headers: { Accept: 'application/json' } });
        return response.ok ? ((await response.json()) as unknown) : undefined;
      } catch {
        return undefined;
      }
    },
    emit: (message) => void events.emit(event, message).catch(() => undefined),
    onMessage: (told) => void events.on(event, told).catch(() => undefined),
  };
}

const hasErrors = (answer: unknown): boolean =>
  ((answer ?? {}) as { readonly errors?: unknown }).errors !== undefined;

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
