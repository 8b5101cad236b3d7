import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  expectAccessible,
  expectFocusKept,
  focused,
  focusedName,
  mountTemplate,
} from '../testing/index.ts';
import { define } from './define.ts';
import { WidgetElement } from './kantine-element.ts';

const roomy = css`
  button {
    min-block-size: 2rem;
  }
`;

/** A list from which things go away, and a form that closes. */
class Shelf extends WidgetElement {
  @property({ attribute: false }) books = ['Soup', 'Bread', 'Tea'];
  @property({ type: Boolean }) asks = true;
  @property({ type: Boolean }) busy = false;

  static override styles = [roomy];

  protected override render() {
    return html`<h2 tabindex="-1">Books</h2>
      <ul>
        ${this.books.map((book) => html`<li><button>${book}</button></li>`)}
      </ul>
      <button ?disabled=${this.busy}>Lend</button>
      ${this.asks ? html`<form aria-label="Buy"><input aria-label="Which?" /></form>` : ''}
      ${this.busy ? html`<p>Lending</p>` : ''}`;
  }
}
define('kantine-shelf', Shelf);

let shelf: Shelf;
const button = (name: string) => page.getByRole('button', { name });
const focus = (element: Element): void => (element as HTMLElement).focus();

beforeEach(async () => {
  const column = mountTemplate(html`<kantine-shelf></kantine-shelf><button>Outside</button>`);
  shelf = column.querySelector('kantine-shelf') as unknown as Shelf;
  await shelf.updateComplete;
  // What keeps the focus is fetched with the first one.
  focus(button('Tea').element());
  await new Promise((resolve) => setTimeout(resolve, 300));
});

describe('focus: goes on beside what had it', () => {
  it('and is accessible then', async () => {
    shelf.asks = false;
    await expectFocusKept();
    await expectAccessible(shelf);
  });

  it.each([
    ['an entry', 'Bread', ['Soup', 'Tea'], 'Tea'],
    ['the last entry', 'Tea', ['Soup', 'Bread'], 'Bread'],
    ['all entries', 'Tea', [], 'Books'],
  ])('where %s goes away', async (_, from, books, to) => {
    focus(button(from).element());
    const removed = [...shelf.renderRoot.querySelectorAll('li')].find((line) =>
      line.textContent.includes(from),
    );
    if (books.length > 0) removed?.remove();
    else shelf.books = [];
    await expectFocusKept();
    expect(focusedName()).toBe(to);
  });

  it('where a form closes: on what comes before it', async () => {
    focus(page.getByRole('textbox').element());
    shelf.asks = false;
    await expectFocusKept();
    expect(focusedName()).toBe('Lend');
  });

  it('where a button is disabled or hidden', async () => {
    focus(button('Lend').element());
    shelf.busy = true;
    await expectFocusKept();
    expect(focusedName()).toBe('Tea');
  });

  it('where what has it is moved: on itself', async () => {
    focus(button('Bread').element());
    const [first, second] = shelf.renderRoot.querySelectorAll('li');
    second?.after(first ?? '');
    second?.parentNode?.append(second);
    await expectFocusKept();
    expect(focusedName()).toBe('Bread');
  });

  it('where everything goes away: on the widget itself', async () => {
    for (const child of [...shelf.renderRoot.children]) child.remove();
    await expectFocusKept();
    expect(focused()?.localName).toBe('kantine-shelf');
  });
});

describe('focus: stays', () => {
  it('where somebody puts it, whatever goes away then', async () => {
    focus(button('Outside').element());
    shelf.books = [];
    await expectFocusKept();
    expect(focusedName()).toBe('Outside');
  });

  it('where somebody types by then, whatever is done', async () => {
    const outside = document.createElement('input');
    shelf.after(outside);
    outside.focus();
    shelf.focusOn('h2');
    await expectFocusKept();
    expect(focused()).toBe(outside);
  });

  it('with the page for who pressed on it', async () => {
    await userEvent.click(document.body, { position: { x: 900, y: 700 } });
    shelf.books = [];
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(focused()).toBe(document.body);
  });
});
