/** What a goal may be; a page knows it without what goals are kept in. */
import { dayLength } from '../kernel/day.ts';

export const goalLimits = {
  /** In UTF-16 units, as an input's maxlength counts. */
  what: 120,
  why: 300,
  text: 500,
  /** Goals that a board shows. */
  shown: 20,
} as const;

/** So many words at least say what was learned. */
export const leastLearned = 5;

/** Nobody is measured alone: numbers about fewer people are shown to nobody, and smaller groups set no goals. */
export const fewestPeople = 5;

/** A goal ends within a year. In milliseconds. */
export const longestGoal = 366 * dayLength;

/** What is counted. `byHand` is what the group counts itself. */
export const metrics = [
  'answeredShare',
  'medianHoursToFirstReply',
  'newcomersGreeted',
  'contributors',
  'ideasDecided',
  'byHand',
] as const;
export type Metric = (typeof metrics)[number];

/** What is counted from the group's activity. */
export type CountedMetric = Exclude<Metric, 'byHand'>;

interface MetricFacts {
  readonly unit: 'percent' | 'hours' | 'people' | 'number';
  /** Whether a lower number is the better one. */
  readonly isLowBetter?: true;
  readonly least: number;
  readonly most: number;
  /** Within how many days it has to happen; absent where the metric has no days. */
  readonly days?: { readonly least: number; readonly most: number; readonly usual: number };
}

const share = { unit: 'percent', least: 1, most: 100 } as const;

export const metricFacts: Readonly<Record<Metric, MetricFacts>> = {
  answeredShare: { ...share, days: { least: 1, most: 14, usual: 2 } },
  medianHoursToFirstReply: { unit: 'hours', isLowBetter: true, least: 1, most: 720 },
  newcomersGreeted: { ...share, days: { least: 1, most: 14, usual: 3 } },
  contributors: { unit: 'people', least: fewestPeople, most: 100_000 },
  ideasDecided: { ...share, days: { least: 1, most: 60, usual: 10 } },
  byHand: { unit: 'number', least: 0, most: 1_000_000_000 },
};

export const isMetric = (name: string): name is Metric =>
  (metrics as readonly string[]).includes(name);

export const isTargetOf = (metric: Metric, target: number): boolean => {
  const { least, most } = metricFacts[metric];
  return Number.isSafeInteger(target) && target >= least && target <= most;
};

export const areDaysOf = (metric: Metric, given: number): boolean => {
  const { days } = metricFacts[metric];
  if (!days) return given === 0;
  return Number.isSafeInteger(given) && given >= days.least && given <= days.most;
};

/** Whether a number is as good as the target or better. */
export const isReached = (metric: Metric, value: number, target: number): boolean =>
  metricFacts[metric].isLowBetter ? value <= target : value >= target;
