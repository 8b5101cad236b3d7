import { memoryServer } from '@kantine/core/memory-host';
import { settingsOf } from '@kantine/elements/registry';
import type { WidgetEntry } from '@kantine/elements/registry';
import '@kantine/elements/setup/define';
import { widget as declared } from '@kantine/elements/wall/widget';
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
const properties = { group: '', posts: 10, layout: 'full' };
const parts: { root: HTMLElement; view: WidgetView }[] = [];
const configure = vi.fn();

/** A page of a site that is set up, or of one that its owner or a visitor sees before that. */
function open(isSetUp: boolean, canSetUp = true): SitePage {
  let isReady = isSetUp;
  const server = memoryServer({
    people: [{ id: 'ada', name: 'Ada', active: true }],
    clock: { now: () => 0 },
    ids: { next: () => crypto.randomUUID() },
  });
  return openSitePage({
    ...server.connect('ada'),
    setupState: async () =>
      isReady ? { kind: 'ready' } : { kind: 'missing', canSetUp, owners: ['Ada'] },
    provision: async () => void (isReady = true),
  });
}

function add(page: SitePage, widget: WidgetEntry = wall): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  const view = new WidgetView(root, widget, { page, configure });
  view.show({ properties, isEditing: false });
  parts.push({ root, view });
  return root;
}

beforeEach(() => configure.mockClear());
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
      .poll(() => roots.map((root) => root.firstElementChild?.localName))
      .toEqual(['kantine-wall', 'kantine-wall']);
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
