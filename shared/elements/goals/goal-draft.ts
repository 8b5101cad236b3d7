/** What a steward is about to set as a goal, and has not sent. */
import { areDaysOf, isTargetOf, isVisible, longestGoal, metrics } from '@kantine/core';
import type { Metric } from '@kantine/core';
import { groupKinds } from './suggest.ts';
import type { GroupKind } from './suggest.ts';

export interface GoalDraft {
  readonly what: string;
  readonly kind: GroupKind | '';
  readonly metric: Metric | '';
  readonly days: number;
  /** As it was typed. */
  readonly target: string;
  /** A day as a field for dates has it: 2026-12-24; empty for none. */
  readonly day: string;
  /** The id of who looks after it; empty for the writer. */
  readonly owner: string;
  readonly why: string;
}

export const emptyGoal: GoalDraft = {
  what: '',
  kind: '',
  metric: '',
  days: 0,
  target: '',
  day: '',
  owner: '',
  why: '',
};

/** @returns the draft in what was stored; others may write to the storage. */
export function acceptGoal(stored: Readonly<Record<string, unknown>>): GoalDraft | undefined {
  const texts = ['what', 'target', 'day', 'owner', 'why'] as const;
  if (!texts.every((name) => typeof stored[name] === 'string')) return undefined;
  const { what, target, day, owner, why } = stored as Record<(typeof texts)[number], string>;
  return {
    ...{ what, target, day, owner, why },
    kind: groupKinds.find((each) => each === stored.kind) ?? '',
    metric: metrics.find((each) => each === stored.metric) ?? '',
    days: typeof stored.days === 'number' ? stored.days : 0,
  };
}

export const isEmptyGoal = ({ what, metric, target, day, why }: GoalDraft): boolean =>
  [what, metric, target, day, why].every((text) => text === '');

/** The number that was typed; undefined for none. */
export const numberIn = (typed: string): number | undefined =>
  /^\d{1,12}$/.test(typed.trim()) ? Number(typed) : undefined;

/** The end of that day, so that the day itself still counts. @returns undefined for no day. */
export function untilOf(day: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined) return undefined;
  return Date.UTC(Number(year), Number(month) - 1, Number(date), 22);
}

/** A day as a field for dates takes it. */
export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

const isInTime = (day: string, now: number): boolean => {
  const until = untilOf(day);
  return until !== undefined && until > now && until < now + longestGoal;
};

/** The first thing that is missing. @param now the host's time. */
export function missingIn(
  { what, metric, days, target, day, why }: GoalDraft,
  now: number,
): 'what' | 'metric' | 'days' | 'target' | 'day' | 'why' | undefined {
  if (!isVisible(what)) return 'what';
  if (metric === '') return 'metric';
  if (!areDaysOf(metric, days)) return 'days';
  if (!isTargetOf(metric, numberIn(target) ?? -1)) return 'target';
  if (!isInTime(day, now)) return 'day';
  return isVisible(why) ? undefined : 'why';
}
