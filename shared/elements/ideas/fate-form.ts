import { leastWords, longestWhy } from '@kantine/core';
import type { FateView, PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { Drafting } from '../kit/drafting.ts';
import { draftName } from '../kit/drafts.ts';
import { formButtons } from '../kit/form-buttons.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { formStyles } from '../kit/form-styles.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { numberText } from '../locale/formats.ts';
import {
  acceptFate,
  dayAhead,
  emptyFate,
  missingIn,
  needsDay,
  states,
  untilOf,
} from './fate-draft.ts';
import type { FateDraft } from './fate-draft.ts';
import { fateFormStyles } from './fate-form.styles.ts';
import { stateText } from './idea-words.ts';

/** No day lies further ahead. */
const mostDays = 730;

/**
 * Says what becomes of an idea, always with a sentence. For stewards.
 * @fires kantine-decided with what became of it, once the host has confirmed it.
 * @fires kantine-cancel when the person gives up.
 */
export class FateForm extends CommunityElement {
  /** The reader's id. */
  @property({ attribute: false }) me = '';
  /** The host's time: a reader's clock may be wrong by days. */
  @property({ attribute: false }) now: number | undefined;
  @property() group: string | undefined;
  /** The idea's id. */
  @property() post: string | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  readonly #acting = new Acting<'decide'>(this);
  readonly #draft = new Drafting<FateDraft>(this, {
    leave: () => this.#cancel(),
    empty: () => emptyFate,
    accept: acceptFate,
    name: () => draftName(this.community?.site, this.me, 'fate', this.group, this.post),
    isEmpty: ({ reason, who, day }) => reason === '' && who.length === 0 && day === '',
  });

  protected override firstUpdated(): void {
    this.focusOn('input[type=radio]:checked');
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, group, post } = this;
    if (!community || group === undefined || post === undefined) return;
    const missing = missingIn(this.#draft.fields);
    if (missing) return this.focusOn(`.${missing}`);
    const { fields, key } = this.#draft;
    const { state, reason, who } = fields;
    const until = untilOf(fields);
    const input = {
      group,
      post,
      state,
      reason,
      key,
      ...(state === 'trying' ? { who: who[0]?.id } : {}),
      ...(until === undefined ? {} : { until }),
    };
    await this.#acting.run('decide', async () => {
      const fate = await this.settling((options) => community.ideas.decide(input, options));
      this.#draft.clear();
      this.emit<FateView>('kantine-decided', fate);
    });
    this.#draft.refused(this.#acting.error);
  };

  readonly #cancel = (): void => this.emit('kantine-cancel', undefined);

  protected override render(): TemplateResult {
    const { fields } = this.#draft;
    const { error, isBusy } = this.#acting;
    const missing = missingIn(fields);
    return html`<form aria-label=${msg('Say what happens to it')} @submit=${this.#submit}>
      <fieldset>
        <legend>${msg('What happens to it?')}</legend>
        ${states.map(
          (state) =>
            html`<label class="choice">
              <input
                type="radio"
                name="state"
                .checked=${fields.state === state}
                @change=${() => this.#draft.change({ state })}
              />
              ${stateText(state)}
            </label>`,
        )}
      </fieldset>
      ${fields.state === 'trying' ? this.#who(fields) : nothing}
      ${needsDay(fields) ? this.#day(fields) : nothing}
      <label>
        ${fields.state === 'notNow' ? msg('Why not now?') : msg('Say it in a sentence')}
        <textarea
          class="reason"
          rows="2"
          dir="auto"
          maxlength=${longestWhy}
          placeholder=${msg('What people will read below the idea…')}
          .value=${fields.reason}
          @input=${({ target }: InputEvent) => {
            this.#draft.change({ reason: (target as HTMLTextAreaElement).value });
          }}
        ></textarea>
      </label>
      ${error === undefined ? nothing : errorNotice(formErrorText(error))}
      ${formButtons({
        missing: missingText(missing),
        isBusy,
        label: msg('Say so'),
        cancel: this.#cancel,
      })}
    </form>`;
  }

  #who({ who }: FateDraft): TemplateResult {
    return html`<kantine-people-picker
      class="who"
      label=${msg('Who tries it?')}
      .chosen=${who}
      @kantine-change=${({ detail }: CustomEvent<readonly PersonSummary[]>) => {
        // One answers for it; who is named last is meant.
        this.#draft.change({ who: detail.slice(-1) });
      }}
    ></kantine-people-picker>`;
  }

  #day({ state, day }: FateDraft): TemplateResult {
    const { now = Date.now() } = this;
    return html`<label>
      ${state === 'trying' ? msg('Until when?') : msg('When do we look again?')}
      <input
        class="day"
        type="date"
        min=${dayAhead(now, 1)}
        max=${dayAhead(now, mostDays)}
        .value=${day}
        @input=${({ target }: InputEvent) => {
          this.#draft.change({ day: (target as HTMLInputElement).value });
        }}
      />
    </label>`;
  }

  static override styles = [controls, noticeStyles, formStyles, fateFormStyles];
}

function missingText(missing: ReturnType<typeof missingIn>): string {
  switch (missing) {
    case 'who':
      return msg('Name the colleague who tries it.');
    case 'day':
      return msg('Choose a day.');
    case 'reason':
      return msg(str`Say in at least ${numberText(leastWords)} words why.`);
    case undefined:
      return '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-fate-form': FateForm;
  }
}
