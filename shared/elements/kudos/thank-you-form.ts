import { countWords, isKantineError, kudosValues, limits } from '@kantine/core';
import type { Audience, KudosBudget, KudosValue, PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { audienceLabel, audienceStyles } from '../audience-label/audience-label.ts';
import { controls } from '../internal/controls.ts';
import { draftName, dropDraft, loadDraft, saveDraft } from '../internal/draft.ts';
import { errorText } from '../internal/error-text.ts';
import { KantineElement } from '../internal/kantine-element.ts';
import { errorNotice, noticeStyles } from '../internal/notice.ts';
import { currentLocale } from '../locale/locale.ts';
import { plural } from '../locale/plural.ts';
import { thankYouFormStyles } from './thank-you-form.styles.ts';
import { isThankYouDraft } from './thank-you-draft.ts';
import type { ThankYouDraft } from './thank-you-draft.ts';
import { valueName, valueSign } from './values.ts';

/**
 * Thanks one or more colleagues for a value, with a reason. Everything stays filled in until the
 * host has confirmed it.
 * @fires kantine-given once it was.
 * @fires kantine-cancel when the person gives up.
 */
export class ThankYouForm extends KantineElement {
  @property({ attribute: false }) me: PersonSummary | undefined;
  @property({ attribute: false }) budget: KudosBudget | undefined;
  @property({ attribute: false }) audience: Audience | undefined;
  /** The values that may be named. */
  @property({ attribute: false }) values: readonly KudosValue[] = kudosValues;
  /** Somebody who is thanked from here: the form begins with them, and keeps a draft of its own. */
  @property({ attribute: false }) suggested: PersonSummary | undefined;
  @state() private recipients: readonly PersonSummary[] = [];
  @state() private value: KudosValue | undefined;
  @state() private reason = '';
  @state() private sending = false;
  @state() private error: unknown;
  @query('kantine-people-picker') private picker!: HTMLElement | null;
  /** One thank-you, one key: sending it again after a lost answer thanks nobody twice. */
  #key: string | undefined;

  get #draftName(): string {
    const { suggested } = this;
    return draftName(this.me?.id ?? '', suggested ? `kudos-${suggested.id}` : 'kudos');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated || !changed.has('me')) return;
    if (this.suggested) this.recipients = [this.suggested];
    const draft = loadDraft(this.#draftName, isThankYouDraft);
    if (!draft) return;
    this.recipients = draft.recipients;
    this.value = draft.value;
    this.reason = draft.reason;
    this.#key = draft.key;
  }

  /** Keeps what was filled in; nothing of it waits for the button. */
  #keep(): void {
    const { recipients, value, reason, community } = this;
    if (!community) return;
    this.#key ??= community.newKey();
    const draft: ThankYouDraft = {
      recipients,
      reason,
      key: this.#key,
      ...(value ? { value } : {}),
    };
    saveDraft(this.#draftName, draft);
  }

  #cancel(): void {
    dropDraft(this.#draftName);
    this.emit('kantine-cancel', undefined);
  }

  protected override firstUpdated(): void {
    void this.updateComplete.then(() => this.picker?.focus());
  }

  /** Thanks count as kudos while the week's allowance reaches; after that they are plain thanks. */
  get #isKudos(): boolean {
    return this.recipients.length <= (this.budget?.left ?? 0);
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, value, reason } = this;
    if (!community || this.sending) return;
    this.#key ??= community.newKey();
    this.sending = true;
    this.error = undefined;
    try {
      await community.kudos.give({
        recipients: this.recipients.map(({ id }) => id),
        value: value as KudosValue,
        reason,
        as: this.#isKudos ? 'kudos' : 'thanks',
        key: this.#key,
      });
      dropDraft(this.#draftName);
      this.emit('kantine-given', undefined);
    } catch (error) {
      this.error = error;
      // Another window gave the last ones: what is left is asked again, and plain thanks still work.
      if (isKantineError(error, 'QuotaReached')) this.emit('kantine-budget', undefined);
    } finally {
      this.sending = false;
    }
  };

  /** What is still missing, in the order of the form, and where it goes. */
  get #missing(): { text: string; part: string } | undefined {
    if (this.recipients.length === 0) {
      return { text: msg('Name the person you want to thank.'), part: 'kantine-people-picker' };
    }
    if (!this.value || !this.values.includes(this.value))
      return { text: msg('Choose the value that fits best.'), part: 'fieldset input' };
    const words = limits.kudosReasonWords;
    if (countWords(this.reason) < words) {
      return { text: msg(str`Say in at least ${words} words what they did.`), part: 'textarea' };
    }
    return undefined;
  }

  /** Pressed too early, the button leads to what is missing. */
  #refuse(event: Event, part: string): void {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>(part)?.focus();
  }

  protected override render(): TemplateResult {
    const missing = this.#missing;
    return html`<form @submit=${this.#submit} aria-label=${msg('Thank a colleague')}>
      <kantine-people-picker
        label=${msg('Whom do you want to thank?')}
        .chosen=${this.recipients}
        .without=${this.me ? [this.me.id] : []}
        @kantine-change=${({ detail }: CustomEvent<readonly PersonSummary[]>) => {
          this.recipients = detail;
          this.#keep();
        }}
      ></kantine-people-picker>
      <fieldset>
        <legend>${msg('For what?')}</legend>
        <div class="values">${this.values.map((value) => this.#valueChoice(value))}</div>
      </fieldset>
      <label class="reason">
        ${msg('What did they do?')}
        <textarea
          rows="2"
          dir="auto"
          placeholder=${msg('You stayed until the machine ran again…')}
          .value=${this.reason}
          @input=${({ target }: InputEvent) => {
            this.reason = (target as HTMLTextAreaElement).value;
            this.#keep();
          }}
        ></textarea>
      </label>
      <p class="muted">${this.#allowance()}</p>
      ${this.audience ? html`<p class="muted">${audienceLabel(this.audience)}</p>` : nothing}
      ${this.error === undefined ? nothing : errorNotice(errorText(this.error))}
      <div class="buttons">
        <p class="muted" id="missing" aria-live="polite">${missing?.text ?? ''}</p>
        <button type="button" class="quiet" @click=${() => this.#cancel()}>${msg('Cancel')}</button>
        <button
          type="submit"
          class="primary"
          aria-describedby="missing"
          aria-disabled=${this.sending || missing !== undefined}
          @click=${(event: Event) => missing && this.#refuse(event, missing.part)}
        >
          ${this.#submitText()}
        </button>
      </div>
    </form>`;
  }

  #submitText(): string {
    if (this.sending) return msg('Sending…');
    return this.#isKudos ? msg('Give kudos') : msg('Say thanks');
  }

  #valueChoice(value: KudosValue): TemplateResult {
    return html`<label class=${this.value === value ? 'value chosen' : 'value'}>
      <input
        type="radio"
        name="value"
        .checked=${this.value === value}
        @change=${() => {
          this.value = value;
          this.#keep();
        }}
      />
      <span class="sign" aria-hidden="true">${valueSign[value]}</span>${valueName(value)}
    </label>`;
  }

  /** What is left of the week, and what happens after it. */
  #allowance(): string {
    const { left = 0, resetsAt = 0 } = this.budget ?? {};
    const day = new Intl.DateTimeFormat(currentLocale(), { weekday: 'long' }).format(resetsAt);
    if (left === 0) {
      return msg(
        str`Your kudos for this week are given; there are new ones on ${day}. Until then you can say thanks without kudos.`,
      );
    }
    if (!this.#isKudos) {
      const number = left.toLocaleString(currentLocale());
      return msg(
        str`You have kudos for ${number} more this week, so these thanks go without kudos. Name fewer people to give kudos.`,
      );
    }
    const number = left.toLocaleString(currentLocale());
    return plural(left, {
      one: msg('This week you can give kudos to 1 more colleague.'),
      other: msg(str`This week you can give kudos to ${number} more colleagues.`),
    });
  }

  static override styles = [controls, noticeStyles, audienceStyles, thankYouFormStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-thank-you-form': ThankYouForm;
  }
}
