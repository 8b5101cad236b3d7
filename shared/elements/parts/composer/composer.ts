import type { Audience, GroupAudience } from '@kantine/core';
import { isKantineError, limits } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { audienceLabel, audienceStyles } from '../audience-label/audience-label.ts';
import { controls } from '../../kit/controls.ts';
import { Acting } from '../../kit/acting.ts';
import { isComposing } from '../../kit/composing.ts';
import { Drafting } from '../../kit/drafting.ts';
import { errorText } from '../../kit/error-text.ts';
import { KantineElement } from '../../kit/kantine-element.ts';
import { errorNotice, noticeStyles } from '../../kit/notice.ts';
import { kindChoice } from './kind-choice.ts';
import type { TextKind } from './kind-choice.ts';
import { composerStyles } from './composer.styles.ts';
import { isTelling, WideningQuestion } from './widening.ts';
import { numberText } from '../../locale/formats.ts';

interface TextDraft {
  readonly text: string;
  readonly kind?: TextKind | undefined;
}

/** Said where somebody writes, or is about to send: who listens tells who reads it by now. */
export interface Used {
  readonly answer: (audience: Promise<Audience | undefined>) => void;
}

/** Who reads it is asked again when somebody comes back to a text after this time. In milliseconds. */
const stale = 15_000;
/** Nobody waits longer than this for it. */
const patience = 2_000;

/** Sends a text; resolves once the host confirmed it. */
export type Send = (text: string, key: string, kind?: TextKind) => Promise<void>;

/**
 * Where a person writes. The text stays until the host has confirmed it, through any failure and
 * through a reload; who will read it stands above, and is asked about where more people can by the time that it
 * is sent.
 *
 * @fires kantine-used when it is entered, and when who reads it has to be known anew.
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
  @property({ attribute: false }) audience: GroupAudience | undefined;
  @property({ attribute: false }) send: Send | undefined;
  /** The text to begin with, for an edit. */
  @property({ attribute: false }) initial = '';
  @property({ type: Boolean }) cancellable = false;
  /** One line until it is used. */
  @property({ type: Boolean }) compact = false;
  /** Whether a writer says if it is something to share or a question. */
  @property({ type: Boolean }) askable = false;

  /** A line above the field: what the text will be an answer to. */
  @property() context = '';

  /** Somebody is in it; it does not close under a pointer on its way to another button. */
  @state() private used = false;
  @query('textarea') private field!: HTMLTextAreaElement | null;
  readonly #acting = new Acting(this);
  readonly #draft = new Drafting<TextDraft>(this, {
    empty: () => ({ text: this.initial }),
    accept: ({ text, kind }) =>
      typeof text === 'string' ? { text, ...(kind === 'question' ? { kind } : {}) } : undefined,
    name: () => this.draftName,
    isEmpty: ({ text }) => text === '',
  });
  readonly #widening = new WideningQuestion(this, {
    audience: () => this.audience,
    isEmpty: () => this.#text === '',
  });
  #tabbing = false;
  #asked = Number.NEGATIVE_INFINITY;
  /** Whether somebody was asked who reads it: before, it is not said that it could not be checked. */
  @state() private told = false;

  get #text(): string {
    return this.#draft.fields.text;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('draftName')) this.used = false;
  }

  /** A text of an earlier visit stands here before anybody enters it. */
  protected override firstUpdated(): void {
    if (this.#text !== '') void this.#askWhoReads();
  }

  override focus(): void {
    void this.updateComplete.then(() => this.field?.focus());
  }

  readonly #typed = (): void => {
    this.#acting.clear();
    this.#draft.change({ ...this.#draft.fields, text: this.field?.value ?? '' });
  };

  readonly #focused = (): void => {
    if (!this.used || Date.now() - this.#asked > stale) void this.#askWhoReads();
    this.used = true;
  };

  async #askWhoReads(): Promise<Audience | undefined> {
    this.#asked = Date.now();
    let told: Promise<Audience | undefined> = Promise.resolve(undefined);
    this.emit<Used>('kantine-used', { answer: (audience) => void (told = audience) });
    const tooLate = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
    const audience = await Promise.race([told, tooLate]).catch(() => undefined);
    this.told = true;
    return audience;
  }

  /** Where each reader is known, somebody may have been let in a moment ago. */
  async #readersNow(): Promise<Audience | undefined> {
    const isFew = this.audience?.known === true && this.audience.members !== undefined;
    return (isFew ? await this.#askWhoReads() : undefined) ?? this.audience;
  }

  /** Left with the keyboard, an empty field closes again: nothing moves under a pointer. */
  readonly #left = ({ relatedTarget }: FocusEvent): void => {
    const inside = relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget);
    if (this.#tabbing && !inside && this.#text === '') this.used = false;
  };

  readonly #keyPressed = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
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
    const { send } = this;
    if (!send || this.#acting.isBusy) return;
    const done = await this.#acting.run('send', async () => {
      if (!this.#widening.maySend(await this.#readersNow())) return;
      await send(this.#text, this.#draft.key, this.#draft.fields.kind);
      this.#draft.clear();
    });
    if (this.#widening.isOpen) this.focusOn('.look');
    else if (!done) this.focus();
  }

  #cancel(): void {
    this.#draft.clear();
    this.#acting.clear();
    this.used = false;
    this.emit('kantine-cancel', undefined);
  }

  protected override render(): TemplateResult {
    const isOpen = !this.compact || this.used || this.#text !== '' || this.cancellable;
    const isQuestion = this.#draft.fields.kind === 'question';
    const isRefused = isKantineError(this.#acting.error, 'Invalid');
    const submit = isQuestion ? msg('Ask') : this.submitLabel;
    return html`<form
      class=${isOpen ? 'open' : 'closed'}
      aria-busy=${this.#acting.isBusy}
      @submit=${this.#submitted}
      @keydown=${this.#keyPressed}
      @focusin=${this.#focused}
      @focusout=${this.#left}
      @pointerdown=${() => (this.#tabbing = false)}
    >
      ${this.context === '' ? nothing : html`<p class="context muted">${this.context}</p>`}
      ${
        this.audience && isOpen && (this.told || isTelling(this.audience))
          ? html`<div class="muted">${audienceLabel(this.audience)}</div>`
          : nothing
      }
      <textarea
        rows=${isOpen ? 3 : 1}
        aria-label=${this.label}
        aria-describedby="readers about error"
        aria-invalid=${isRefused ? 'true' : nothing}
        placeholder=${this.placeholder}
        dir="auto"
        .value=${this.#text}
        ?readonly=${this.#acting.isBusy}
        @input=${this.#typed}
      ></textarea>
      ${this.askable && isOpen ? this.#kinds() : nothing}
      <div class="foot" ?hidden=${!isOpen && this.#acting.error === undefined}>
        <div id="about" class="muted">${this.#counter()}</div>
        ${this.#widening.isOpen && !this.#acting.isBusy ? this.#widening.render(submit) : this.#actions(submit)}
      </div>
      <div id="error" ?hidden=${this.#acting.error === undefined}>
        ${this.#acting.error === undefined ? nothing : errorNotice(errorText(this.#acting.error))}
      </div>
    </form>`;
  }

  #actions(submit: string): TemplateResult {
    return html`<div class="actions">
      ${
        this.cancellable
          ? html`<button type="button" class="quiet" @click=${this.#cancel}>
              ${msg('Cancel')}
            </button>`
          : nothing
      }
      <button type="submit" class="primary" aria-disabled=${this.#acting.isBusy}>
        ${this.#acting.isBusy ? msg('Sending…') : submit}
      </button>
    </div>`;
  }

  #kinds(): TemplateResult {
    return kindChoice(this.#draft.fields.kind, {
      busy: this.#acting.isBusy,
      choose: (kind) => this.#draft.change({ text: this.#text, kind }),
    });
  }

  /** Counts only where the end is near. */
  #counter(): TemplateResult | typeof nothing {
    const left = this.max - this.#text.length;
    if (left > this.max * 0.2) return nothing;
    const number = numberText(Math.abs(left));
    return left < 0
      ? html`<span class="over">${msg(str`${number} characters too many`)}</span>`
      : html`<span>${msg(str`${number} characters left`)}</span>`;
  }

  static override styles = [controls, audienceStyles, noticeStyles, composerStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-composer': Composer;
  }
}
