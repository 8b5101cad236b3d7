import { reactionKinds } from '@kantine/core';
import type { ReactionKind, ReactionSummary, Reactor } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { html } from '../../kit/compact.ts';
import { controls } from '../../kit/controls.ts';
import { icons } from '../../kit/icons.ts';
import { KantineElement } from '../../kit/kantine-element.ts';
import { popoverStyles } from '../../kit/popover.ts';
import { listOf } from '../../locale/list.ts';
import { numberText } from '../../locale/formats.ts';
import { reactionEmoji, reactionName } from './kinds.ts';

/** What the reader chose; without a kind, to take theirs back. */
export interface Reaction {
  readonly kind?: ReactionKind;
}

/**
 * The reactions to a message: one tap gives one, another tap takes it back.
 * @fires kantine-react with a Reaction.
 */
export class Reactions extends KantineElement {
  @property({ attribute: false }) summary: ReactionSummary = { counts: {} };
  /** Reads who reacted, once somebody wants to know. */
  @property({ attribute: false }) reactors: (() => Promise<readonly Reactor[]>) | undefined;
  @property({ type: Boolean }) disabled = false;
  /** Whether the choices are there; they are drawn when they open. */
  @state() private opened = false;
  @state() private names: string | undefined;
  @query('.more') private opener!: HTMLElement | null;
  @query('[popover]') private choices!: HTMLElement | null;

  #choose(kind: ReactionKind): void {
    if (this.choices?.matches(':popover-open') === true) {
      this.choices.hidePopover();
      this.opener?.focus();
    }
    // In an object: an event's detail turns a bare undefined into null.
    const chosen: Reaction = this.summary.mine === kind ? {} : { kind };
    this.emit('kantine-react', chosen);
  }

  readonly #open = async (): Promise<void> => {
    if (this.opened) return this.choices?.hidePopover();
    this.opened = true;
    await this.updateComplete;
    // The button as source makes it the anchor that the choices are placed by.
    if (this.opener) this.choices?.showPopover({ source: this.opener });
    void this.#readNames();
  };

  async #readNames(): Promise<void> {
    this.names = undefined;
    try {
      const people = ((await this.reactors?.()) ?? []).map(
        ({ person, kind }) => `${person.name || msg('Former colleague')} ${reactionEmoji[kind]}`,
      );
      this.names = people.length > 0 ? listOf(people) : msg('Nobody has reacted yet.');
    } catch {
      this.names = msg('Who reacted could not be loaded. Close this and try again.');
    }
  }

  readonly #toggled = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'closed') this.opened = false;
  };

  protected override render(): TemplateResult {
    const given = reactionKinds.filter(
      (kind) => kind === 'like' || (this.summary.counts[kind] ?? 0) > 0,
    );
    return html`${given.map((kind) => this.#chip(kind))}<button
        type="button"
        class="quiet icon more"
        aria-haspopup="true"
        aria-expanded=${this.opened}
        aria-label=${msg('More reactions')}
        title=${msg('More reactions')}
        @click=${this.#open}
      >
        ${icons.addReaction}</button
      >${this.opened ? this.#choices() : nothing}`;
  }

  #choices(): TemplateResult {
    return html`<div
      id="choices"
      popover
      role="group"
      aria-label=${msg('Reactions')}
      @toggle=${this.#toggled}
    >
      <div class="choices">
        ${reactionKinds.map(
          (kind) =>
            html`<button
              type="button"
              class="choice"
              aria-label=${reactionName(kind)}
              title=${reactionName(kind)}
              aria-pressed=${this.summary.mine === kind}
              ?disabled=${this.disabled}
              @click=${() => this.#choose(kind)}
            >
              ${reactionEmoji[kind]}
            </button>`,
        )}
      </div>
      <p class="muted" aria-live="polite">${this.names ?? msg('Loading…')}</p>
    </div>`;
  }

  #chip(kind: ReactionKind): TemplateResult {
    const count = this.summary.counts[kind] ?? 0;
    const number = numberText(count);
    const name = reactionName(kind);
    return html`<button
      type="button"
      class="chip"
      aria-pressed=${this.summary.mine === kind}
      aria-label=${count > 0 ? msg(str`${name}: ${number}`) : name}
      title=${name}
      ?disabled=${this.disabled}
      @click=${() => this.#choose(kind)}
    >
      <span aria-hidden="true">${reactionEmoji[kind]}</span>${
        count > 0 ? html`<span>${number}</span>` : nothing
      }
    </button>`;
  }

  static override styles = [
    controls,
    popoverStyles,
    css`
      :host {
        align-items: center;
        display: inline-flex;
        flex-wrap: wrap;
        gap: 0.25rem;
      }

      .chip {
        border: 1px solid var(--k-border);
        border-radius: 1rem;
        font-size: 0.875rem;
        gap: 0.3em;
        padding: 0 0.6rem;
      }

      .chip[aria-pressed='true'],
      .choice[aria-pressed='true'] {
        background: var(--k-accent-soft);
        border-color: var(--k-accent);
        font-weight: 600;
      }

      [popover] {
        max-inline-size: min(18rem, calc(100vw - 1rem));
        padding: 0.4rem;
        position-area: block-start span-inline-end;
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
      }

      .chip > :first-child,
      .choice {
        font-family: var(--k-emoji);
      }

      .choice {
        font-size: 1.25rem;
        min-block-size: 2.5rem;
        inline-size: 2.5rem;
        padding: 0;
      }

      p {
        padding: 0.3rem 0.4rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-reactions': Reactions;
  }
}
