/** Windows of people on pages with the app, in which the real bridge runs. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { View } from '@kantine/forge-emulator';
import { openBridge } from '../page/bridge.ts';
import { openConfluence } from '../page/index.ts';
import type { Confluence, ConfluenceOptions } from '../page/index.ts';
import type { Organisation } from './organisation.ts';

interface Call {
  readonly functionKey?: string;
  readonly payload?: unknown;
  readonly channelName?: string;
  readonly eventPayload?: unknown;
  readonly onEvent?: (payload: unknown) => void;
  readonly options?: { readonly token?: string };
  readonly isGlobal?: boolean;
  readonly product?: string;
  readonly restPath?: string;
  readonly fetchRequestInit?: { readonly method?: string; readonly body?: string | null };
  readonly event?: string;
  readonly callback?: (payload: unknown) => void;
}

/** What the frames of one page of the product share. */
export type PageAround = Map<string, Set<(payload: unknown) => void>>;

export interface Window extends Confluence {
  /** Who looks at it. */
  readonly person: string;
  /** The calls of the bridge so far that leave the page. */
  calls(): readonly string[];
  /** How many channels are open. */
  channels(): number;
}

interface Running {
  readonly view: View;
  readonly around: PageAround;
  readonly calls: string[];
  channels: number;
}

/** The bridge knows one window, the one that it was loaded in; here it is the one that runs. */
const running = new AsyncLocalStorage<Running>();

async function fetchProduct({ view }: Running, call: Call): Promise<unknown> {
  const { product = '', restPath = '', fetchRequestInit } = call;
  const response = await view.request(product, restPath, fetchRequestInit);
  return {
    body: await response.text(),
    headers: {},
    status: response.status,
    statusText: response.statusText,
    isAttachment: false,
  };
}

function publishRealtime({ view }: Running, call: Call): unknown {
  const { channelName = '', eventPayload, isGlobal = false, options } = call;
  return view.publish(channelName, eventPayload, { isGlobal, ...options });
}

function listenAround(window: Running, { event = '', callback }: Call): unknown {
  const listeners = window.around.get(event) ?? new Set();
  // A listener runs in the window that listens.
  const told = (payload: unknown): void => running.run(window, () => callback?.(payload));
  window.around.set(event, listeners.add(told));
  return { unsubscribe: () => void listeners.delete(told) };
}

function emitAround({ around }: Running, { event = '', payload }: Call): true {
  const content: unknown = JSON.parse(JSON.stringify(payload));
  for (const told of around.get(event) ?? []) queueMicrotask(() => told(content));
  return true;
}

/** The bridge builds requests without an address, which a browser completes with that of the page. */
const { Request: NodeRequest } = globalThis;
Object.assign(globalThis, {
  Request: class extends NodeRequest {
    constructor(input: RequestInfo, init?: RequestInit) {
      super(input === '' ? 'https://page.invalid/' : input, init);
    }
  },
});

async function callBridge(method: string, call: Call = {}): Promise<unknown> {
  const window = running.getStore();
  if (!window) throw new Error('No window is running.');
  window.calls.push(method);
  if (method === 'invoke') return window.view.invoke(call.functionKey ?? '', call.payload);
  if (method === 'publishRealtimeChannel') return publishRealtime(window, call);
  if (method === 'fetchProduct') return fetchProduct(window, call);
  if (method === 'on') return listenAround(window, call);
  if (method === 'emit') return emitAround(window, call);
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
  around: PageAround = new Map(),
): Promise<Window> {
  const window: Running = { view: organisation.open(page), around, calls: [], channels: 0 };
  const { community, settings, onStanding, catchUp, openCheck } = await running.run(window, () =>
    openBridge().then((bridge) =>
      // The call is this window's, whether a timer or another window makes it.
      openConfluence({ visibility: alwaysVisible, bridge: inWindow(window, bridge), ...options }),
    ),
  );
  return {
    person: page.as,
    community: inWindow(window, community),
    settings: inWindow(window, settings),
    onStanding,
    catchUp: () => running.run(window, catchUp),
    openCheck,
    calls: () => window.calls.filter((method) => !['on', 'emit'].includes(method)),
    channels: () => window.channels,
  };
}
