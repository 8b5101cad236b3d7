/**
 * Runs in the app's iframe before the app: `globalThis.__bridge`, which `@forge/bridge` calls.
 * Functions cannot be sent to the page around, so whatever takes one is kept here.
 */
{
  type Callback = (payload: unknown) => void;
  interface Message {
    readonly forge?: true;
    readonly reply?: number;
    readonly result?: unknown;
    readonly error?: string;
    readonly event?: string;
    readonly payload?: unknown;
    readonly colorMode?: string;
  }
  interface Data {
    readonly event: string;
    readonly callback: Callback;
    readonly channelName: string;
    readonly onEvent: Callback;
    readonly onClose?: Callback;
    readonly options?: unknown;
    readonly isGlobal?: boolean;
    readonly actions?: readonly { readonly text: string; readonly onClick?: () => void }[];
  }

  const waiting = new Map<number, { resolve: Callback; reject: (error: Error) => void }>();
  const listeners = new Map<string, Set<Callback>>();
  let lastId = 0;
  let themed = false;

  const send = (method: string, data: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      parent.postMessage({ forge: true, id: lastId, method, data }, '*');
    });

  const listen = (name: string, callback: Callback) => {
    const all = listeners.get(name) ?? new Set();
    listeners.set(name, all.add(callback));
    return { unsubscribe: () => void all.delete(callback) };
  };

  const applyTheme = (colorMode: string) => {
    const root = document.documentElement;
    root.dataset.theme = 'light:light dark:dark spacing:spacing typography:typography shape:shape';
    root.dataset.colorMode = colorMode;
  };

  const enableTheming = async () => {
    const { theme } = (await send('getContext', {})) as { theme: { colorMode: string } };
    themed = true;
    applyTheme(theme.colorMode);
    await new Promise((resolve) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = '/_forge/theme.css';
      link.onload = link.onerror = resolve;
      document.head.append(link);
    });
  };

  const subscribe = async ({ channelName, onEvent, options, isGlobal }: Data) => {
    const subscription = crypto.randomUUID();
    const { unsubscribe } = listen(`realtime ${subscription}`, onEvent);
    await send('subscribeRealtimeChannel', { channelName, options, isGlobal, subscription });
    return {
      unsubscribe: () => {
        unsubscribe();
        return send('unsubscribeRealtimeChannel', { subscription });
      },
    };
  };

  /** As the package `history` 4 has it; the product keeps the entries and shows the path. */
  const createHistory = async () => {
    const parse = (path: string, state?: unknown) => {
      const { pathname, search, hash } = new URL(path, 'https://app.invalid/');
      return { pathname, search, hash, state, key: crypto.randomUUID() };
    };
    const move = (action: 'PUSH' | 'REPLACE') => (path: string, state?: unknown) => {
      change({ action, location: parse(path, state) });
      return send('moveHistory', { path, replace: action === 'REPLACE' });
    };
    const callbacks = new Set<(location: object, action: string) => void>();
    const history = {
      action: 'POP',
      location: parse(String(await send('getHistoryPath', {}))),
      push: move('PUSH'),
      replace: move('REPLACE'),
      go: (steps: number) => send('goHistory', { steps }),
      goBack: () => send('goHistory', { steps: -1 }),
      goForward: () => send('goHistory', { steps: 1 }),
      listen: (callback: (location: object, action: string) => void) => {
        callbacks.add(callback);
        return () => void callbacks.delete(callback);
      },
    };
    const change = (next: {
      readonly action: string;
      readonly location: typeof history.location;
    }) => {
      Object.assign(history, next);
      callbacks.forEach((callback) => callback(next.location, next.action));
    };
    listen('history', (path) => change({ action: 'POP', location: parse(String(path)) }));
    return history;
  };

  const openModal = ({ onClose, ...data }: Data) => {
    const closed = `closed ${crypto.randomUUID()}`;
    if (onClose) listen(closed, onClose);
    return send('openModal', { ...data, closed });
  };

  const showFlag = (data: Data) => {
    const flag = crypto.randomUUID();
    const actions = (data.actions ?? []).map(({ text, onClick }, at) => {
      if (onClick) listen(`flag ${flag} ${at}`, onClick);
      return { text, event: `flag ${flag} ${at}` };
    });
    return send('showFlag', { ...data, actions });
  };

  const here: Readonly<Record<string, (data: Data) => unknown>> = {
    on: ({ event, callback }) => listen(`event ${event}`, callback),
    onPublic: ({ event, callback }) => listen(`public ${event}`, callback),
    subscribeRealtimeChannel: subscribe,
    enableTheming,
    createHistory,
    openModal,
    showFlag,
  };

  addEventListener('message', ({ source, data }: MessageEvent<Message>) => {
    if (source !== parent || !data.forge) return;
    if (data.colorMode !== undefined && themed) applyTheme(data.colorMode);
    if (data.event !== undefined) listeners.get(data.event)?.forEach((run) => run(data.payload));
    if (data.reply === undefined) return;
    const call = waiting.get(data.reply);
    waiting.delete(data.reply);
    if (data.error === undefined) call?.resolve(data.result);
    else call?.reject(new Error(data.error));
  });

  // Frames grow with their content, as Atlassian's frame resizer lets them.
  addEventListener('DOMContentLoaded', () => {
    const measure = () => void send('resize', { height: document.body.scrollHeight });
    new ResizeObserver(measure).observe(document.body);
  });

  const callBridge = async (method: string, data: unknown): Promise<unknown> =>
    Object.hasOwn(here, method) ? here[method]?.(data as Data) : send(method, data);
  Object.assign(globalThis, { __bridge: { callBridge } });
}
