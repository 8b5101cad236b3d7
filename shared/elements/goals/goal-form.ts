/** In one file, since the form is read from top to bottom as it is filled in. */
import {
  goalLimits,
  isVisible,
  longestGoal,
  metricFacts,
  metrics,
  monthOf,
  monthsBefore,
} from '@kantine/core';
import type { GoalBoard, GoalView, Metric, NewGoal } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Acting } from '../kit/acting.ts';
import { Asking, unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { Drafting } from '../kit/drafting.ts';
import { draftName } from '../kit/drafts.ts';
import { formButtons } from '../kit/form-buttons.ts';
import { formErrorText } from '../kit/form-error-text.ts';
import { formStyles } from '../kit/form-styles.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { errorNotice, noticeStyles } from '../kit/notice.ts';
import { isolated } from '../parts/audience-label/isolated.ts';
import {
  acceptGoal,
  dayOf,
  emptyGoal,
  isEmptyGoal,
  missingIn,
  numberIn,
  untilOf,
} from './goal-draft.ts';
import type { GoalDraft } from './goal-draft.ts';
import { goalFormStyles } from './forms.styles.ts';
import { named } from './goal-words.ts';
import { hiddenText, metricText, valueText } from './number-words.ts';
import { beginningOf } from './numbers.ts';
import type { Numbers } from './numbers.ts';
import { closeTo, groupKinds, kindText, suggestionsFor, usual } from './suggest.ts';
import type { Suggestion } from './suggest.ts';

/**
 * Sets a goal, and helps to make it one that can be measured. For stewards.
 * @fires kantine-set with the goal, once the host has confirmed it.
 * @fires kantine-cancel when the person gives up.
 */
export class GoalForm extends CommunityElement {
  @property({ attribute: false }) board: GoalBoard | undefined;
  @property() group: string | undefined;
  @property({ attribute: false }) settling: Settling = unsettled;
  readonly #acting = new Acting<'set'>(this);
  readonly #draft = new Drafting<GoalDraft>(this, {
    leave: () => this.#cancel(),
    empty: () => emptyGoal,
    accept: acceptGoal,
    name: () => this.board && draftName(this.community?.site, this.board.me.id, 'goal', this.group),
    isEmpty: isEmptyGoal,
  });
  /** Where it would begin: the months before this one. */
  readonly #beginning = new Asking<Numbers>(this, {
    args: () => [this.group, this.#draft.fields.metric, this.#draft.fields.days],
    ask: ({ goals }) => {
      const { metric, days } = this.#draft.fields;
      if (this.group === undefined || metric === '' || metric === 'byHand') return undefined;
      if (metricFacts[metric].days && days === 0) return undefined;
      const last = monthOf(this.#now);
      const months = Array.from({ length: monthsBefore }, (_, at) => last - monthsBefore + at);
      return goals.measure({ group: this.group, metric, days, months });
    },
  });

  get #now(): number {
    return this.board?.now ?? Date.now();
  }

  protected override firstUpdated(): void {
    this.focusOn('.what');
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { community, group, board } = this;
    if (!community || group === undefined || !board) return;
    const { fields, key } = this.#draft;
    const missing = missingIn(fields, this.#now);
    if (missing) return this.focusOn(missing === 'metric' ? '.close, .metric' : `.${missing}`);
    const { what, metric, days, target, day, owner, why } = fields;
    const input: NewGoal = {
      ...{ group, key, what, days, why },
      metric: metric as Metric,
      target: numberIn(target) ?? 0,
      until: untilOf(day) ?? 0,
      owner: owner || board.me.id,
    };
    await this.#acting.run('set', async () => {
      const goal = await this.settling((options) => community.goals.set(input, options));
      this.#draft.clear();
      this.emit<GoalView>('kantine-set', goal);
    });
    this.#draft.refused(this.#acting.error);
  };

  readonly #cancel = (): void => this.emit('kantine-cancel', undefined);

  #take({ what, metric, days }: Suggestion): void {
    this.#draft.change({ what, metric, days, target: '' });
    this.focusOn('.target');
  }

  /** What is close to what was typed. */
  readonly #takeClose = (): void => {
    const { metric, days } = closeTo(this.#draft.fields.what);
    this.#draft.change({ metric, days });
    this.focusOn('.target');
  };

  protected override render(): TemplateResult {
    const { fields } = this.#draft;
    const { error, isBusy } = this.#acting;
    const missing = missingIn(fields, this.#now);
    return html`<form aria-label=${msg('Set a goal')} @submit=${this.#submit}>
      ${this.#kinds(fields)}
      <label>
        ${msg('What should be better?')} ${this.#input('what', msg('Nobody waits for an answer'))}
      </label>
      ${this.#closeHint(fields)} ${this.#metrics(fields)}
      ${fields.metric === '' ? nothing : this.#aim(fields, fields.metric)}
      <label>
        ${msg('Why does it matter to you? One sentence.')}
        <textarea
          class="why"
          rows="2"
          dir="auto"
          maxlength=${goalLimits.why}
          .value=${fields.why}
          @input=${({ target }: InputEvent) => {
            this.#draft.change({ why: (target as HTMLTextAreaElement).value });
          }}
        ></textarea>
      </label>
      ${error === undefined ? nothing : errorNotice(formErrorText(error))}
      ${formButtons({
        missing: missingText(missing),
        isBusy,
        label: msg('Set this goal'),
        cancel: this.#cancel,
      })}
    </form>`;
  }

  #input(name: 'what', placeholder: string): TemplateResult {
    return html`<input
      class=${name}
      dir="auto"
      autocomplete="off"
      maxlength=${goalLimits[name]}
      placeholder=${placeholder}
      .value=${this.#draft.fields[name]}
      @input=${({ target }: InputEvent) => {
        this.#draft.change({ [name]: (target as HTMLInputElement).value });
      }}
    />`;
  }

  #kinds({ kind }: GoalDraft): TemplateResult {
    return html`<fieldset>
        <legend>${msg('What is your group for?')}</legend>
        ${groupKinds.map(
          (each) =>
            html`<label class="choice">
              <input
                type="radio"
                name="kind"
                .checked=${kind === each}
                @change=${() => this.#draft.change({ kind: each })}
              />
              ${kindText(each)}
            </label>`,
        )}
      </fieldset>
      ${
        kind === ''
          ? nothing
          : html`<div
              role="group"
              aria-label=${msg('Goals of groups like yours')}
              class="suggested"
            >
              ${suggestionsFor(kind).map(
                (suggestion) =>
                  html`<button
                    type="button"
                    class="secondary"
                    @click=${() => this.#take(suggestion)}
                  >
                    ${suggestion.what}
                  </button>`,
              )}
            </div>`
      }`;
  }

  /** Said as soon as there are words that nothing measures yet. */
  #closeHint({ what, metric }: GoalDraft): TemplateResult {
    const isOpen = metric === '' && isVisible(what);
    const words = isolated(what.trim());
    return html`<div role="status">
      ${
        isOpen
          ? html`<div class="hint">
              <p>
                ${msg(str`“${words}” cannot be measured yet. Closest to it:`)}
                <strong>${metricText(closeTo(what))}</strong>
              </p>
              <button type="button" class="secondary close" @click=${this.#takeClose}>
                ${msg('Measure that')}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #metrics({ metric, days }: GoalDraft): TemplateResult {
    return html`<fieldset>
      <legend>${msg('What is measured?')}</legend>
      ${metrics.map(
        (each) =>
          html`<label class="choice">
            <input
              type="radio"
              name="metric"
              class="metric"
              .checked=${metric === each}
              @change=${() => this.#draft.change(usual(each))}
            />
            <span
              >${metricText(metric === each && days > 0 ? { metric: each, days } : usual(each))}</span
            >
          </label>`,
      )}
    </fieldset>`;
  }

  #aim(fields: GoalDraft, metric: Metric): TemplateResult {
    const { least, most, days } = metricFacts[metric];
    return html`<p class="begin" aria-live="polite">${this.#beginningText(metric)}</p>
      <div class="row">
        ${days ? this.#number('days', msg('Within how many days?'), days.least, days.most) : nothing}
        ${this.#number('target', targetLabel(metric), least, most)}
        <label>
          ${msg('By which day?')}
          <input
            class="day"
            type="date"
            min=${dayOf(this.#now)}
            max=${dayOf(this.#now + longestGoal)}
            .value=${fields.day}
            @input=${({ target }: InputEvent) => {
              this.#draft.change({ day: (target as HTMLInputElement).value });
            }}
          />
        </label>
        ${this.#owners(fields)}
      </div>`;
  }

  #number(name: 'days' | 'target', label: string, least: number, most: number): TemplateResult {
    const typed = this.#draft.fields[name];
    return html`<label>
      ${label}
      <input
        class=${name}
        type="number"
        inputmode="numeric"
        min=${least}
        max=${most}
        .value=${String(typed === 0 ? '' : typed)}
        @input=${({ target }: InputEvent) => {
          const { value } = target as HTMLInputElement;
          this.#draft.change(name === 'days' ? { days: numberIn(value) ?? 0 } : { target: value });
        }}
      />
    </label>`;
  }

  #owners({ owner }: GoalDraft): TemplateResult {
    const { stewards = [], me } = this.board ?? {};
    return html`<label>
      ${msg('Who looks after it?')}
      <select
        class="owner"
        @change=${({ target }: Event) => {
          this.#draft.change({ owner: (target as HTMLSelectElement).value });
        }}
      >
        ${stewards.map(
          (steward) =>
            html`<option value=${steward.id} .selected=${(owner || me?.id) === steward.id}>
              ${steward.id === me?.id ? msg('You') : named(steward)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #beginningText(metric: Metric): string {
    if (metric === 'byHand') {
      return msg(
        'You write the number down once a month, with a sentence. Kantine counts nothing.',
      );
    }
    const { answer, error } = this.#beginning;
    if (error !== undefined) return msg('Where you stand today could not be counted.');
    if (!answer) return msg('Counting…');
    const beginning = beginningOf({ created: this.#now }, answer);
    if (beginning === undefined) return msg(str`Over the last 3 months: ${hiddenText()}.`);
    return msg(str`Over the last 3 months: ${valueText(metric, beginning)}.`);
  }

  static override styles = [controls, noticeStyles, formStyles, goalFormStyles];
}

function targetLabel(metric: Metric): string {
  switch (metricFacts[metric].unit) {
    case 'percent':
      return msg('Goal, in percent');
    case 'hours':
      return msg('Goal, in hours');
    case 'people':
      return msg('Goal, in people');
    case 'number':
      return msg('Goal, as a number');
  }
}

function missingText(missing: ReturnType<typeof missingIn>): string {
  switch (missing) {
    case 'what':
      return msg('Say what should be better.');
    case 'metric':
      return msg('Choose what is measured.');
    case 'days':
      return msg('Choose a number of days.');
    case 'target':
      return msg('Choose a number that can be reached.');
    case 'day':
      return msg('Choose a day within a year.');
    case 'why':
      return msg('Say in a sentence why.');
    case undefined:
      return '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kantine-goal-form': GoalForm;
  }
}
