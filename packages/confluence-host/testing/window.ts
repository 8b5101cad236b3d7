/** Windows of people on pages with the app, in which the real bridge runs. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { View } from '@kantine/forge-emulator';
import { openConfluence } from '../page/index.ts';
import type { Confluence, ConfluenceOptions } from '../page/index.ts';
import type { Organisation } from './organisation.ts';

interface Call {
  readonly functionKey?: string;
  readonly payload?: unknown;
  readonly channelName?: string;
  readonly onEvent?: (payload: unknown) => void;
  readonly options?: { readonly token?: string };
  readonly isGlobal?: boolean;
}

export interface Window extends Confluence {
  /** The calls of the bridge so far. */
  calls(): readonly string[];
  /** How many channels are open. */
  channels(): number;
}

interface Running {
  readonly view: View;
  readonly calls: string[];
  channels: number;
}

/** The bridge knows one window, the one that it was loaded in; here it is the one that runs. */
const running = new AsyncLocalStorage<Running>();

async function callBridge(method: string, call: Call = {}): Promise<unknown> {
  const window = running.getStore();
  if (!window) throw new Error('No window is running.');
  window.calls.push(method);
  if (method === 'invoke') return window.view.invoke(call.functionKey ?? '', call.payload);
  if (method !== 'subscribeRealtimeChannel') throw new RangeError(`The window has no ${method}.`);
  const { channelName = '', onEvent = () => undefined, isGlobal = false } = call;
  const token = call.options?.token;
  const channel = { isGlobal, ...(token === undefined ? {} : { token }) };
  const end = window.view.subscribe(channelName, onEvent, channel);
  window.channels += 1;
  return {
    unsubscribe: async () => {
      window.channels -= 1;
      end();
    },
  };
}

Object.assign(globalThis, { __bridge: { callBridge } });

/** The same object, all of whose functions run in this window, those of its parts included. */
function inWindow<Functions extends object>(window: Running, functions: Functions): Functions {
  return new Proxy(functions, {
    get(target, name): unknown {
      const member: unknown = Reflect.get(target, name);
      if (typeof member === 'object' && member !== null) return inWindow(window, member);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]): unknown => {
        const result = running.run(window, () =>
          (member as (...all: readonly unknown[]) => unknown)(...args),
        );
        // The community that tells its sources runs in this window too.
        return name === 'observed' ? inWindow(window, result as object) : result;
      };
    },
  });
}

const alwaysVisible = { isVisible: () => true, subscribe: () => () => undefined };

export async function windowOf(
  organisation: Organisation,
  page: Parameters<Organisation['open']>[0],
  options: ConfluenceOptions = {},
): Promise<Window> {
  const window: Running = { view: organisation.open(page), calls: [], channels: 0 };
  const { community, settings } = await running.run(window, () =>
    openConfluence({ visibility: alwaysVisible, ...options }),
  );
  return {
    community: inWindow(window, community),
    settings: inWindow(window, settings),
    calls: () => window.calls,
    channels: () => window.channels,
  };
}
