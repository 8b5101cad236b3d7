/** What is said of a goal, in the reader's words. */
import { isReached, metricFacts } from '@kantine/core';
import type { GoalState, GoalView, PersonSummary } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { isolated } from '../parts/audience-label/isolated.ts';
import {
  dayText,
  hiddenText,
  monthText,
  numberSentence,
  shortMonthText,
  valueText,
} from './number-words.ts';
import type { ChartLines, ChartWords } from './chart.ts';
import { scaleOf } from './chart.ts';
import { beginningOf, newestOf } from './numbers.ts';
import type { Numbers } from './numbers.ts';

/** A name in a sentence. */
export const named = ({ name }: PersonSummary): string => isolated(name || msg('Former colleague'));

export const stateText = (state: GoalState): string =>
  ({ open: msg('Under way'), reached: msg('Reached'), missed: msg('Not reached') })[state];

/** How far a goal is: «62 % of questions answered within 2 days in November 2026. It was 41 % before; …» */
export function standText(goal: GoalView, numbers: Numbers): string {
  const { metric, target, until } = goal;
  const newest = newestOf(numbers);
  const beginning = beginningOf(goal, numbers);
  const [aim, day] = [valueText(metric, target), dayText(until)];
  const goalText =
    beginning === undefined
      ? msg(str`The goal is ${aim} by ${day}.`)
      : msg(str`It was ${valueText(metric, beginning)} before; the goal is ${aim} by ${day}.`);
  if (newest?.value === undefined) {
    const nothingYet = metric === 'byHand' ? msg('Nobody has counted yet.') : `${hiddenText()}.`;
    return `${nothingYet} ${goalText}`;
  }
  const sentence = numberSentence(goal, newest.value);
  return `${msg(str`${sentence} in ${monthText(newest.month)}.`)} ${goalText}`;
}

/** Whether the newest number is as good as the target. */
export function isAtTarget({ metric, target, state }: GoalView, numbers: Numbers): boolean {
  const newest = newestOf(numbers);
  return (
    state === 'open' &&
    metric !== 'byHand' &&
    newest?.value !== undefined &&
    isReached(metric, newest.value, target)
  );
}

/** The lines of a goal's chart. */
export const linesOf = (goal: GoalView, numbers: Numbers): ChartLines => ({
  points: goal.months.map(
    (month) => numbers.months.find((each) => each.month === month) ?? { month },
  ),
  beginning: beginningOf(goal, numbers),
  target: goal.target,
  ...(metricFacts[goal.metric].unit === 'percent' ? { most: 100 } : {}),
});

/** What stands around the chart. It says no number that the table does not. */
export function chartWords(goal: GoalView, numbers: Numbers): ChartWords {
  const { metric, months, target } = goal;
  const lines = linesOf(goal, numbers);
  const { beginning } = lines;
  return {
    label: msg(str`A line by month. ${standText(goal, numbers)}`),
    top: valueText(metric, scaleOf(lines)),
    bottom: valueText(metric, 0),
    first: shortMonthText(months[0] ?? 0),
    last: shortMonthText(months.at(-1) ?? 0),
    keys: [
      { line: 'counted', text: msg('By month') },
      ...(beginning === undefined
        ? []
        : ([
            { line: 'beginning', text: msg(str`Before: ${valueText(metric, beginning)}`) },
          ] as const)),
      { line: 'target', text: msg(str`Goal: ${valueText(metric, target)}`) },
    ],
  };
}

export const ownerText = ({ owner }: GoalView): string => msg(str`${named(owner)} looks after it.`);

/** Each change of the target, with its date. */
export const targetChangeText = (
  { metric }: GoalView,
  { before, target, at, by }: GoalView['targets'][number],
): string =>
  msg(
    str`Target changed on ${dayText(at)} by ${named(by)}: from ${valueText(metric, before)} to ${valueText(metric, target)}.`,
  );

export const goneText = (by: PersonSummary): string =>
  msg(
    str`${named(by)} had set another target here, or had said how it ended. That is gone: somebody removed it by hand.`,
  );

export const editedText = ({
  by,
  at,
}: {
  readonly by: PersonSummary;
  readonly at: number;
}): string =>
  msg(str`Something here was changed by hand on ${dayText(at)}, in what ${named(by)} had written.`);
