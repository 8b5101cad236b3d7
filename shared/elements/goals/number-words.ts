/** Numbers of goals, and what they are numbers of, in the reader's words. */
import { metricFacts, monthStart } from '@kantine/core';
import type { Metric, Month } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { currentLocale } from '../locale/locale.ts';
import { dateFormat, numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';

/** What is measured, and within how many days. */
export interface Measured {
  readonly metric: Metric;
  readonly days: number;
}

const percentText = (value: number): string =>
  new Intl.NumberFormat(currentLocale(), { style: 'percent' }).format(value / 100);

const hoursText = (value: number): string => {
  const hours = numberText(value);
  return plural(value, { one: msg('1 hour'), other: msg(str`${hours} hours`) });
};

const peopleText = (value: number): string => {
  const people = numberText(value);
  return plural(value, { one: msg('1 person'), other: msg(str`${people} people`) });
};

/** A number with its unit: 62 %, 5 hours. */
export function valueText(metric: Metric, value: number): string {
  switch (metricFacts[metric].unit) {
    case 'percent':
      return percentText(value);
    case 'hours':
      return hoursText(value);
    case 'people':
      return peopleText(value);
    case 'number':
      return numberText(value);
  }
}

const withinText = (days: number): string => {
  const text = numberText(days);
  return plural(days, { one: msg('within 1 day'), other: msg(str`within ${text} days`) });
};

/** What a metric is, as a form offers it. */
export function metricText({ metric, days }: Measured): string {
  const time = withinText(days);
  switch (metric) {
    case 'answeredShare':
      return msg(str`Share of questions answered ${time}`);
    case 'medianHoursToFirstReply':
      return msg('Hours until half of the posts have a first reply');
    case 'newcomersGreeted':
      return msg(str`Share of first posts that somebody answers ${time}`);
    case 'contributors':
      return msg('People who write something in a month');
    case 'ideasDecided':
      return msg(str`Share of ideas that get a decision ${time}`);
    case 'byHand':
      return msg('A number that you count yourselves');
  }
}

/** What a number says, as a sentence without its end. */
export function numberSentence({ metric, days }: Measured, value: number): string {
  const number = valueText(metric, value);
  const time = withinText(days);
  switch (metric) {
    case 'answeredShare':
      return msg(str`${number} of questions answered ${time}`);
    case 'medianHoursToFirstReply':
      return msg(str`Half of the posts have a first reply within ${number}`);
    case 'newcomersGreeted':
      return msg(str`${number} of first posts answered ${time}`);
    case 'contributors':
      return msg(str`${number} wrote something`);
    case 'ideasDecided':
      return msg(str`${number} of ideas got a decision ${time}`);
    case 'byHand':
      return msg(str`Counted: ${number}`);
  }
}

/** A month of UTC: November 2026. */
export const monthText = (month: Month): string =>
  dateFormat({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(monthStart(month));

/** The same where there is little room: Nov 2026. */
export const shortMonthText = (month: Month): string =>
  dateFormat({ month: 'short', year: 'numeric', timeZone: 'UTC' }).format(monthStart(month));

/** A day of a goal, which ends at a moment of UTC. */
export const dayText = (instant: number): string =>
  dateFormat({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(instant);

/** For a month whose number nobody is shown. */
export const hiddenText = (): string => msg('Too few to show (fewer than 5)');
