import { reactionKinds } from '@kantine/core';
import type { ReactionKind, ReactionSummary, Reactor } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, nothing } from 'lit';
import type { LitElement, ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html } from '../../kit/compact.ts';
import * as icons from '../../kit/icons.ts';
import { addStyles } from '../../kit/later-styles.ts';
import { numberText } from '../../locale/formats.ts';
import { reactionEmoji, reactionName } from './kinds.ts';
import type * as Choices from './choices.ts';

/** The element around the reactions. */
type ReactionsHost = ReactiveControllerHost & LitElement;

interface ReactionActions {
  /** @param kind that was chosen; undefined to take the reader's back. */
  react(kind: ReactionKind | undefined): void;
  /** Reads who reacted, once somebody wants to know. Throws a KantineError. */
  reactors(): Promise<readonly Reactor[]>;
  /** The choices could not be fetched; `again` tries once more. */
  failed(error: unknown, again: () => void): void;
}

/**
 * The reactions to a message: one tap gives one, another tap takes it back. A part of the element around it, since
 * there are as many as messages.
 */
export class Reactions implements ReactiveController {
  readonly #host: ReactionsHost;
  readonly #actions: ReactionActions;
  #summary: ReactionSummary = { counts: {} };
  /** The choices are fetched when they open for the first time, and drawn while they are open. */
  #choices: typeof Choices | undefined;
  #isOpen = false;
  #names: string | undefined;

  constructor(host: ReactionsHost, actions: ReactionActions) {
    this.#host = host;
    this.#actions = actions;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  readonly #choose = (kind: ReactionKind): void => {
    const opened = this.#find('.reactions');
    if (opened?.matches(':popover-open') === true) {
      opened.hidePopover();
      this.#find('.more')?.focus();
    }
    this.#actions.react(this.#summary.mine === kind ? undefined : kind);
  };

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector(selector);
  }

  readonly #open = async (): Promise<void> => {
    if (this.#isOpen) return this.#find('.reactions')?.hidePopover();
    this.#isOpen = true;
    try {
      this.#choices ??= await import('./choices.ts');
    } catch (error) {
      this.#isOpen = false;
      return this.#actions.failed(error, () => void this.#open());
    }
    addStyles(this.#host, this.#choices.choiceStyles);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const source = this.#find('.more');
    // The button as source makes it the anchor that the choices are placed by.
    if (source) this.#find('.reactions')?.showPopover({ source });
    void this.#readNames(this.#choices);
  };

  async #readNames({ namesOf, notNamed }: typeof Choices): Promise<void> {
    this.#names = undefined;
    try {
      this.#names = namesOf(await this.#actions.reactors());
    } catch {
      this.#names = notNamed();
    }
    this.#host.requestUpdate();
  }

  readonly #toggled = (event: Event): void => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    this.#isOpen = false;
    this.#host.requestUpdate();
  };

  render(summary: ReactionSummary, disabled: boolean): TemplateResult {
    this.#summary = summary;
    const given = reactionKinds.filter(
      (kind) => kind === 'like' || (summary.counts[kind] ?? 0) > 0,
    );
    return html`${given.map((kind) => this.#chip(kind, disabled))}<button
        type="button"
        class="quiet icon more"
        aria-haspopup="true"
        aria-expanded=${this.#isOpen}
        aria-label=${msg('More reactions')}
        title=${msg('More reactions')}
        @click=${this.#open}
      >
        ${icons.addReaction}</button
      >${
        this.#isOpen
          ? this.#choices?.choices({
              mine: summary.mine,
              disabled,
              names: this.#names,
              choose: this.#choose,
              toggled: this.#toggled,
            })
          : nothing
      }`;
  }

  #chip(kind: ReactionKind, disabled: boolean): TemplateResult {
    const { counts, mine } = this.#summary;
    const count = counts[kind] ?? 0;
    const number = count > 0 ? numberText(count) : '';
    const name = reactionName(kind);
    return html`<button
      type="button"
      class="chip"
      aria-pressed=${mine === kind}
      aria-label=${count > 0 ? msg(str`${name}: ${number}`) : name}
      title=${name}
      ?disabled=${disabled}
      @click=${() => this.#choose(kind)}
    >
      <span class="emoji" aria-hidden="true">${reactionEmoji[kind]}</span>${number}
    </button>`;
  }
}

/** Needs the popover styles beside it. */
export const reactionStyles = css`
  .chip {
    border: 1px solid var(--k-border);
    border-radius: 1rem;
    font-size: 0.875rem;
    gap: 0.3em;
    padding: 0 0.6rem;
  }

  .chip[aria-pressed='true'] {
    background: var(--k-accent-soft);
    border-color: var(--k-accent);
    font-weight: 600;
  }

  .emoji {
    font-family: var(--k-emoji);
  }
`;
