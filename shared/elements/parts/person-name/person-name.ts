import type { PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { html } from '../../kit/compact.ts';
import { controls } from '../../kit/controls.ts';
import { KantineElement } from '../../kit/kantine-element.ts';
import { popoverStyles } from '../../kit/popover.ts';

/** Long enough that a pointer passing over opens nothing. */
const hoverDelay = 350;
/** Long enough to move the pointer from the name to the card. */
const leaveDelay = 250;

/** Most readers of a page open no card; it is fetched when somebody is about to. */
const loadCard = (): Promise<unknown> => import('../../profile-card/define.ts');

/**
 * A person's name, with the compact profile card behind it: on hover, on keyboard focus and on tap.
 * Escape or a tap elsewhere closes it; the pointer may move onto it.
 */
export class PersonName extends KantineElement {
  @property({ attribute: false }) person: PersonSummary | undefined;
  /** Shows the face instead of the name; the name is still what a screen reader says. */
  @property({ type: Boolean }) face = false;
  @state() private opened = false;
  @query('button') private button!: HTMLButtonElement | null;
  @query('[popover]') private card!: HTMLElement | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.opened = false;
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

  readonly #focused = (): void => {
    // Only keyboard focus: a tap focuses too, and its click must not close what focus just opened.
    if (this.button?.matches(':focus-visible') === true)
      this.#later(hoverDelay, () => void this.show());
  };

  readonly #focusLeft = ({ relatedTarget }: FocusEvent): void => {
    const inside = relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget);
    if (!inside) this.#later(leaveDelay, () => this.hide());
  };

  /** Opens the card, or closes it. */
  readonly toggle = (): void => {
    clearTimeout(this.#timer);
    if (this.opened) this.hide();
    else void this.show();
  };

  /** Opens the card, and loads it on the first time. */
  async show(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.isConnected || this.opened) return;
    this.opened = true;
    await Promise.all([loadCard().catch(() => this.hide()), this.updateComplete]);
    // The button as source makes it the anchor that the card is placed by.
    // Gone, where the pointer moved on meanwhile.
    this.card?.showPopover({ source: this.button ?? this });
  }

  hide(): void {
    if (this.card?.matches(':popover-open') === true) this.card.hidePopover();
    this.opened = false;
  }

  readonly #toggled = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed') this.opened = false;
  };

  protected override render(): TemplateResult | typeof nothing {
    const { person } = this;
    if (!person) return nothing;
    const name = person.name || msg('Former colleague');
    // Nobody to look up any more: just the name.
    if (person.name === '') return html`<span class="gone">${this.#content(name)}</span>`;
    return html`<span
      class="anchor"
      @pointermove=${this.pointed}
      @pointerleave=${this.left}
      @focusout=${this.#focusLeft}
    >
      <button
        type="button"
        class=${this.face ? 'face' : 'name'}
        aria-haspopup="dialog"
        aria-expanded=${this.opened}
        aria-label=${this.face ? name : nothing}
        @click=${this.toggle}
        @focus=${this.#focused}
      >
        ${this.#content(name)}
      </button>
      ${this.opened ? this.#card(person, name) : nothing}
    </span>`;
  }

  #content(name: string): TemplateResult {
    return this.face
      ? html`<kantine-avatar .person=${this.person}></kantine-avatar>`
      : html`<bdi>${name}</bdi>`;
  }

  #card({ id }: PersonSummary, name: string): TemplateResult {
    return html`<div
      popover="auto"
      role="dialog"
      aria-label=${msg(str`About ${name}`)}
      @toggle=${this.#toggled}
    >
      <kantine-profile-card form="compact" .person=${id}></kantine-profile-card>
    </div>`;
  }

  static override styles = [
    controls,
    popoverStyles,
    css`
      :host,
      .anchor {
        display: inline-flex;
        max-inline-size: 100%;
      }

      button {
        border: none;
        border-radius: 4px;
        min-block-size: 1.5rem;
        padding: 0;
      }

      button.name,
      .gone {
        font-weight: 600;
        overflow-wrap: anywhere;
        text-align: start;
      }

      button.name:hover {
        background: none;
        text-decoration: underline;
      }

      button.face {
        border-radius: 50%;
      }

      [popover] {
        border-radius: calc(var(--k-radius) * 1.5);
        inline-size: min(22rem, calc(100vw - 1rem));
        max-block-size: min(30rem, calc(100vh - 1rem));
        overflow: auto;
        padding: 0;
        position-area: block-end span-inline-end;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-person-name': PersonName;
  }
}
