import { goalLimits, leastLearned } from '@kantine/core';
import type { Community, GoalView } from '@kantine/core';
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
import { numberIn } from './goal-draft.ts';
import { stateText } from './goal-words.ts';
import { goalFormStyles } from './forms.styles.ts';
import { acceptSay, emptySay, hasNumber, missingIn } from './say-draft.ts';
import type { SayDraft, SayKind } from './say-draft.ts';

/**
 * Says how a goal goes, gives it another target, or says how it ended. For stewards.
 * @fires kantine-said with the goal, once the host has confirmed it.
 * @fires kantine-cancel when the person gives up.
 */
export class GoalSay extends CommunityElement {
  /** The reader's id. */
  @property({ attribute: false }) me = '';
  @property() group: string | undefined;
  @property({ attribute: false }) goal: GoalView | undefined;
  @property({ attribute: false }) kind: SayKind = 'checkIn';
  @property({ attribute: false }) settling: Settling = unsettled;
  readonly #acting = new Acting<'say'>(this);
  readonly #draft = new Drafting<SayDraft>(this, {
    leave: () => this.#cancel(),
    empty: () => emptySay,
    accept: acceptSay,
    name: () =>
      this.goal &&
      draftName(this.community?.site, this.me, `goal ${this.kind}`, this.group, this.goal.id),
    isEmpty: ({ text, value }) => text === '' && value === '',
  });

  protected override firstUpdated(): void {
    this.focusOn('input, textarea');
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, group, goal, kind } = this;
    if (!community || group === undefined || !goal) return;
    const missing = missingIn(this.#draft.fields, kind, goal.metric);
    if (missing) return this.focusOn(missing === 'value' ? '.value' : '.text');
    await this.#acting.run('say', async () => {
      const said = await this.settling((options) => this.#send(community, group, goal, options));
      this.#draft.clear();
      this.emit<GoalView>('kantine-said', said);
    });
    this.#draft.refused(this.#acting.error);
  };

  #send(
    { goals }: Community,
    group: string,
    { id: goal, metric }: GoalView,
    options: Parameters<Community['goals']['end']>[1],
  ): Promise<GoalView> {
    const { fields, key } = this.#draft;
    const { text, reached } = fields;
    const value = numberIn(fields.value) ?? 0;
    const about = { group, goal, key };
    if (this.kind === 'end') return goals.end({ ...about, reached, learned: text }, options);
    if (this.kind === 'target') return goals.retarget({ ...about, target: value, text }, options);
    const counted = hasNumber('checkIn', metric) ? { value } : {};
    return goals.checkIn({ ...about, text, ...counted }, options);
  }

  readonly #cancel = (): void => this.emit('kantine-cancel', undefined);

  protected override render(): TemplateResult | typeof nothing {
    const { goal, kind } = this;
    if (!goal) return nothing;
    const { fields } = this.#draft;
    const { error, isBusy } = this.#acting;
    const missing = missingIn(fields, kind, goal.metric);
    const words = wordsOf(kind);
    return html`<form aria-label=${words.title} @submit=${this.#submit}>
      ${kind === 'end' ? this.#ends(fields) : nothing}
      ${hasNumber(kind, goal.metric) ? this.#number(fields) : nothing}
      <label>
        ${words.label}
        <textarea
          class="text"
          rows="2"
          dir="auto"
          maxlength=${goalLimits.text}
          .value=${fields.text}
          @input=${({ target }: InputEvent) => {
            this.#draft.change({ text: (target as HTMLTextAreaElement).value });
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

  #ends({ reached }: SayDraft): TemplateResult {
    return html`<fieldset>
      <legend>${msg('How did it end?')}</legend>
      ${([true, false] as const).map(
        (each) =>
          html`<label class="choice">
            <input
              type="radio"
              name="reached"
              .checked=${reached === each}
              @change=${() => this.#draft.change({ reached: each })}
            />
            ${stateText(each ? 'reached' : 'missed')}
          </label>`,
      )}
    </fieldset>`;
  }

  #number({ value }: SayDraft): TemplateResult {
    return html`<label>
      ${this.kind === 'target' ? msg('The new goal') : msg('What did you count?')}
      <input
        class="value"
        type="number"
        inputmode="numeric"
        min="0"
        .value=${value}
        @input=${({ target }: InputEvent) => {
          this.#draft.change({ value: (target as HTMLInputElement).value });
        }}
      />
    </label>`;
  }

  static override styles = [controls, noticeStyles, formStyles, goalFormStyles];
}

function wordsOf(kind: SayKind): { readonly title: string; readonly label: string } {
  switch (kind) {
    case 'checkIn':
      return { title: msg('Say how it is going'), label: msg('How is it going? One sentence.') };
    case 'target':
      return { title: msg('Change the goal'), label: msg('Why another goal? Everybody reads it.') };
    case 'end':
      return { title: msg('Say how it ended'), label: msg('What did we learn?') };
  }
}

function missingText(missing: ReturnType<typeof missingIn>): string {
  switch (missing) {
    case 'value':
      return msg('Choose a number that can be reached.');
    case 'text':
      return msg('Say it in a sentence.');
    case 'learned':
      return msg(str`Say in at least ${numberText(leastLearned)} words what you learned.`);
    case undefined:
      return '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-goal-say': GoalSay;
  }
}
