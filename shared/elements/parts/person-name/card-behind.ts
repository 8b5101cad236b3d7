import type { PersonSummary } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, nothing } from 'lit';
import type { LitElement, ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html } from '../../kit/compact.ts';
import type * as Card from './card.ts';

/** Most readers of a page open no card; it is fetched when somebody is about to. */
const loadCard = async (): Promise<typeof Card> => {
  const [card] = await Promise.all([
    import(/* webpackChunkName: 'card' */ './card.ts'),
    import('../../profile-card/define.ts'),
  ]);
  return card;
};

/** The element that draws the name, with its part of the page. */
type CardHost = ReactiveControllerHost & LitElement;

/**
 * A button with the compact profile card behind it: on hover, on keyboard focus and on tap. Escape or a tap elsewhere
 * closes it; the pointer may move onto it. A part of the element around it, since names are drawn by the hundred.
 */
export class CardBehind implements ReactiveController {
  readonly #host: CardHost;
  #card: Card.OpenCard | undefined;

  constructor(host: CardHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#card?.gone();
  }

  /** What is not there by the time that it is fetched has gone by: a pointer that passed, a focus that moved on. */
  async #with(use: (card: Card.OpenCard) => void): Promise<void> {
    if (this.#card) return use(this.#card);
    const loaded = await loadCard().catch(() => undefined);
    if (!loaded || !this.#host.isConnected) return;
    this.#card ??= new loaded.OpenCard(this.#host);
    use(this.#card);
  }

  /**
   * The pointer moves over the name, or over a face that stands beside it. A name that the page moves
   * under a pointer at rest is not pointed at: its card would cover what the reader is about to press.
   */
  readonly pointed = ({ pointerType, currentTarget }: PointerEvent): void => {
    const target = currentTarget as HTMLElement;
    if (pointerType === 'mouse')
      void this.#with((card) => {
        if (target.matches(':hover')) card.pointed();
      });
  };

  /** The pointer went. */
  readonly left = ({ pointerType }: PointerEvent): void => {
    if (pointerType === 'mouse') this.#card?.left();
  };

  readonly #focused = ({ target }: FocusEvent): void => {
    // Only keyboard focus: a tap focuses too, and its click must not close what focus just opened.
    void this.#with((card) => {
      if ((target as HTMLElement).matches(':focus-visible')) card.pointed();
    });
  };

  readonly #focusLeft = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    const inside =
      relatedTarget instanceof Node && (currentTarget as HTMLElement).contains(relatedTarget);
    if (!inside) this.#card?.left();
  };

  /** Opens the card, or closes it. */
  readonly toggle = (): void => void this.#with((card) => card.toggle());

  /** Opens the card, and loads it on the first time. */
  show(): Promise<void> {
    return this.#with((card) => void card.show());
  }

  /** @param face drawn in place of the name, which is then what a screen reader says. */
  render({ id, name }: PersonSummary, face?: TemplateResult): TemplateResult {
    const shown = name || msg('Former colleague');
    // Nobody to look up any more: just the name.
    if (name === '')
      return html`<span class="gone-person">${face ?? html`<bdi>${shown}</bdi>`}</span>`;
    return html`<span
      class="anchor"
      @pointermove=${this.pointed}
      @pointerleave=${this.left}
      @focusout=${this.#focusLeft}
    >
      <button
        type="button"
        class="person ${face ? 'faced' : 'named'}"
        aria-haspopup="dialog"
        aria-expanded=${this.#card?.isOpen === true}
        aria-label=${face ? shown : nothing}
        @click=${this.toggle}
        @focus=${this.#focused}
      >
        <bdi>${face ?? shown}</bdi>
      </button>
      ${this.#card?.render(id, shown) ?? nothing}
    </span>`;
  }
}

/** Needs the popover styles beside it. */
export const cardBehindStyles = css`
  .anchor {
    display: inline-flex;
    max-inline-size: 100%;
  }

  button.person {
    border: none;
    border-radius: 4px;
    min-block-size: 1.5rem;
    padding: 0;
  }

  .named,
  .gone-person {
    font-weight: 600;
    overflow-wrap: anywhere;
    text-align: start;
  }

  button.named:hover {
    background: none;
    text-decoration: underline;
  }

  button.faced {
    border-radius: 50%;
  }
`;
