/** Helps to make a goal one that can be measured: what is close to which words, and what suits which kind of group. */
import { metricFacts } from '@kantine/core';
import type { CountedMetric, Metric } from '@kantine/core';
import { msg } from '@lit/localize';
import type { Measured } from './number-words.ts';

/** How the words begin that are close to a metric, in all four languages: people write goals in any of them. */
const stems: Readonly<Record<CountedMetric, readonly string[]>> = {
  medianHoursToFirstReply: [
    ...['fast', 'quick', 'soon', 'wait', 'slow', 'snel', 'wacht', 'traag', 'vlot'],
    ...['schnell', 'rasch', 'wart', 'langsam', 'vite', 'rapid', 'attend', 'lent'],
  ],
  newcomersGreeted: [
    ...['newcomer', 'new colleague', 'welcom', 'onboard', 'nieuw', 'welkom', 'inwerk'],
    ...['neu', 'willkommen', 'einarbeit', 'nouve', 'accueil', 'bienvenu'],
  ],
  ideasDecided: [
    ...[
      'idea',
      'innovat',
      'improv',
      'decide',
      'decision',
      'idee',
      'vernieuw',
      'verbeter',
      'beslis',
    ],
    ...['innovativ', 'verbess', 'entscheid', 'idée', 'amélior', 'décid', 'décision'],
  ],
  contributors: [
    ...['engage', 'involv', 'participat', 'active', 'together', 'lively', 'silent', 'more people'],
    ...['betrok', 'meedoen', 'actief', 'samen', 'levendig', 'stil', 'meer mensen'],
    ...['beteilig', 'mitmach', 'aktiv', 'zusammen', 'lebendig', 'still', 'mehr leute'],
    ...['impliqu', 'particip', 'actif', 'ensemble', 'vivant', 'silenc'],
  ],
  answeredShare: [
    ...['communicat', 'answer', 'question', 'help', 'support', 'knowledge', 'shar'],
    ...['communic', 'antwoord', 'vraag', 'vragen', 'hulp', 'kennis', 'delen'],
    ...['kommuni', 'antwort', 'frage', 'hilf', 'wissen', 'teilen'],
    ...['communiq', 'répon', 'question', 'aide', 'savoir', 'partag'],
  ],
};

/** A metric with the days that are usual for it. */
export const usual = (metric: Metric): Measured => ({
  metric,
  days: metricFacts[metric].days?.usual ?? 0,
});

/** What can be measured that is close to some words; the share of answered questions where nothing else is. */
export function closeTo(words: string): Measured {
  const text = ` ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  const found = (Object.keys(stems) as CountedMetric[]).find((metric) =>
    stems[metric].some((stem) => text.includes(` ${stem}`)),
  );
  return usual(found ?? 'answeredShare');
}

/** What a group is for. */
export const groupKinds = ['help', 'project', 'practice', 'social'] as const;
export type GroupKind = (typeof groupKinds)[number];

export const kindText = (kind: GroupKind): string =>
  ({
    help: msg('People ask each other for help'),
    project: msg('A project'),
    practice: msg('A craft or a field'),
    social: msg('Being together'),
  })[kind];

export interface Suggestion extends Measured {
  /** What should be better. */
  readonly what: string;
}

const suggestion = (metric: Metric, what: string): Suggestion => ({ ...usual(metric), what });

/** What suits a kind of group. */
export const suggestionsFor = (kind: GroupKind): readonly Suggestion[] =>
  ({
    help: [
      suggestion('answeredShare', msg('Questions get an answer')),
      suggestion('medianHoursToFirstReply', msg('Nobody waits long for a first reply')),
    ],
    project: [
      suggestion('ideasDecided', msg('Ideas get a decision')),
      suggestion('answeredShare', msg('Questions get an answer')),
    ],
    practice: [
      suggestion('contributors', msg('More of us share what we know')),
      suggestion('answeredShare', msg('Questions get an answer')),
    ],
    social: [
      suggestion('newcomersGreeted', msg('Nobody new stays without an answer')),
      suggestion('contributors', msg('More of us join in')),
    ],
  })[kind];
