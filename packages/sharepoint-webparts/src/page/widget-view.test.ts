import { Forbidden, groupContainer } from '@kantine/core';
import { memoryServer } from '@kantine/core/memory-host';
import { settingsOf } from '@kantine/elements/registry';
import type { Widget, WidgetEntry } from '@kantine/elements/registry';
import '@kantine/elements/setup/define';
import { widget as groups } from '@kantine/elements/groups/widget';
import { widget as kudos } from '@kantine/elements/kudos/widget';
import { widget as profileCard } from '@kantine/elements/profile-card/widget';
import { widget as declared } from '@kantine/elements/wall/widget';
import type { ProvisionOptions, SetupState } from '@kantine/sharepoint-host';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page as browser } from 'vitest/browser';
import { openSitePage } from './site-page.ts';
import type { SitePage } from './site-page.ts';
import { WidgetView } from './widget-view.ts';

const wall: WidgetEntry = {
  tag: declared.tag,
  settings: settingsOf(declared),
  load: () => import('@kantine/elements/wall/define'),
  declaration: async () => ({ widget: declared }),
};
const entryOf = (widget: Widget, load: WidgetEntry['load']): WidgetEntry => ({
  tag: widget.tag,
  settings: settingsOf(widget),
  load,
  declaration: async () => ({ widget }),
});
/** Every widget that a web part shows. */
const widgets = [
  wall,
  entryOf(groups, () => import('@kantine/elements/groups/define')),
  entryOf(kudos, () => import('@kantine/elements/kudos/define')),
  entryOf(profileCard, () => import('@kantine/elements/profile-card/define')),
];
const properties = { group: '', posts: 10, layout: 'full' };
const parts: { root: HTMLElement; view: WidgetView }[] = [];
const configure = vi.fn();

/**
 * A page of a site that is set up, or of one that its owner or a visitor sees before that.
 * @param state what the site tells beside that, or instead.
 */
function open(
  isSetUp: boolean,
  canSetUp = true,
  state: object = {},
  work: (options: ProvisionOptions) => Promise<void> = () => Promise.resolve(),
): SitePage {
  let isReady = isSetUp;
  const server = memoryServer({
    people: [{ id: 'ada', name: 'Ada', active: true }],
    clock: { now: () => 0 },
    ids: { next: () => crypto.randomUUID() },
  });
  const ready = { kind: 'ready' } as const;
  const missing = { kind: 'missing', canSetUp, owners: ['Ada'] } as const;
  return openSitePage({
    ...server.connect('ada'),
    setupState: async () => ({ ...(isReady ? ready : missing), ...state }) as SetupState,
    provision: async (options = {}) => {
      await work(options);
      isReady = true;
    },
  });
}

function add(page: SitePage, widget: WidgetEntry = wall): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  const view = new WidgetView(root, () => Promise.resolve(widget), { page, configure });
  view.show({ properties, isEditing: false });
  parts.push({ root, view });
  return root;
}

beforeEach(() => {
  configure.mockClear();
  localStorage.clear();
});
afterEach(() => {
  for (const { root, view } of parts.splice(0)) {
    view.dispose();
    expect(root.childElementCount).toBe(0);
    root.remove();
  }
});

const button = (name: string) => browser.getByRole('button', { name });

describe('a web part', () => {
  it('shows its widget with what the page’s editor chose', async () => {
    const page = open(true);
    const { id: group } = await page.community.groups.create({ name: 'Bakery', purpose: '' });
    const root = add(page);
    await expect.element(browser.getByText(/This wall has no group yet/)).toBeVisible();
    const element = root.querySelector('kantine-wall');
    parts[0]?.view.show({ properties: { ...properties, group }, isEditing: false });
    await expect.element(browser.getByRole('heading', { name: 'Bakery' })).toBeVisible();
    expect(root.querySelector('kantine-wall')).toBe(element);
  });

  it('leads an editor of the page to the settings', async () => {
    add(open(true));
    parts[0]?.view.show({ properties, isEditing: true });
    await button('Choose a group').click();
    expect(configure).toHaveBeenCalledOnce();
  });

  it('lets an owner set the site up, one web part for all of them', async () => {
    const page = open(false);
    const roots = [add(page), add(page)];
    await button('Set up').click();
    await expect
      .poll(() => roots.map((root) => [...root.children].map(({ localName }) => localName)))
      .toEqual([['kantine-first-steps', 'kantine-wall'], ['kantine-wall']]);
  });

  it('shows the first steps to the owner until they close them, over a reload too', async () => {
    const page = open(false);
    const root = add(page);
    await button('Set up').click();
    await button('Not now').click();
    await expect.poll(() => root.querySelector('kantine-first-steps')).toBeNull();
    expect(root.querySelector('kantine-wall')).not.toBeNull();

    localStorage.setItem(page.begunKey, '');
    const later = add(open(true));
    await expect.poll(() => later.querySelector('kantine-first-steps')).not.toBeNull();
    await button('Not now').click();
    await expect.poll(() => later.querySelector('kantine-first-steps')).toBeNull();
    expect(localStorage.getItem(page.begunKey)).toBeNull();
  });

  it('shows after the set-up nothing that a widget was refused before it', async () => {
    let isReady = false;
    let asked = (): void => undefined;
    const firstQuestion = new Promise<void>((resolve) => (asked = resolve));
    const host = memoryServer({
      people: [{ id: 'ada', name: 'Ada', active: true }],
      clock: { now: () => 0 },
      ids: { next: () => crypto.randomUUID() },
    }).connect('ada');
    const read: typeof host.store.read = (queries) => {
      asked();
      return isReady ? host.store.read(queries) : Promise.reject(new Forbidden('the lists'));
    };
    const page = openSitePage({
      ...host,
      store: { ...host.store, read },
      setupState: async () => {
        await firstQuestion;
        return isReady ? { kind: 'ready' } : { kind: 'missing', canSetUp: true, owners: [] };
      },
      provision: async () => void (isReady = true),
    });
    const root = add(page, widgets[2]);
    await button('Set up').click();
    await expect.element(browser.getByRole('heading', { name: 'Kudos' })).toBeVisible();
    expect(root.querySelector('kantine-setup')).toBeNull();
    expect(browser.getByRole('alert').query()).toBeNull();
  });

  it('S-B1: hands on whom the owner lets in, and shows how far it is', async () => {
    const readers = [
      { id: 6, name: 'Members', kind: 'site-group', isIn: true, isNew: false },
      { id: 7, name: 'Everyone', kind: 'everyone', isIn: false, isNew: false },
    ] as const;
    const options: ProvisionOptions[] = [];
    const page = open(false, true, { readers }, (given) => {
      options.push(given);
      given.told?.(3, 12);
      return new Promise(() => undefined);
    });
    add(page);
    await browser.getByRole('checkbox', { name: /^Everyone/ }).click();
    await button('Set up').click();
    await expect.element(browser.getByText('Step 4 of 12')).toBeVisible();
    expect(options.map((each) => each.readers)).toEqual([{ in: [6, 7], out: [] }]);
  });

  it.each(widgets)(
    'S-B1: a reader whom the owner left out is told so by the $tag, and of no error',
    async (entry) => {
      const page = open(true, false, { kind: 'left-out', owners: ['Ada'] });
      const [first, second] = [add(page, entry), add(page, entry)];
      await expect
        .element(browser.getByText(/has not opened Kantine to you.*ask Ada/))
        .toBeVisible();
      await expect
        .element(browser.getByText('Kantine is not open to you on this site.'))
        .toBeVisible();
      for (const root of [first, second]) {
        expect(root.querySelector(entry.tag)).toBeNull();
        expect([...root.children].map(({ localName }) => localName)).toEqual(['kantine-setup']);
      }
      expect(browser.getByText(/set up/).query()).toBeNull();
      expect(browser.getByRole('alert').query()).toBeNull();
    },
  );

  it.each(widgets)('S-B1: a site that is not set up says so, by the $tag', async (entry) => {
    const page = open(false, false);
    const [first, second] = [add(page, entry), add(page, entry)];
    await expect.element(browser.getByText('Kantine is not set up here yet')).toBeVisible();
    await expect.element(browser.getByText(/appears once Kantine is set up/)).toBeVisible();
    for (const root of [first, second]) expect(root.querySelector(entry.tag)).toBeNull();
  });

  it('tells an owner once which closed groups stay behind', async () => {
    const unfit = [{ container: groupContainer('x'), why: 'members' }] as const;
    const root = add(open(true, true, { kind: 'ready', unfit }));
    await expect.element(browser.getByText(/cannot be taken over/)).toBeVisible();
    await button('Understood').click();
    await expect.poll(() => root.querySelector('kantine-setup')).toBeNull();
    const again = add(open(true, true, { kind: 'ready', unfit }));
    await expect.poll(() => again.querySelector('kantine-wall')).not.toBeNull();
    expect(again.querySelector('kantine-setup')).toBeNull();
  });

  it('tells a visitor who can', async () => {
    const root = add(open(false, false));
    await expect.element(browser.getByText(/one button on this page: Ada/)).toBeVisible();
    expect(root.querySelector('kantine-wall')).toBeNull();
  });

  it('says when its code did not arrive', async () => {
    add(open(true), { ...wall, load: () => Promise.reject(new Error('gone')) });
    await expect.element(browser.getByRole('alert')).toBeVisible();
  });
});
