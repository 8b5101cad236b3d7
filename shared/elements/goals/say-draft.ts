/** What a steward is about to say of a goal. */
import { countWords, isTargetOf, isVisible, leastLearned } from '@kantine/core';
import type { Metric } from '@kantine/core';
import { numberIn } from './goal-draft.ts';

/** How it goes, another target, or how it ended. */
export type SayKind = 'checkIn' | 'target' | 'end';

export interface SayDraft {
  readonly text: string;
  /** The number, as it was typed. */
  readonly value: string;
  readonly reached: boolean;
}

export const emptySay: SayDraft = { text: '', value: '', reached: true };

/** @returns the draft in what was stored; others may write to the storage. */
export function acceptSay(stored: Readonly<Record<string, unknown>>): SayDraft | undefined {
  const { text, value, reached } = stored;
  const areTexts = typeof text === 'string' && typeof value === 'string';
  return areTexts ? { text, value, reached: reached !== false } : undefined;
}

/** Whether it comes with a number. */
export const hasNumber = (kind: SayKind, metric: Metric): boolean =>
  kind === 'target' || (kind === 'checkIn' && metric === 'byHand');

/** The first thing that is missing. */
export function missingIn(
  { text, value }: SayDraft,
  kind: SayKind,
  metric: Metric,
): 'value' | 'text' | 'learned' | undefined {
  if (hasNumber(kind, metric) && !isTargetOf(metric, numberIn(value) ?? -1)) return 'value';
  if (kind === 'end') return countWords(text) < leastLearned ? 'learned' : undefined;
  return isVisible(text) ? undefined : 'text';
}
