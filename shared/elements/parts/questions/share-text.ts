/** How questions fare in a group, in one sentence. */
import type { AnsweredShare } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { durationText } from '../../locale/duration.ts';
import { numberText } from '../../locale/formats.ts';

/** Fewer questions tell nothing about the next one. */
const fewest = 5;

/** Whether most questions of a group had no answer, of as many as tell something. */
export const doQuestionsWait = ({ questions, answered }: AnsweredShare): boolean =>
  questions >= fewest && answered * 2 < questions;

/** @returns undefined where there are too few questions to say anything. */
export function shareText(share: AnsweredShare): string | undefined {
  const { questions, answered, half } = share;
  if (questions < fewest) return undefined;
  if (doQuestionsWait(share) || half === undefined) return msg('Questions here often wait.');
  const all = numberText(questions);
  const some = numberText(answered);
  const time = durationText(half);
  return msg(
    str`Of the last ${all} questions here ${some} got an answer, half of them within ${time}.`,
  );
}
