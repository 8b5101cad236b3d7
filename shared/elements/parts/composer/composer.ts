// In one file, since who reads it, whom it mentions and what is sent belong to one draft.
import type { Audience, GroupAudience, PersonSummary, TopicView } from '@kantine/core';
import { isKantineError, limits } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../../kit/controls.ts';
import { Acting } from '../../kit/acting.ts';
import { isComposing } from '../../kit/composing.ts';
import { Drafting } from '../../kit/drafting.ts';
import { errorText } from '../../kit/error-text.ts';
import { CommunityElement } from '../../kit/kantine-element.ts';
import { errorNotice, noticeStyles } from '../../kit/notice.ts';
import { acceptDraft } from './accept-draft.ts';
import type { Candidate } from './candidates.ts';
import { kindChoice } from './kind-choice.ts';
import { questionHint } from './question-hint.ts';
import { labelFor, mentionedIn, withNames, withTokens } from './mention-text.ts';
import { topicChoice } from './topic-choice.ts';
import type { Send } from './sending.ts';
import type { TextDraft } from './text-draft.ts';
import type * as Untold from './untold.ts';
import type * as Mentions from './mentioning.ts';
import { composerStyles } from './composer.styles.ts';
import { head, headStyles } from './head.ts';
import { isTelling, WideningQuestion } from './widening.ts';
import { numberText } from '../../locale/formats.ts';

/** Said where somebody writes, or is about to send: who listens tells who reads it by now. */
export interface Used {
  readonly answer: (audience: Promise<Audience | undefined>) => void;
}

/** Who reads it is asked again when somebody comes back to a text after this time. In milliseconds. */
const stale = 15_000;
/** Nobody waits longer than this for it. */
const patience = 2_000;

const loadMentioning = (): Promise<typeof Mentions> => import('./mentioning.ts');
const loadUntold = (): Promise<typeof Untold> => import('./untold.ts');

/**
 * Where a person writes. The text stays until the host has confirmed it, through any failure and
 * through a reload; who will read it stands above, and is asked about where more people can by the time that it
 * is sent.
 *
 * @fires kantine-used when it is entered, and when who reads it has to be known anew.
 * @fires kantine-cancel when the person gives up, where `cancellable` is set.
 */
export class Composer extends CommunityElement implements Mentions.MentionHost {
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
  /** The text to begin with, for an edit, and whom it mentions. */
  @property({ attribute: false }) initial = '';
  @property({ attribute: false }) mentions: readonly PersonSummary[] = [];
  /** The id of the group whose people may be mentioned; nobody can be without. */
  @property({ attribute: false }) group: string | undefined;
  @property({ type: Boolean }) cancellable = false;
  /** One line until it is used. */
  @property({ type: Boolean }) compact = false;
  /** Whether a writer says if it is something to share or a question. */
  @property({ type: Boolean }) askable = false;

  /** What a writer may say that it is about. */
  @property({ attribute: false }) topics: readonly TopicView[] | undefined;

  /** Why it can be sent no more; what was typed stays, to be copied. */
  @property() refusal = '';

  /** A line above the field: what the text will be an answer to. */
  @property() context = '';

  /** Somebody is in it; it does not close under a pointer on its way to another button. */
  @state() private used = false;
  @query('textarea') textarea!: HTMLTextAreaElement | null;
  /** The list behind an `@` is fetched with the first one. */
  @state() private mentioning: Mentions.Mentioning | undefined;
  /** What is said of people who cannot read it is fetched with the first of them. */
  @state() private untold: Untold.Untold | undefined;
  readonly #acting = new Acting(this);
  readonly #draft = new Drafting<TextDraft>(this, {
    empty: () => withNames(this.initial, this.mentions),
    accept: acceptDraft,
    name: () => this.draftName,
    isEmpty: ({ text }) => text === '',
  });
  readonly #widening = new WideningQuestion(this, {
    audience: () => this.audience,
    isEmpty: () => this.#text === '',
  });
  /** Under whose face it will stand; known once somebody is in it. */
  @state() private me: PersonSummary | undefined;
  #tabbing = false;
  /** What had the focus before. */
  #from: HTMLElement | undefined;
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
    void this.updateComplete.then(() => this.textarea?.focus());
  }

  readonly #typed = (): void => {
    this.#acting.clear();
    const text = this.textarea?.value ?? '';
    this.#draft.change({ text });
    if (this.mentioning) this.mentioning.look();
    else if (text.includes('@') && this.group !== undefined) void this.#offerPeople();
  };

  /** That it could not be fetched is no fault of a text, which can be sent all the same. */
  async #offerPeople(): Promise<void> {
    const loaded = await loadMentioning().catch(() => undefined);
    if (loaded) this.mentioning ??= new loaded.Mentioning(this);
  }

  get labels(): readonly string[] {
    return Object.keys(this.#draft.fields.named);
  }

  mention({ person, canRead }: Candidate, from: number, to: number): void {
    const { text, named, untold: before = [] } = this.#draft.fields;
    const label = labelFor(person, named);
    this.#draft.change({
      text: `${text.slice(0, from)}@${label} ${text.slice(to).replace(/^ /, '')}`,
      named: { ...named, [label]: person.id },
      untold: canRead ? before : [...new Set([...before, label])],
    });
    const cursor = from + label.length + 2;
    void this.updateComplete.then(() => this.textarea?.setSelectionRange(cursor, cursor));
  }

  /** Somebody whom the writer was offered stands behind what is written. */
  readonly #mentionLast = (person: PersonSummary): void => {
    const { text } = this.#draft.fields;
    const before = text === '' || /\s$/u.test(text) ? text : `${text} `;
    this.#draft.change({ text: before });
    this.mention({ person, isKnown: true, canRead: true }, before.length, before.length);
    this.focus();
  };

  /** Somebody was let in. */
  canRead(name: string): void {
    const { untold = [] } = this.#draft.fields;
    this.#draft.change({ untold: untold.filter((other) => other !== name) });
  }

  #untold(): TemplateResult | undefined {
    const { fields } = this.#draft;
    if (fields.untold && !this.untold) {
      loadUntold().then(
        (loaded) => (this.untold ??= new loaded.Untold(this)),
        () => undefined,
      );
    }
    return this.untold?.render(fields);
  }

  readonly #focused = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && !this.renderRoot.contains(relatedTarget))
      this.#from = relatedTarget;
    if (!this.used || Date.now() - this.#asked > stale) void this.#askWhoReads();
    this.used = true;
    if (!this.me) void this.#askWhoWrites();
  };

  /** A text can be sent without a face. */
  async #askWhoWrites(): Promise<void> {
    if (this.initial === '') this.me = await this.community?.people.me().catch(() => undefined);
  }

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
    this.mentioning?.close();
    const inside = relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget);
    if (this.#tabbing && !inside && this.#text === '') this.used = false;
  };

  readonly #keyPressed = (event: KeyboardEvent): void => {
    if (this.mentioning?.keyPressed(event) === true || isComposing(event)) return;
    this.#tabbing = event.key === 'Tab';
    if (event.key === 'Escape' && this.#isUntouched) {
      event.preventDefault();
      this.#escape();
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#submit();
    }
  };

  /** Nothing would be lost. */
  get #isUntouched(): boolean {
    const { busy } = this.#acting;
    return busy === undefined && this.#text === withNames(this.initial, this.mentions).text;
  }

  /** Out of what nobody typed in, back to where the reader came from. */
  #escape(): void {
    if (this.cancellable) return this.#cancel();
    this.used = false;
    if (this.#from?.isConnected === true) this.#from.focus();
  }

  readonly #submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#submit();
  };

  async #submit(): Promise<void> {
    const { send } = this;
    if (!send || this.#acting.isBusy || this.refusal !== '') return;
    // Nothing is wrong with a field that waits for its text.
    if (this.#text.trim() === '') return this.focus();
    const done = await this.#acting.run('send', async () => {
      if (!this.#widening.maySend(await this.#readersNow())) return;
      await send(withTokens(this.#draft.fields), this.#draft.key, {
        kind: this.#draft.fields.kind,
        topic: this.#draft.fields.topic,
        mentions: mentionedIn(this.#draft.fields),
      });
      this.#draft.clear();
    });
    if (this.#widening.isOpen) this.focusOn('.look');
    else if (!done) this.focusOn('textarea');
  }

  #cancel(): void {
    // What is on its way cannot be given up any more.
    if (this.#acting.isBusy) return;
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
      ${isOpen ? this.#head() : nothing}
      <div class="field">
        <textarea
          rows=${isOpen ? 3 : 1}
          aria-label=${this.label}
          aria-describedby="readers about error"
          aria-invalid=${isRefused ? 'true' : nothing}
          aria-autocomplete=${this.mentioning ? 'list' : nothing}
          aria-controls=${this.mentioning?.isOpen === true ? 'candidates' : nothing}
          aria-activedescendant=${this.mentioning?.active ?? nothing}
          placeholder=${this.placeholder}
          dir="auto"
          .value=${this.#text}
          ?readonly=${this.#acting.isBusy}
          @input=${this.#typed}
        ></textarea>
        ${this.mentioning?.render()}
      </div>
      ${this.#untold()} ${this.askable && isOpen ? [this.#kinds(), this.#topics()] : nothing}
      ${isQuestion && isOpen ? questionHint(this.group, this.#draft.fields, this.#mentionLast) : nothing}
      <div class="foot" ?hidden=${!isOpen && this.#acting.error === undefined}>
        <div id="about" class="muted">${this.#counter()}</div>
        ${this.#widening.isOpen && !this.#acting.isBusy ? this.#widening.render(submit) : this.#actions(submit)}
      </div>
      <p role="status" ?hidden=${this.refusal === ''}>${this.refusal}</p>
      <div id="error" ?hidden=${this.#acting.error === undefined}>
        ${this.#acting.error === undefined ? nothing : errorNotice(errorText(this.#acting.error))}
      </div>
    </form>`;
  }

  #head(): TemplateResult | typeof nothing {
    const { audience, initial, me, told } = this;
    const isTold = audience && (told || isTelling(audience));
    return head({ hasFace: initial === '', me, audience: isTold ? audience : undefined });
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
      <button
        type="submit"
        class="primary"
        ?hidden=${this.refusal !== ''}
        aria-disabled=${this.#acting.isBusy}
        tabindex=${this.#skipped}
      >
        ${this.#acting.isBusy ? msg('Sending…') : submit}
      </button>
    </div>`;
  }

  /** Before there is a word, Tab leads on to the posts: three stops fewer for who only passes. */
  get #skipped(): -1 | typeof nothing {
    return this.#text === '' && !this.cancellable ? -1 : nothing;
  }

  #kinds(): TemplateResult {
    return kindChoice(this.#draft.fields.kind, {
      busy: this.#acting.isBusy,
      tabindex: this.#skipped,
      choose: (kind) => this.#draft.change({ kind }),
    });
  }

  #topics(): TemplateResult | typeof nothing {
    return topicChoice(this.topics, this.#draft.fields.topic, {
      busy: this.#acting.isBusy,
      tabindex: this.#skipped,
      choose: (topic) => this.#draft.change({ topic }),
    });
  }

  /** Counts only where the end is near. */
  #counter(): TemplateResult | typeof nothing {
    const left = this.max - withTokens(this.#draft.fields).length;
    if (left > this.max * 0.2)
      return html`<span>${msg('Markdown works. Ctrl+Enter sends.')}</span>`;
    const number = numberText(Math.abs(left));
    return left < 0
      ? html`<span class="over">${msg(str`${number} characters too many`)}</span>`
      : html`<span>${msg(str`${number} characters left`)}</span>`;
  }

  static override styles = [controls, headStyles, noticeStyles, composerStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-composer': Composer;
  }
}
