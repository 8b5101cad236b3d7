import {
  events,
  invoke,
  Modal,
  realtime,
  requestConfluence,
  rovo,
  router,
  showFlag,
  view,
} from '@forge/bridge';
import { showConfiguration } from './config.ts';

/** Everything a test asks the app to do, with the real bridge; answers come back as text. */
const board = {
  context: () => view.getContext(),
  whoami: (payload: Record<string, unknown>): Promise<unknown> => invoke('whoami', payload),
  scenario: (payload: Record<string, unknown>): Promise<unknown> => invoke('scenario', payload),
  fail: (): Promise<unknown> => invoke('nothing'),
  me: async () => {
    const response = await requestConfluence('/wiki/rest/api/user/current');
    return response.json() as Promise<unknown>;
  },
  submit: () => view.submit({ config: {} }),
  rovo: () => rovo.isEnabled(),
  modal: async (): Promise<unknown> => {
    const closed = new Promise((resolve) => {
      const context = { question: 'sure?' };
      void new Modal({ resource: 'board', context, onClose: resolve }).open();
    });
    return closed;
  },
  answer: async () => {
    const { extension } = await view.getContext();
    await view.close({ answerTo: (extension as { modal?: unknown }).modal });
  },
  walk: async () => {
    const history = await view.createHistory();
    const seen: string[] = [history.location.pathname];
    const back = new Promise<void>((resolve) => {
      history.listen(({ pathname }, action) => {
        seen.push(`${action} ${pathname}`);
        if (action === 'POP') resolve();
      });
    });
    history.push('/one');
    history.push('/two');
    history.goBack();
    await back;
    return seen;
  },
  pageOfTheApp: async () => {
    const { href } =
      (await router.getUrl({ target: 'module', moduleKey: 'polls', path: 'one/two' })) ?? {};
    return href;
  },
  macroAddress: () => router.getUrl({ target: 'module', moduleKey: 'board' }),
  open: ({ url }: { readonly url?: string }) => router.open(url ?? ''),
  /** A link as a page has it: what a browser does with it depends on the frame around. */
  link: ({ url }: { readonly url?: string }) => {
    const link = document.createElement('a');
    Object.assign(link, { href: url ?? '', target: '_blank', rel: 'noopener' });
    document.body.append(link);
    link.click();
  },
  navigate: () => router.navigate({ target: 'contentView', contentId: '2' }),
  style: () => {
    const probe = document.createElement('i');
    probe.setAttribute('style', 'color: red');
    return probe.style.color;
  },
  inlineScript: () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    document.head.append(script);
    return 'ran' in globalThis;
  },
  grow: ({ height }: { readonly height?: number }) => {
    document.body.style.minHeight = `${String(height ?? 0)}px`;
  },
  theme: async () => {
    await view.theme.enable();
    const style = getComputedStyle(document.documentElement);
    return [document.documentElement.dataset.colorMode, style.getPropertyValue('--ds-text')];
  },
  flag: async () => {
    const clicked = new Promise<string>((resolve) => {
      const actions = [{ text: 'Undo', onClick: () => resolve('undone') }];
      showFlag({ id: 'saved', title: 'Saved', type: 'success', actions });
    });
    return clicked;
  },
  publish: (payload: Record<string, unknown>) => realtime.publish('notes', payload),
  emit: (payload: Record<string, unknown>) => events.emit('note', payload),
};

export type Board = typeof board;

if (location.pathname.endsWith('/config.html')) showConfiguration();

const heard: unknown[] = [];
const show = (text: string) => (payload: unknown) => {
  heard.push([text, payload]);
  (document.querySelector('pre') as HTMLElement).textContent = JSON.stringify(heard);
};
await realtime.subscribe('notes', show('realtime'));
await events.on('note', show('event'));
const { extension } = await view.getContext();
show('config')((extension as { config?: unknown }).config);
Object.assign(globalThis, { board });
