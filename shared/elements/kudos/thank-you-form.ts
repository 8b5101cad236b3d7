import { countWords, isKantineError, kudosValues, limits } from '@kantine/core';
import type { Audience, GroupSummary, KudosBudget, KudosValue, PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { audienceLabel, audienceStyles } from '../parts/audience-label/audience-label.ts';
import { WideningQuestion } from '../parts/composer/widening.ts';
import { Acting } from '../kit/acting.ts';
import { unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { Drafting } from '../kit/drafting.ts';
import { draftName } from '../kit/drafts.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { formStyles } from '../kit/form-styles.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { dateFormat, numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';
import { thankYouFormStyles } from './thank-you-form.styles.ts';
import { Readers } from './readers.ts';
import { acceptThankYou } from './thank-you-draft.ts';
import type { ThankYouDraft } from './thank-you-draft.ts';
import { valueName, valueSign } from './values.ts';

/**
 * Thanks one or more colleagues for a value, with a reason. Everything stays filled in until the
 * host has confirmed it.
 * @fires kantine-given with what came of it, once it was.
 * @fires kantine-budget with what is left, where that is less than was asked for.
 * @fires kantine-cancel when the person gives up.
 */
export class ThankYouForm extends CommunityElement {
  @property({ attribute: false }) me: PersonSummary | undefined;
  @property({ attribute: false }) budget: KudosBudget | undefined;
  @property({ attribute: false }) audience: Audience | undefined;
  /** The values that may be named. */
  @property({ attribute: false }) values: readonly KudosValue[] = kudosValues;
  /** Somebody who is thanked from here: the form begins with them, and keeps a draft of its own. */
  @property({ attribute: false }) suggested: PersonSummary | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  @query('kantine-people-picker') private picker!: HTMLElement | null;
  readonly #acting = new Acting<'give'>(this);
  /** One thank-you, one key: sending it again after a lost answer thanks nobody twice. */
  readonly #draft = new Drafting<ThankYouDraft>(this, {
    leave: () => this.#cancel(),
    empty: () => ({ recipients: this.suggested ? [this.suggested] : [], reason: '' }),
    accept: acceptThankYou,
    name: () =>
      this.me && draftName(this.community?.site, this.me.id, `kudos-${this.suggested?.id ?? ''}`),
    isEmpty: ({ recipients, value, reason }) =>
      recipients.length === 0 && value === undefined && reason === '',
  });
  readonly #readers = new Readers(this, () => this.#draft.fields.group);

  #widening = this.#newQuestion();

  #newQuestion(): WideningQuestion {
    return new WideningQuestion(this, {
      audience: () => this.#readers.audience,
      isEmpty: () => this.#draft.fields.reason === '',
    });
  }

  /** Who chooses others to read it knows that these are others: they are asked about nobody. */
  readonly #choose = (group: GroupSummary | undefined): void => {
    this.removeController(this.#widening);
    this.#widening = this.#newQuestion();
    this.#draft.change({ group });
    // What was sent to some is no thank-you to others.
    this.#draft.renewKey();
  };

  #cancel(): void {
    // What is on its way cannot be given up any more.
    if (this.#acting.isBusy) return;
    this.#draft.clear();
    this.emit('kantine-cancel', undefined);
  }

  protected override firstUpdated(): void {
    void this.updateComplete.then(() => this.picker?.focus());
  }

  /** Thanks that everybody reads count as kudos while the week's allowance reaches; others are plain thanks. */
  get #isKudos(): boolean {
    if (this.#draft.fields.group) return false;
    return this.#draft.fields.recipients.length <= (this.budget?.left ?? 0);
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community } = this;
    const { recipients, value, reason, group } = this.#draft.fields;
    if (!community || !value) return;
    const input = {
      recipients: recipients.map(({ id }) => id),
      value,
      reason,
      as: this.#isKudos ? 'kudos' : 'thanks',
      key: this.#draft.key,
      ...(group ? { group: group.id } : {}),
    } as const;
    if (!this.#widening.maySend()) return this.focusOn('.look');
    const done = await this.#acting.run('give', async () => {
      const given = await this.settling((options) => community.kudos.give(input, options));
      this.#draft.clear();
      this.emit('kantine-given', given);
    });
    if (done) return;
    const { error } = this.#acting;
    // Another window gave the last ones; plain thanks still work.
    if (isKantineError(error, 'QuotaReached')) this.emit('kantine-budget', error.data);
    this.#draft.refused(error);
  };

  /** What is still missing, in the order of the form, and where it goes. */
  get #missing(): { text: string; part: string } | undefined {
    const { recipients, value, reason } = this.#draft.fields;
    if (recipients.length === 0) {
      return { text: msg('Name the person you want to thank.'), part: 'kantine-people-picker' };
    }
    const outside = this.#readers.outside(recipients);
    if (outside) {
      const name = outside.name;
      const text = msg(
        str`${name} cannot read this group. Leave them out, or choose again who reads it.`,
      );
      return { text, part: 'select' };
    }
    if (!value || !this.values.includes(value))
      return { text: msg('Choose the value that fits best.'), part: 'fieldset input' };
    const words = limits.kudosReasonWords;
    if (countWords(reason) < words) {
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
    const { recipients, reason, group } = this.#draft.fields;
    const { error, isBusy } = this.#acting;
    const { audience } = this.#readers;
    return html`<form @submit=${this.#submit} aria-label=${msg('Thank a colleague')}>
      ${this.#readers.render(this.#choose)}
      ${audience ? html`<div class="muted">${audienceLabel(audience)}</div>` : nothing}
      ${group ? html`<p class="muted">${this.#allowance()}</p>` : nothing}
      <kantine-people-picker
        label=${msg('Whom do you want to thank?')}
        .chosen=${recipients}
        .without=${this.me ? [this.me.id] : []}
        @kantine-change=${({ detail }: CustomEvent<readonly PersonSummary[]>) => {
          this.#draft.change({ recipients: detail });
        }}
      ></kantine-people-picker>
      <fieldset>
        <legend>${msg('For what?')}</legend>
        <div class="values">${this.values.map((value) => this.#valueChoice(value))}</div>
      </fieldset>
      <label>
        ${msg('What did they do?')}
        <textarea
          rows="2"
          dir="auto"
          aria-describedby="readers"
          placeholder=${msg('You stayed until the machine ran again…')}
          .value=${reason}
          @input=${({ target }: InputEvent) => {
            this.#draft.change({ reason: (target as HTMLTextAreaElement).value });
          }}
        ></textarea>
      </label>
      ${group ? nothing : html`<p class="muted">${this.#allowance()}</p>`}
      ${error === undefined ? nothing : errorNotice(formErrorText(error))}
      ${this.#widening.render(this.#submitText())}
      <div class="buttons" ?hidden=${this.#widening.isOpen}>
        <p class="muted" id="missing" aria-live="polite">${missing?.text ?? ''}</p>
        <button type="button" class="quiet" @click=${() => this.#cancel()}>${msg('Cancel')}</button>
        <button
          type="submit"
          class="primary"
          aria-describedby="missing"
          aria-disabled=${isBusy || missing !== undefined}
          @click=${(event: Event) => missing && this.#refuse(event, missing.part)}
        >
          ${this.#submitText()}
        </button>
      </div>
    </form>`;
  }

  #submitText(): string {
    if (this.#acting.isBusy) return msg('Sending…');
    return this.#isKudos ? msg('Give kudos') : msg('Say thanks');
  }

  #valueChoice(value: KudosValue): TemplateResult {
    const isChosen = this.#draft.fields.value === value;
    return html`<label class=${isChosen ? 'value chosen' : 'value'}>
      <input
        type="radio"
        name="value"
        .checked=${isChosen}
        @change=${() => this.#draft.change({ value })}
      />
      <span class="sign" aria-hidden="true">${valueSign(value)}</span>${valueName(value)}
    </label>`;
  }

  /** What is left of the week, and what happens after it. */
  #allowance(): string {
    if (this.#draft.fields.group) {
      return msg('In a group you say thanks without kudos: they take none of this week’s.');
    }
    const { left = 0, resetsAt = 0 } = this.budget ?? {};
    const day = dateFormat({ weekday: 'long' }).format(resetsAt);
    if (left === 0) {
      return msg(
        str`Your kudos for this week are given; there are new ones on ${day}. Until then you can say thanks without kudos.`,
      );
    }
    if (!this.#isKudos) {
      const number = numberText(left);
      return msg(
        str`You have kudos for ${number} more this week, so these thanks go without kudos. Name fewer people to give kudos.`,
      );
    }
    const number = numberText(left);
    return plural(left, {
      one: msg('This week you can give kudos to 1 more colleague.'),
      other: msg(str`This week you can give kudos to ${number} more colleagues.`),
    });
  }

  static override styles = [controls, noticeStyles, audienceStyles, formStyles, thankYouFormStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-thank-you-form': ThankYouForm;
  }
}
