import type { PersonSummary } from '@kantine/core';
import { msg } from '@lit/localize';
import { css, nothing } from 'lit';
import type { LitElement, ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html } from '../../kit/compact.ts';
import type * as Card from './card.ts';

/** Long enough that a pointer passing over opens nothing. */
const hoverDelay = 350;
/** Long enough to move the pointer from the name to the card. */
const leaveDelay = 250;

/** Most readers of a page open no card; it is fetched when somebody is about to. */
const loadCard = async (): Promise<typeof Card> => {
  const [card] = await Promise.all([import('./card.ts'), import('../../profile-card/define.ts')]);
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
  #isOpen = false;
  #card: typeof Card | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: CardHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#open(false);
  }

  #open(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector(selector);
  }

  #later(delay: number, run: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, delay);
  }

  /**
   * The pointer moves over the name, or over a face that stands beside it. A name that the page moves
   * under a pointer at rest is not pointed at: its card would cover what the reader is about to press.
   */
  readonly pointed = ({ pointerType }: PointerEvent): void => {
    if (pointerType !== 'mouse') return;
    loadCard().catch(() => undefined);
    this.#later(hoverDelay, () => void this.show());
  };

  /** The pointer went. */
  readonly left = ({ pointerType }: PointerEvent): void => {
    if (pointerType === 'mouse') this.#later(leaveDelay, () => this.hide());
  };

  readonly #focused = ({ target }: FocusEvent): void => {
    // Only keyboard focus: a tap focuses too, and its click must not close what focus just opened.
    if ((target as HTMLElement).matches(':focus-visible'))
      this.#later(hoverDelay, () => void this.show());
  };

  readonly #focusLeft = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    const inside =
      relatedTarget instanceof Node && (currentTarget as HTMLElement).contains(relatedTarget);
    if (!inside) this.#later(leaveDelay, () => this.hide());
  };

  /** Opens the card, or closes it. */
  readonly toggle = (): void => {
    clearTimeout(this.#timer);
    if (this.#isOpen) this.hide();
    else void this.show();
  };

  /** Opens the card, and loads it on the first time. */
  async show(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#host.isConnected || this.#isOpen) return;
    this.#open(true);
    try {
      this.#card ??= await loadCard();
    } catch {
      return this.hide();
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#card.showCard(this.#host);
  }

  hide(): void {
    const card = this.#find('.card');
    if (card?.matches(':popover-open') === true) card.hidePopover();
    this.#open(false);
  }

  readonly #toggled = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed') this.#open(false);
  };

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
        aria-expanded=${this.#isOpen}
        aria-label=${face ? shown : nothing}
        @click=${this.toggle}
        @focus=${this.#focused}
      >
        <bdi>${face ?? shown}</bdi>
      </button>
      ${this.#isOpen ? this.#card?.card(id, shown, this.#toggled) : nothing}
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
