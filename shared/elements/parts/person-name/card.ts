/** The card behind a name, with the profile in it. */
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { LitElement, ReactiveControllerHost, TemplateResult } from 'lit';
import { addStyles } from '../../kit/later-styles.ts';

const cardStyles = css`
  .card {
    border-radius: calc(var(--k-radius) * 1.5);
    inline-size: min(22rem, calc(100vw - 2rem));
    max-block-size: min(36rem, calc(100vh - 1rem));
    overflow: auto;
    padding: 0;
    position-area: block-end span-inline-end;
  }
`;

/** The element that draws the name. */
type CardHost = ReactiveControllerHost & LitElement;

/** Long enough that a pointer passing over opens nothing. */
const hoverDelay = 350;
/** Long enough to move the pointer from the name to the card. */
const leaveDelay = 250;

/** When the card opens and closes. */
export class OpenCard {
  isOpen = false;
  readonly #host: CardHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the pointer or the keyboard is on the name. */
  #isOn = false;
  /** Somebody closed it on the spot: a hand that trembles must not open it again. */
  #isPutAway = false;

  constructor(host: CardHost) {
    this.#host = host;
    addStyles(host, cardStyles);
  }

  #open(isOpen: boolean): void {
    if (isOpen === this.isOpen) return;
    this.isOpen = isOpen;
    this.#host.requestUpdate();
  }

  #later(delay: number, run: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, delay);
  }

  /** The name is off the page. */
  gone(): void {
    clearTimeout(this.#timer);
    this.#open(false);
  }

  /** Somebody points at the name, or the keyboard is on it. */
  pointed(): void {
    this.#isOn = true;
    if (this.#isPutAway) return;
    this.#later(hoverDelay, () => void this.show());
  }

  /** Nobody does any more. */
  left(): void {
    this.#isOn = false;
    this.#isPutAway = false;
    this.#later(leaveDelay, () => {
      // Who writes in it may move the pointer away.
      if (!this.#host.renderRoot.querySelector('.card:focus-within')) this.#hide();
    });
  }

  toggle(): void {
    clearTimeout(this.#timer);
    this.#isPutAway = this.isOpen;
    if (this.isOpen) this.#hide();
    else void this.show();
  }

  async show(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#host.isConnected || this.isOpen) return;
    this.#open(true);
    await this.#host.updateComplete;
    const { renderRoot } = this.#host;
    // The button as source makes it the anchor that the card is placed by.
    const source = renderRoot.querySelector<HTMLElement>('.person') ?? this.#host;
    // Gone, where the pointer moved on meanwhile.
    renderRoot.querySelector<HTMLElement>('.card')?.showPopover({ source });
  }

  #hide(): void {
    const card = this.#host.renderRoot.querySelector<HTMLElement>('.card');
    if (card?.matches(':popover-open') === true) card.hidePopover();
    this.#open(false);
  }

  /** What is still open here was closed by the browser: with Escape, or with a press elsewhere. */
  readonly #toggled = (event: Event): void => {
    if ((event as ToggleEvent).newState !== 'closed' || !this.isOpen) return;
    this.#isPutAway = this.#isOn;
    this.#open(false);
  };

  render(id: string, name: string): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    return html`<div
      class="card"
      popover="auto"
      role="dialog"
      aria-label=${msg(str`About ${name}`)}
      @toggle=${this.#toggled}
    >
      <kantine-profile-card form="compact" .person=${id}></kantine-profile-card>
    </div>`;
  }
}
