import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  cast,
  expectAccessible,
  focused,
  focusedName,
  mount,
  settled,
  shownText,
  stage,
} from '../../testing/index.ts';
import type { Stage } from '../../testing/index.ts';
import type { PersonName } from './person-name.ts';
import './define.ts';

let company: Stage;
beforeEach(async () => {
  company = await stage();
});

const show = (properties: Partial<PersonName> = {}): Promise<PersonName> =>
  mount('kantine-person-name', { community: company.reader, person: cast.chika, ...properties });

const name = page.getByRole('button', { name: 'Chika Tanaka' });
const card = page.getByRole('dialog', { name: 'About Chika Tanaka' });

/** Somewhere that is neither the name nor its card. */
function elsewhere(element: Element): HTMLElement {
  const button = document.createElement('button');
  button.textContent = 'Elsewhere';
  button.style.marginBlockStart = '30rem';
  button.style.display = 'block';
  element.after(button);
  return button;
}

describe('person name: accessible', () => {
  it.each<[string, Partial<PersonName>]>([
    ['a name', {}],
    ['a long name', { person: cast.dora }],
    ['a face', { face: true }],
    ['somebody who left', { person: cast.emil }],
    ['somebody whom the host forgot', { person: { id: 'x', name: '', active: false } }],
  ])('%s', async (_, properties) => {
    await expectAccessible(await show(properties));
  });

  it('with the card open', async () => {
    const element = await show({ person: cast.dora });
    await element.show();
    await expect.element(page.getByRole('heading', { name: cast.dora.name })).toBeVisible();
    await expectAccessible(element);
  });
});

describe('person name: the card behind it', () => {
  it('opens when the pointer rests on the name, and not when it passes over', async () => {
    const element = await show();
    const other = elsewhere(element);
    await userEvent.hover(name);
    await userEvent.hover(other);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(card.query()).toBeNull();
    await userEvent.hover(name);
    await expect.element(card).toBeVisible();
    await expect.poll(() => shownText(card.element())).toContain('Buyer');
  });

  it('lets the pointer move onto it, and closes when the pointer leaves both', async () => {
    const element = await show();
    const other = elsewhere(element);
    await userEvent.hover(name);
    await expect.element(card).toBeVisible();
    await userEvent.hover(card);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(card.query()).not.toBeNull();
    await userEvent.hover(other);
    await expect.element(card).not.toBeInTheDocument();
  });

  it('stays away where the page moves the name under a pointer at rest, until the pointer moves', async () => {
    const element = await show();
    const other = elsewhere(element);
    document.body.style.setProperty('block-size', '300vh');
    element.style.position = 'absolute';
    const { left, top } = other.getBoundingClientRect();
    element.style.inset = `${top + 400}px auto auto ${left}px`;
    await userEvent.hover(other, { position: { x: 20, y: 10 } });
    scrollBy(0, 400);
    await expect.poll(() => name.element().matches(':hover')).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(card.query()).toBeNull();
    await userEvent.hover(name, { position: { x: 5, y: 5 } });
    await expect.element(card).toBeVisible();
    document.body.style.removeProperty('block-size');
  });

  it.each(['Escape', 'a press'])(
    'closes with %s under the pointer, and stays closed until the pointer comes anew',
    async (how) => {
      const element = await show();
      const other = elsewhere(element);
      await userEvent.hover(name);
      await expect.element(card).toBeVisible();
      await (how === 'Escape' ? userEvent.keyboard('{Escape}') : userEvent.click(name));
      await expect.element(card).not.toBeInTheDocument();
      await userEvent.hover(name, { position: { x: 5, y: 5 } });
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(card.query()).toBeNull();
      await userEvent.hover(other);
      await userEvent.hover(name);
      await expect.element(card).toBeVisible();
    },
  );

  it('stays where somebody writes in it, wherever the pointer goes', async () => {
    const element = await show();
    const other = elsewhere(element);
    // Beside the card, which is high now.
    other.style.marginInlineStart = '45rem';
    await userEvent.hover(name);
    await userEvent.click(page.getByRole('button', { name: 'Thank Chika Tanaka' }));
    const field = page.getByRole('textbox', { name: 'What did they do?' });
    await userEvent.fill(field, 'carried my crates');
    await userEvent.hover(other);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await expect.element(field).toHaveValue('carried my crates');
    await userEvent.click(other);
    await expect.element(card).not.toBeInTheDocument();
  });

  it('opens anew after a press elsewhere closed it', async () => {
    const element = await show();
    const other = elsewhere(element);
    await userEvent.hover(name);
    await expect.element(card).toBeVisible();
    await userEvent.click(other);
    await expect.element(card).not.toBeInTheDocument();
    await userEvent.hover(name);
    await expect.element(card).toBeVisible();
  });

  it('opens with keyboard focus, closes with Escape, and the focus stays on the name', async () => {
    await show();
    await userEvent.tab();
    await expect.element(card).toBeVisible();
    expect(name.element().getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{Escape}');
    await expect.element(card).not.toBeInTheDocument();
    expect(focusedName()).toBe('Chika Tanaka');
    expect(name.element().getAttribute('aria-expanded')).toBe('false');
  });

  it('closes when the keyboard goes on', async () => {
    const other = elsewhere(await show());
    await userEvent.tab();
    await expect.element(card).toBeVisible();
    other.focus();
    await expect.element(card).not.toBeInTheDocument();
  });

  it('opens with a tap, and a second tap closes it', async () => {
    await show();
    await userEvent.click(name);
    await expect.element(card).toBeVisible();
    await userEvent.click(name);
    await expect.element(card).not.toBeInTheDocument();
    await settled();
    expect(card.query()).toBeNull();
  });

  it('closes with a tap elsewhere', async () => {
    const other = elsewhere(await show());
    await userEvent.click(name);
    await expect.element(card).toBeVisible();
    await userEvent.click(other);
    await expect.element(card).not.toBeInTheDocument();
  });

  it('is all on the screen at the edge of a small window', async () => {
    const element = await show();
    await page.viewport(320, 480);
    element.style.cssText = 'position: fixed; inset-block-end: 0; inset-inline-end: 0';
    await element.show();
    await expect.poll(() => shownText(card.element())).toContain('Buyer');
    await settled();
    const box = card.element().getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(320);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(480);
  });

  it('is not there for somebody whom the host forgot', async () => {
    const element = await show({ person: { id: 'x', name: '', active: false } });
    expect(element.shadowRoot?.textContent.trim()).toBe('Former colleague');
    await userEvent.tab();
    expect(focused()?.localName).not.toBe('button');
  });

  it('goes with its name', async () => {
    const element = await show();
    await userEvent.click(name);
    await expect.element(card).toBeVisible();
    const parent = element.parentElement;
    element.remove();
    parent?.append(element);
    await element.updateComplete;
    expect(card.query()).toBeNull();
  });
});
