import { reactionKinds } from '@kantine/core';
import type { MessageRef, ReactionKind, ReactionSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../internal/controls.ts';
import { icons } from '../internal/icons.ts';
import { KantineElement } from '../internal/kantine-element.ts';
import { popoverStyles } from '../internal/popover.ts';
import { listOf } from '../locale/list.ts';
import { currentLocale } from '../locale/locale.ts';
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
  @property({ attribute: false }) message: MessageRef | undefined;
  @property({ type: Boolean }) disabled = false;
  @state() private names: string | undefined;
  @query('[popovertarget]') private opener!: HTMLElement | null;
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

  readonly #opened = async (event: Event): Promise<void> => {
    if ((event as ToggleEvent).newState !== 'open' || !this.message) return;
    this.names = undefined;
    try {
      const reactors = await this.community?.wall.reactors(this.message);
      const people = (reactors ?? []).map(
        ({ person, kind }) => `${person.name || msg('Former colleague')} ${reactionEmoji[kind]}`,
      );
      this.names = people.length > 0 ? listOf(people) : msg('Nobody has reacted yet.');
    } catch {
      this.names = msg('Who reacted could not be loaded. Close this and try again.');
    }
  };

  protected override render(): TemplateResult {
    const given = reactionKinds.filter(
      (kind) => kind === 'like' || (this.summary.counts[kind] ?? 0) > 0,
    );
    return html`
      ${given.map((kind) => this.#chip(kind))}
      <button
        type="button"
        class="quiet icon"
        popovertarget="choices"
        aria-label=${msg('More reactions')}
        title=${msg('More reactions')}
      >
        ${icons.addReaction}
      </button>
      <div id="choices" popover role="group" aria-label=${msg('Reactions')} @toggle=${this.#opened}>
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
      </div>
    `;
  }

  #chip(kind: ReactionKind): TemplateResult {
    const count = this.summary.counts[kind] ?? 0;
    const number = count.toLocaleString(currentLocale());
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
