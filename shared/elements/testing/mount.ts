/** Puts an element on the page for one test, and takes it off afterwards. */
import type { Community } from '@kantine/core';
import { ContextProvider } from '@lit/context';
import { render } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { afterEach, expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import { communityContext } from '../kit/community-context.ts';

const wide = { width: 1024, height: 768 } as const;

/** The page's column that holds the element under test. */
let column: HTMLElement | undefined;

afterEach(async () => {
  column?.remove();
  column = undefined;
  document.documentElement.style.removeProperty('color-scheme');
  history.replaceState(null, '', location.pathname + location.search);
  sessionStorage.clear();
  await page.viewport(wide.width, wide.height);
});

function newColumn(): HTMLElement {
  column?.remove();
  column = document.createElement('main');
  document.body.append(column);
  return column;
}

type Properties<Element> = { [Name in keyof Element]?: Element[Name] | undefined } & {
  /** What elements inside find around them. */
  community?: Community | undefined;
};

/** Mounts one element with its properties, and waits for its first rendering. */
export async function mount<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties<HTMLElementTagNameMap[Tag]> = {},
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = document.createElement(tag);
  const root = newColumn();
  const { community, ...others } = properties;
  // As on a page: from a widget around it, down to everything inside.
  new ContextProvider(root, { context: communityContext, initialValue: community });
  Object.assign(element, others);
  root.append(element);
  await (element as unknown as LitElement).updateComplete;
  return element;
}

/** Mounts a template, for what is no element of its own. */
export function mountTemplate(template: TemplateResult): HTMLElement {
  const root = newColumn();
  render(template, root);
  return root;
}

/** Every element below a root, those in shadow trees included. */
export function* everyElement(root: Element): Generator<Element> {
  yield root;
  for (const child of [...(root.shadowRoot?.children ?? []), ...root.children]) {
    yield* everyElement(child);
  }
}

/** Ends what moves: a colour in the middle of a transition is nobody's colour. */
export function still(root: Element): void {
  for (const animation of [...everyElement(root)].flatMap((each) => each.getAnimations())) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    else animation.cancel();
  }
}

/** The element that has the focus, however deep in shadow trees. */
export function focused(): Element | null {
  let { activeElement: element } = document;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Presses what may be disabled for the moment; a pointer would wait for it. */
export const press = (locator: Locator): void => (locator.element() as HTMLElement).click();

/** What the focused element is called. */
export function focusedName(): string {
  const element = focused();
  return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
}

/** The whole text on the screen below a root, shadow trees included. */
export function shownText(root: Element): string {
  return [...everyElement(root)]
    .filter((element) => !['STYLE', 'SCRIPT'].includes(element.tagName))
    .flatMap((element) => [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])])
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent?.trim() ?? '')
    .filter(Boolean)
    .join(' ');
}

/** Whether the focus is in the element under test, and has not fallen to the page. */
export async function expectFocusKept(): Promise<void> {
  // Longer than whatever moves it takes.
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(focused()?.localName).not.toBe('body');
  expect(column?.contains(document.activeElement)).toBe(true);
}

/** By keyboard: the first button of this name has the focus, is pressed, and the focus stays in the element. */
export async function pressKey(name: string | RegExp): Promise<void> {
  const options = typeof name === 'string' ? { name, exact: true } : { name };
  const found = page.getByRole('button', options).first();
  await expect.element(found).toBeVisible();
  (found.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expectFocusKept();
}

/** Makes the column, and then the window, 320 px wide and runs a check in each. */
export async function narrow(check: () => Promise<void> | void): Promise<void> {
  column?.style.setProperty('inline-size', '320px');
  await settled();
  await check();
  column?.style.removeProperty('inline-size');
  await page.viewport(320, 640);
  await settled();
  await check();
  await page.viewport(wide.width, wide.height);
}

/** Two frames: styles and container queries have been applied. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
