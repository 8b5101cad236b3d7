import type { Audience } from '@kantine/core';
import { isKantineError, limits } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { audienceLabel, audienceStyles } from '../audience-label/audience-label.ts';
import { controls } from '../internal/controls.ts';
import { dropDraft, isTextDraft, loadDraft, saveDraft } from '../internal/draft.ts';
import { errorText } from '../internal/error-text.ts';
import { KantineElement } from '../internal/kantine-element.ts';
import { errorNotice, noticeStyles } from '../internal/notice.ts';
import { currentLocale } from '../locale/locale.ts';

/** Sends a text; resolves once the host confirmed it. */
export type Send = (text: string, key: string) => Promise<void>;

/**
 * Where a person writes. The text stays until the host has confirmed it, through any failure and
 * through a reload; who will read it stands below.
 *
 * @fires kantine-cancel when the person gives up, where `cancellable` is set.
 */
export class Composer extends KantineElement {
  /** What is written here, for the field's name. */
  @property() label = '';
  @property() placeholder = '';
  @property({ attribute: 'submit-label' }) submitLabel = '';
  /** In UTF-16 units. A longer text may be typed, and is refused with its length. */
  @property({ type: Number }) max: number = limits.post;
  /** Where the draft is kept; without a name it lives as long as the element. */
  @property({ attribute: 'draft-name' }) draftName: string | undefined;
  @property({ attribute: false }) audience: Audience | undefined;
  @property({ attribute: false }) send: Send | undefined;
  /** The text to begin with, for an edit. */
  @property({ attribute: false }) initial = '';
  @property({ type: Boolean }) cancellable = false;
  /** One line until it is used. */
  @property({ type: Boolean }) compact = false;

  /** A line above the field: what the text will be an answer to. */
  @property() context = '';

  @state() private text = '';
  /** Somebody is in it; it does not close under a pointer on its way to another button. */
  @state() private used = false;
  @state() private sending = false;
  @state() private error: unknown;
  @query('textarea') private field!: HTMLTextAreaElement | null;
  #key: string | undefined;
  #tabbing = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A text that changes underneath an open editor must not replace what is being typed.
    if (!this.hasUpdated || changed.has('draftName')) this.#begin();
  }

  #begin(): void {
    const draft = this.draftName === undefined ? undefined : loadDraft(this.draftName, isTextDraft);
    this.#key = draft?.key;
    this.text = draft?.text ?? this.initial;
    this.used = false;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.field?.focus());
  }

  readonly #typed = (): void => {
    this.text = this.field?.value ?? '';
    this.error = undefined;
    this.#key ??= this.community?.newKey();
    if (this.draftName === undefined || this.#key === undefined) return;
    if (this.text === '') dropDraft(this.draftName);
    else saveDraft(this.draftName, { text: this.text, key: this.#key });
  };

  readonly #focused = (): void => {
    this.used = true;
  };

  /** Left with the keyboard, an empty field closes again: nothing moves under a pointer. */
  readonly #left = ({ relatedTarget }: FocusEvent): void => {
    const inside = relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget);
    if (this.#tabbing && !inside && this.text === '') this.used = false;
  };

  readonly #keyPressed = (event: KeyboardEvent): void => {
    this.#tabbing = event.key === 'Tab';
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#submit();
    }
  };

  readonly #submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#submit();
  };

  async #submit(): Promise<void> {
    const { send, community } = this;
    if (this.sending || !send || !community) return;
    this.#key ??= community.newKey();
    this.sending = true;
    this.error = undefined;
    try {
      await send(this.text, this.#key);
      this.#clear();
    } catch (error) {
      this.error = error;
      this.focus();
    } finally {
      this.sending = false;
    }
  }

  #clear(): void {
    if (this.draftName !== undefined) dropDraft(this.draftName);
    this.#key = undefined;
    this.text = '';
  }

  #cancel(): void {
    this.#clear();
    this.error = undefined;
    this.used = false;
    this.emit('kantine-cancel', undefined);
  }

  protected override render(): TemplateResult {
    const isOpen = !this.compact || this.used || this.text !== '' || this.cancellable;
    const isRefused = isKantineError(this.error, 'Invalid');
    return html`<form
      class=${isOpen ? 'open' : 'closed'}
      aria-busy=${this.sending}
      @submit=${this.#submitted}
      @keydown=${this.#keyPressed}
      @focusin=${this.#focused}
      @focusout=${this.#left}
      @pointerdown=${() => (this.#tabbing = false)}
    >
      ${this.context === '' ? nothing : html`<p class="context muted">${this.context}</p>`}
      <textarea
        rows=${isOpen ? 3 : 1}
        aria-label=${this.label}
        aria-describedby="about error"
        aria-invalid=${isRefused ? 'true' : nothing}
        placeholder=${this.placeholder}
        dir="auto"
        .value=${this.text}
        ?readonly=${this.sending}
        @input=${this.#typed}
      ></textarea>
      <div class="foot" ?hidden=${!isOpen && this.error === undefined}>
        <div id="about" class="muted">
          ${this.audience ? audienceLabel(this.audience) : nothing} ${this.#counter()}
        </div>
        <div class="actions">
          ${
            this.cancellable
              ? html`<button type="button" class="quiet" @click=${this.#cancel}>
                  ${msg('Cancel')}
                </button>`
              : nothing
          }
          <button type="submit" class="primary" aria-disabled=${this.sending}>
            ${this.sending ? msg('Sending…') : this.submitLabel}
          </button>
        </div>
      </div>
      <div id="error" ?hidden=${this.error === undefined}>
        ${this.error === undefined ? nothing : errorNotice(errorText(this.error))}
      </div>
    </form>`;
  }

  /** Counts only where the end is near. */
  #counter(): TemplateResult | typeof nothing {
    const left = this.max - this.text.length;
    if (left > this.max * 0.2) return nothing;
    const number = Math.abs(left).toLocaleString(currentLocale());
    return left < 0
      ? html`<span class="over">${msg(str`${number} characters too many`)}</span>`
      : html`<span>${msg(str`${number} characters left`)}</span>`;
  }

  static override styles = [
    controls,
    audienceStyles,
    noticeStyles,
    css`
      :host {
        display: block;
      }

      form {
        display: grid;
        gap: 0.5rem;
      }

      textarea {
        field-sizing: content;
        max-block-size: 60vh;
        min-block-size: 2.4rem;
        resize: none;
      }

      .open textarea {
        min-block-size: 4.9rem;
        resize: vertical;
      }

      .closed textarea {
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .foot {
        align-items: start;
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        justify-content: space-between;
      }

      #about {
        flex: 1 1 14rem;
      }

      .actions {
        display: flex;
        gap: 0.5rem;
        margin-inline-start: auto;
      }

      .over {
        color: var(--k-danger);
        font-weight: 600;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-composer': Composer;
  }
}
