/** Runs in the product's page around the app's iframes: passes their calls on to the server. */
{
  interface Message {
    readonly forge?: true;
    readonly id: number;
    readonly method: string;
    readonly data?: Data;
  }
  interface Data {
    readonly event?: string;
    readonly payload?: unknown;
    readonly url?: string;
    readonly type?: string;
    readonly id?: string;
    readonly title?: string;
    readonly description?: string;
    readonly closed?: string;
    readonly height?: number;
    readonly path?: string;
    readonly replace?: boolean;
    readonly steps?: number;
    readonly keepEditing?: boolean;
    readonly actions?: readonly { readonly text: string; readonly event: string }[];
  }
  interface Told {
    readonly frame: string;
    readonly kind: string;
    readonly subscription?: string;
    readonly payload?: unknown;
  }
  type Method = (data: Data, frame: HTMLIFrameElement) => unknown;

  const page = `/_forge/pages/${document.documentElement.dataset.page}`;
  const frames = () => [...document.querySelectorAll('iframe')];
  const origin = (frame: HTMLIFrameElement) => new URL(frame.src).origin;
  const tell = (frame: HTMLIFrameElement, message: object) =>
    frame.contentWindow?.postMessage({ forge: true, ...message }, origin(frame));
  const tellAll = (message: object) => frames().forEach((frame) => tell(frame, message));
  const reload = (frame: HTMLIFrameElement) => frame.setAttribute('src', frame.src);

  const ask = async (frame: HTMLIFrameElement, method: string, data: unknown) => {
    const body = JSON.stringify({ method, data });
    const response = await fetch(`${page}/frames/${frame.id}`, { method: 'POST', body });
    const answer = (await response.json()) as { result?: unknown; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.result;
  };

  const ADDRESSES = ['http:', 'https:', 'mailto:', 'tel:'];

  const navigate: Method = async (data, frame) => {
    const url = data.url ?? String(await ask(frame, 'getUrl', data));
    // The person who is signed in stays signed in: in this product the address names them.
    const target = new URL(url, location.href);
    // The product leaves itself for nothing else: a script in an address would run as the product.
    if (!ADDRESSES.includes(target.protocol)) throw new Error(`Cannot open ${target.protocol}`);
    const person = new URLSearchParams(location.search).get('as');
    if (target.origin === location.origin && person) target.searchParams.set('as', person);
    if (data.type === 'new-tab') open(target, '_blank', 'noopener');
    else location.assign(target);
  };

  const showFlag: Method = ({ id = '', title = '', description = '', actions = [] }, frame) => {
    document.getElementById(`flag-${id}`)?.remove();
    const flag = document.createElement('div');
    flag.id = `flag-${id}`;
    flag.setAttribute('role', 'alert');
    flag.append(title, ' ', description);
    for (const { text, event } of actions) {
      const button = document.createElement('button');
      button.textContent = text;
      button.onclick = () => tell(frame, { event });
      flag.append(button);
    }
    document.getElementById('flags')?.append(flag);
    return true;
  };

  const close: Method = (data, frame) => {
    if (frame.dataset.closable === undefined) return false;
    const opener = frames().find(({ id }) => id === frame.dataset.opener);
    if (opener) tell(opener, { event: frame.dataset.closed, payload: data });
    (frame.closest('dialog') ?? frame).remove();
    return true;
  };

  /** A saved form is closed, unless the app asks to go on. */
  const submit: Method = async (data, frame) => {
    const saved = await ask(frame, 'submit', data);
    if (saved === true && data.keepEditing !== true) close({}, frame);
    return saved;
  };

  const openModal: Method = async (data, frame) => {
    const shown = (await ask(frame, 'openModal', data)) as { id: string; src: string };
    const modal = document.createElement('iframe');
    modal.id = shown.id;
    modal.title = data.title ?? '';
    modal.setAttribute('sandbox', frame.getAttribute('sandbox') ?? '');
    Object.assign(modal.dataset, { closable: '', opener: frame.id, closed: data.closed });
    modal.src = shown.src;
    const dialog = document.createElement('dialog');
    dialog.append(modal);
    dialog.oncancel = () => close({}, modal);
    document.body.append(dialog);
    dialog.showModal();
    return true;
  };

  /** Where an app is inside of itself stands in the address, so that it can be shared. */
  const historyPath = () => new URLSearchParams(location.search).get('path') ?? '/';
  const moveHistory: Method = ({ path = '/', replace = false }) => {
    const url = new URL(location.href);
    url.searchParams.set('path', path);
    if (replace) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
  };
  addEventListener('popstate', () => tellAll({ event: 'history', payload: historyPath() }));

  /** What the page does itself. Everything else is the server's, which knows who is asking. */
  const methods: Readonly<Record<string, Method>> = {
    navigate,
    showFlag,
    closeFlag: ({ id = '' }) => document.getElementById(`flag-${id}`)?.remove() ?? true,
    emit: ({ event = '', payload }) => tellAll({ event: `event ${event}`, payload }),
    emitPublic: ({ event = '', payload }) => tellAll({ event: `public ${event}`, payload }),
    getContext: async (data, frame) => {
      const context = (await ask(frame, 'getContext', data)) as object;
      return { ...context, theme: { colorMode: document.documentElement.dataset.colorMode } };
    },
    getUrl: async (data, frame) =>
      new URL(String(await ask(frame, 'getUrl', data)), location.href).href,
    getHistoryPath: historyPath,
    moveHistory,
    goHistory: ({ steps = 0 }) => history.go(steps),
    emitReadyEvent: () => true,
    reload: () => location.reload(),
    refresh: (_data, frame) => {
      reload(frame);
      return true;
    },
    openModal,
    close,
    submit,
    changeWindowTitle: (data: unknown) => void (document.title = data as string),
    resize: ({ height = 0 }, frame) => {
      if (frame.dataset.viewportSize === undefined) frame.style.height = `${height}px`;
    },
  };

  addEventListener('message', ({ source, origin: from, data }: MessageEvent<Message>) => {
    const frame = frames().find((each) => each.contentWindow === source);
    if (!frame || from !== origin(frame) || !data.forge) return;
    const method = Object.hasOwn(methods, data.method) ? methods[data.method] : undefined;
    const run = async () =>
      method ? method(data.data ?? {}, frame) : ask(frame, data.method, data.data);
    run().then(
      (result) => tell(frame, { reply: data.id, result }),
      (error: unknown) => tell(frame, { reply: data.id, error: (error as Error).message }),
    );
  });

  /** In the place of what the app shows, until somebody allows it to act for them. */
  const askForConsent = (frame: HTMLIFrameElement) => {
    if (frame.hidden) return;
    const allow = document.createElement('button');
    allow.textContent = 'Allow access';
    allow.onclick = async () => {
      await ask(frame, 'consent', {});
      allow.remove();
      frame.hidden = false;
      reload(frame);
    };
    frame.before(allow);
    frame.hidden = true;
  };

  const listen = () => {
    const events = new EventSource(`${page}/events`);
    events.onmessage = ({ data }: MessageEvent<string>) => {
      const { frame: id, kind, subscription, payload } = JSON.parse(data) as Told;
      const frame = frames().find((each) => each.id === id);
      if (frame && kind === 'reload') reload(frame);
      else if (frame && kind === 'consent') askForConsent(frame);
      else if (frame) tell(frame, { event: `realtime ${subscription}`, payload });
    };
  };
  listen();

  const switcher = document.getElementById('color-mode');
  switcher?.addEventListener('click', () => {
    const { dataset } = document.documentElement;
    dataset.colorMode = dataset.colorMode === 'dark' ? 'light' : 'dark';
    tellAll({ colorMode: dataset.colorMode });
  });
}
