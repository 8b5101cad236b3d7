/** What became of an idea: its way in one line, and what was said. */
import type { FateState, FateView, StepView } from '@kantine/core';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import { quoted } from '../kit/later-quoted.ts';
import { timeElement } from '../kit/time-element.ts';
import { momentText } from '../locale/moment.ts';
import { withNames } from '../parts/audience-label/isolated.ts';
import { backText, changedText, factText, introText, stateText } from './idea-words.ts';

const way: readonly FateState[] = ['forward', 'talked', 'trying', 'adopted'];

/** The way that is drawn: of an idea that went no further, what was said before; of another one, where it may go. */
function wayOf(fate: FateView): readonly FateState[] {
  const { state } = fate;
  if (state !== 'notNow' && state !== 'withdrawn') return way;
  return [...way.filter((each) => isBehind(fate, each)), state];
}

/** What is behind it: what was said at some time, and the beginning. */
const isBehind = ({ steps, isBack }: FateView, each: FateState): boolean =>
  each === 'forward' || (!isBack && steps.some(({ state }) => state === each));

const wayLine = (fate: FateView): TemplateResult =>
  html`<ol class="way" aria-label=${msg('What became of it')}>
    ${wayOf(fate).map((each) => {
      const isNow = each === fate.state;
      return html`<li
        class=${isNow ? 'now' : isBehind(fate, each) ? 'behind' : nothing}
        aria-current=${isNow ? 'step' : nothing}
      >
        <span>${stateText(each)}</span>
      </li>`;
    })}
  </ol>`;

/** @param isOver whether the day that it names is over. */
function said(step: StepView, now: number, isOver = false): TemplateResult {
  const fact = isOver ? undefined : factText(step, now);
  return html`<p class="said">
      ${withNames(introText(step))} ${step.why === '' ? nothing : quoted(step.why)}
      <span class="muted">${timeElement(step.at, momentText(step.at, now))}</span>
    </p>
    ${fact === undefined ? nothing : html`<p class="fact">${withNames(fact)}</p>`}`;
}

/** @param now of the reader's clock. */
export function fateLine(fate: FateView, now: number): TemplateResult {
  const { steps, isBack, changed } = fate;
  const last = steps.at(-1);
  const before = steps.slice(0, -1);
  return html`${wayLine(fate)}
  ${isBack && last ? html`<p class="said">${backText(last, now)}</p>` : nothing}
  ${last ? said(last, now, isBack) : nothing}
  ${changed ? html`<p class="changed">${withNames(changedText(changed.by))}</p>` : nothing}
  ${
    before.length === 0
      ? nothing
      : html`<details>
          <summary class="muted">${msg('What was said before')}</summary>
          ${before.map((step) => said(step, now))}
        </details>`
  }`;
}
