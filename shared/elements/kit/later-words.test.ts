import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, expectFocusKept, focused, mountTemplate } from '../testing/index.ts';
import { Acting } from './acting.ts';
import { controls } from './controls.ts';
import { define } from './define.ts';
import { WidgetElement } from './kantine-element.ts';
import { againNotice } from './notice.ts';

/** A form below each thing of a list. */
class Counter extends WidgetElement {
  @property({ attribute: false }) soups = ['Leek', 'Tomato', 'Pea'];
  @property({ attribute: false }) asked: string | undefined = 'Tomato';
  @property() group = 'kitchen';
  @property() copy = '';
  readonly acting = new Acting(this);
  /** How the host answers, and how late. */
  answer: () => Promise<void> = () => Promise.resolve();

  readonly #submitted = (event: Event): void => {
    event.preventDefault();
    const note = this.renderRoot.querySelector('textarea')?.value;
    if (note !== '') void this.acting.run('send', () => this.answer());
  };

  static override styles = [controls];

  protected override render() {
    return html`<h2 tabindex="-1">Soups</h2>
      <ul>
        ${this.soups.map((soup) => html`<li>${soup} ${soup === this.asked ? this.#form() : ''}</li>`)}
      </ul>
      <p>Below</p>
      ${this.copy === '' ? '' : html`<textarea readonly aria-label="Kept" .value=${this.copy}></textarea>`}`;
  }

  #form() {
    return html`<form aria-label="Ask" @submit=${this.#submitted}>
        <input aria-label="Question" />
        <textarea aria-label="Note"></textarea>
        <button>Send</button>
      </form>
      ${this.acting.error === undefined ? '' : againNotice(this.acting.error, this.acting.repeat)}`;
  }
}
define('kantine-counter', Counter);

let counter: Counter;
const field = (name: string) => page.getByRole('textbox', { name });
const kept = () => field('You had written this; copy what you want to keep.');
const later = (ms = 200) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(async () => {
  const column = mountTemplate(html`<kantine-counter></kantine-counter>`);
  counter = column.querySelector('kantine-counter') as unknown as Counter;
  await counter.updateComplete;
  // What keeps words is fetched with the first focus.
  (field('Question').element() as HTMLElement).focus();
  await later(300);
});

/** A colleague takes away what the form is about. */
const takeAway = (): void => void (counter.asked = undefined);

/** The host answers when it is told to. */
function answers(how: 'fail' | 'succeed'): () => void {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve, reject) => {
    answer = () => (how === 'fail' ? reject(new Error('Refused')) : resolve());
  });
  counter.answer = () => answered;
  return () => answer();
}

const press = async (name: string): Promise<void> => {
  await userEvent.click(page.getByRole('button', { name, exact: true }));
};
const isReadOnly = (name: string): boolean => (field(name).element() as HTMLInputElement).readOnly;

describe('what was typed about something that is gone', () => {
  it('stands in its place, is said, and has the focus', async () => {
    await userEvent.type(field('Question'), 'Is there cream in it?');
    takeAway();
    await expect.element(kept()).toHaveValue('Is there cream in it?');
    await expectAccessible(counter);
    await expectFocusKept();
    expect(focused()).toBe(kept().element());
    const words = counter.renderRoot.querySelector('kantine-kept-words');
    expect(words?.parentElement?.textContent).toContain('Tomato');
    const said = words?.renderRoot.querySelector('[role=status]');
    await expect
      .poll(() => said?.textContent)
      .toBe('What you were writing about is gone, or has changed.');
  });

  it('stands among the others where its entry is gone, also when they are drawn anew', async () => {
    await userEvent.type(field('Note'), 'Too salty');
    counter.soups = ['Leek', 'Pea'];
    await expect.element(kept()).toHaveValue('Too salty');
    await expectAccessible(counter);
    counter.soups = [];
    await later();
    await expect.element(kept()).toHaveValue('Too salty');
    // Drawn anew in the very moment in which they came.
    counter.renderRoot.querySelector('kantine-kept-words')?.remove();
    await later();
    expect(focused()).toBe(kept().element());
  });

  it('is all of it in one field', async () => {
    await userEvent.type(field('Question'), 'Cream?');
    await userEvent.type(field('Note'), 'I ask for Ada');
    takeAway();
    await expect.element(kept()).toHaveValue('Cream?\n\nI ask for Ada');
  });

  it('leaves the focus where the reader went meanwhile', async () => {
    await userEvent.type(field('Note'), 'Too salty');
    counter.renderRoot.querySelector('h2')?.focus();
    takeAway();
    await expect.element(kept()).toBeVisible();
    await later();
    expect(focused()?.localName).toBe('h2');
  });

  it('is put away by who copied it', async () => {
    await userEvent.type(field('Note'), 'Too salty');
    takeAway();
    await userEvent.click(page.getByRole('button', { name: 'Close' }));
    await later();
    await expect.element(kept()).not.toBeInTheDocument();
    await expectFocusKept();
  });

  it('stands where it stands already, with the focus', async () => {
    await userEvent.type(field('Note'), 'Too salty');
    counter.copy = 'Too salty';
    takeAway();
    await later();
    await expect.element(kept()).not.toBeInTheDocument();
    expect(focused()).toBe(field('Kept').element());
  });

  it('stands there where sending it failed, before or after it has gone', async () => {
    await userEvent.type(field('Note'), 'Too salty');
    const failed = answers('fail');
    await press('Send');
    failed();
    await expect.element(page.getByRole('alert')).toBeVisible();
    const failedAgain = answers('fail');
    await press('Try again');
    takeAway();
    await later(1_200);
    await expect.element(kept()).not.toBeInTheDocument();
    failedAgain();
    await expect.element(kept()).toHaveValue('Too salty');
  });

  it('stands there where the form itself refused to send it', async () => {
    await userEvent.type(field('Question'), 'Cream?');
    await press('Send');
    await later(1_100);
    takeAway();
    await expect.element(kept()).toHaveValue('Cream?');
  });

  it('stands there where keys did nothing', async () => {
    await userEvent.type(field('Note'), 'Too salty{Escape}{Control>}{Enter}{/Control}');
    await later(1_100);
    takeAway();
    await expect.element(kept()).toHaveValue('Too salty');
  });

  it('goes where the same words are drawn anew later', async () => {
    await userEvent.type(field('Note'), 'Too salty');
    takeAway();
    await expect.element(kept()).toBeVisible();
    counter.copy = 'Too salty';
    await expect.element(kept()).not.toBeInTheDocument();
    expect(focused()).toBe(field('Kept').element());
  });
});

describe('what is on its way', () => {
  it('is typed on by nobody, and by everybody once it failed', async () => {
    await userEvent.type(field('Note'), 'Too salty');
    const failed = answers('fail');
    await press('Send');
    for (const name of ['Question', 'Note']) expect(isReadOnly(name)).toBe(true);
    await expectAccessible(counter);
    failed();
    await expect.poll(() => isReadOnly('Note')).toBe(false);
    expect(isReadOnly('Question')).toBe(false);
  });
});

describe('nothing is kept', () => {
  const expectNothing = async (): Promise<void> => {
    await later();
    await expect.element(kept()).not.toBeInTheDocument();
  };

  it('of what nobody typed', async () => {
    takeAway();
    await expectNothing();
  });

  it('of what was sent, however long that took, and however often', async () => {
    await userEvent.type(field('Note'), 'Too salty');
    const failed = answers('fail');
    await press('Send');
    failed();
    const done = answers('succeed');
    await press('Try again');
    await later(1_100);
    done();
    await later(500);
    takeAway();
    await expectNothing();
  });

  it('of what was given up', async () => {
    await userEvent.type(field('Note'), 'Too salty{Escape}');
    takeAway();
    await expectNothing();
  });

  it('in another group: its draft waits in its own', async () => {
    await userEvent.type(field('Note'), 'Too salty');
    await later(1_100);
    counter.group = 'garden';
    takeAway();
    await expectNothing();
  });

  it('of one group in another', async () => {
    await userEvent.type(field('Note'), 'Too salty');
    takeAway();
    await expect.element(kept()).toBeVisible();
    counter.group = 'garden';
    counter.soups = [];
    await expectNothing();
  });
});
