/** In one file, since what is said of a goal belongs to its one picture. */
import { monthOf } from '@kantine/core';
import type { GoalView } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Asking, unsettled } from '../kit/asking.ts';
import type { Settling } from '../kit/asking.ts';
import { controls } from '../kit/controls.ts';
import { CommunityElement } from '../kit/kantine-element.ts';
import { failureNotice, noticeStyles } from '../kit/notice.ts';
import { dateFormat, numberText } from '../locale/formats.ts';
import { chart } from './chart.ts';
import {
  chartWords,
  editedText,
  goneText,
  isAtTarget,
  linesOf,
  named,
  ownerText,
  standText,
  stateText,
  targetChangeText,
} from './goal-words.ts';
import { goalStyles } from './goal.styles.ts';
import { dayText, hiddenText, metricText, monthText, valueText } from './number-words.ts';
import { beginningOf, handNumbers, MonthCounter } from './numbers.ts';
import type { Numbers } from './numbers.ts';
import type { SayKind } from './say-draft.ts';

/**
 * One goal: how far it is, as a sentence, a line and a table, and what was said of it.
 * @fires kantine-goal with the goal as it is once its steward has said something.
 */
export class GoalItem extends CommunityElement {
  @property({ attribute: false }) goal: GoalView | undefined;
  @property() group: string | undefined;
  /** The reader's id. */
  @property({ attribute: false }) me = '';
  /** The host's time. */
  @property({ attribute: false }) now = 0;
  /** Whether the reader says how goals go. */
  @property({ attribute: false }) maySay = false;
  @property({ attribute: false }) settling: Settling = unsettled;
  /** What is being said. */
  @state() private saying: SayKind | undefined;
  /** How many months are counted so far. */
  @state() private soFar: Numbers | undefined;
  readonly #counter = new MonthCounter();
  readonly #asking = new Asking<Numbers>(this, {
    args: () => [this.group, this.goal?.id, this.goal?.months.length],
    ask: (community) => {
      const { goal, group } = this;
      if (!goal || group === undefined || goal.metric === 'byHand') return undefined;
      const { metric, days, months } = goal;
      return this.#counter.count(
        community,
        { group, metric, days, months },
        (numbers) => (this.soFar = numbers),
      );
    },
    keepsAnswer: true,
  });

  readonly #said = ({ detail }: CustomEvent<GoalView>): void => {
    this.saying = undefined;
    this.emit<GoalView>('kantine-goal', detail);
    this.focusOn('h3');
  };

  readonly #cancelled = (): void => {
    const said = this.saying;
    this.saying = undefined;
    this.focusOn(`.${said}`);
  };

  protected override render(): TemplateResult | typeof nothing {
    const { goal } = this;
    if (!goal) return nothing;
    return html`<article aria-labelledby="title">
      <div class="top">
        <h3 id="title" tabindex="-1" dir="auto">${goal.what}</h3>
        <span class="state ${goal.state}">${stateText(goal.state)}</span>
      </div>
      <p class="why" dir="auto">${goal.why}</p>
      ${this.#numbers(goal)}
      ${
        goal.end
          ? html`<div class="learned">
              <h4>${msg('What we learned')}</h4>
              <p class="said" dir="auto">${goal.end.text}</p>
              <p class="muted">${named(goal.end.by)}, ${dayText(goal.end.at)}</p>
            </div>`
          : nothing
      }
      <p class="muted">${ownerText(goal)} ${metricText(goal)}.</p>
      ${this.#changes(goal)} ${this.#checkIns(goal)} ${this.#actions(goal)}
    </article>`;
  }

  #numbers(goal: GoalView): TemplateResult {
    const { error, answer } = this.#asking;
    if (error !== undefined) return failureNotice(error, () => void this.#asking.ask());
    const numbers = goal.metric === 'byHand' ? handNumbers(goal) : (answer ?? this.soFar);
    if (!numbers || (!answer && goal.metric !== 'byHand')) return this.#counting(goal, numbers);
    return html`<p class="stand">
        ${standText(goal, numbers)}
        ${isAtTarget(goal, numbers) ? html`<strong>${msg('You are there.')}</strong>` : nothing}
      </p>
      ${chart(linesOf(goal, numbers), chartWords(goal, numbers))} ${this.#table(goal, numbers)}`;
  }

  #counting({ months }: GoalView, numbers: Numbers | undefined): TemplateResult {
    const [some, all] = [numberText(numbers?.months.length ?? 0), numberText(months.length)];
    return html`<p class="muted" role="status">
      ${msg(str`Counting: ${some} of ${all} months…`)}
    </p>`;
  }

  #table(goal: GoalView, numbers: Numbers): TemplateResult {
    const { metric, months, target, until } = goal;
    const beginning = beginningOf(goal, numbers);
    const row = (name: string, value: string) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${value}</td>
      </tr>`;
    return html`<details>
      <summary>${msg('Show the numbers')}</summary>
      <table>
        <caption class="unseen">
          ${goal.what}
        </caption>
        <thead>
          <tr>
            <th scope="col">${msg('Month')}</th>
            <th scope="col">${metric === 'byHand' ? goal.what : metricText(goal)}</th>
          </tr>
        </thead>
        <tbody>
          ${months.map((month) => {
            const { value, isTooMuch } = numbers.months.find((each) => each.month === month) ?? {};
            const isNow = month === monthOf(this.now);
            const name = isNow ? msg(str`${monthText(month)}, so far`) : monthText(month);
            return row(name, cellText(goal, value, isTooMuch));
          })}
          ${beginning === undefined ? nothing : row(msg('Before'), valueText(metric, beginning))}
          ${row(msg(str`Goal by ${dayText(until)}`), valueText(metric, target))}
        </tbody>
      </table>
      ${
        numbers.at === undefined
          ? nothing
          : html`<p class="muted">
              ${msg(str`As of ${timeText(numbers.at)}. Months are in UTC.`)}
            </p>`
      }
    </details>`;
  }

  #changes(goal: GoalView): TemplateResult | typeof nothing {
    const { targets, edited, gone } = goal;
    if (targets.length === 0 && !edited && !gone) return nothing;
    return html`<ul class="plain says">
      ${targets.map(
        (change) =>
          html`<li class="said">
            ${targetChangeText(goal, change)} <span dir="auto">${change.text}</span>
          </li>`,
      )}
      ${gone ? html`<li class="said">${goneText(gone.by)}</li>` : nothing}
      ${edited ? html`<li class="said">${editedText(edited)}</li>` : nothing}
    </ul>`;
  }

  #checkIns({ metric, checkIns }: GoalView): TemplateResult | typeof nothing {
    if (checkIns.length === 0) return nothing;
    return html`<details ?open=${checkIns.length <= 3}>
      <summary>${msg('How it went')}</summary>
      <ul class="plain says">
        ${checkIns.toReversed().map(
          ({ by, at, text, value }) =>
            html`<li class="said">
              <span dir="auto">${text}</span>
              <span class="muted">
                ${named(by)}, ${dayText(at)}
                ${value === undefined ? nothing : `· ${valueText(metric, value)}`}
              </span>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #actions(goal: GoalView): TemplateResult | typeof nothing {
    if (!this.maySay || goal.state !== 'open') return nothing;
    if (this.saying) {
      return html`<kantine-goal-say
        .me=${this.me}
        .group=${this.group}
        .goal=${goal}
        .kind=${this.saying}
        .settling=${this.settling}
        @kantine-said=${this.#said}
        @kantine-cancel=${this.#cancelled}
      ></kantine-goal-say>`;
    }
    const start = (kind: SayKind) => () => void (this.saying = kind);
    const month = monthOf(this.now);
    const isDue = !goal.isOver && !goal.checkIns.some(({ at }) => monthOf(at) === month);
    return html`${isDue ? html`<p class="muted">${msg('Nobody has said this month how it is going.')}</p>` : nothing}
      ${goal.isOver ? html`<p>${msg('Its day has come. How did it end, and what did you learn?')}</p>` : nothing}
      <div class="buttons">
        ${
          goal.isOver
            ? nothing
            : html`<button type="button" class="secondary checkIn" @click=${start('checkIn')}>
                  ${msg('Say how it is going')}
                </button>
                <button type="button" class="quiet target" @click=${start('target')}>
                  ${msg('Change the goal')}
                </button>`
        }
        <button
          type="button"
          class="${goal.isOver ? 'primary' : 'quiet'} end"
          @click=${start('end')}
        >
          ${msg('Say how it ended')}
        </button>
      </div>`;
  }

  static override styles = [controls, noticeStyles, goalStyles];
}

function cellText({ metric }: GoalView, value: number | undefined, isTooMuch?: true): string {
  if (isTooMuch) return msg('More than is counted');
  if (value !== undefined) return valueText(metric, value);
  return metric === 'byHand' ? msg('Not counted') : hiddenText();
}

const timeText = (instant: number): string => dateFormat({ timeStyle: 'short' }).format(instant);

declare global {
  interface HTMLElementTagNameMap {
    'kantine-goal': GoalItem;
  }
}
