/** What is said of questions that wait for an answer. */
import type { WaitingQuestion } from '@kantine/core';
import { msg, str } from '@lit/localize';
import { numberText } from '../locale/formats.ts';
import { plural } from '../locale/plural.ts';
import { isolated } from '../parts/audience-label/isolated.ts';

/** @returns who waits and how long: two working days at least. */
export function waitsText({ asker, workingDays }: WaitingQuestion): string {
  const number = numberText(workingDays);
  if (asker.name === '') return msg(str`Nobody has answered for ${number} working days.`);
  const name = isolated(asker.name);
  return msg(str`Nobody has answered ${name} for ${number} working days.`);
}

/** @returns why it is shown to this reader first. */
export const fitsText = (topic: string): string =>
  msg(str`You are glad to be asked about ${isolated(topic)}.`);

/** @returns how many more there are. */
export function furtherText(further: number): string {
  const number = numberText(further);
  return plural(further, {
    one: msg('One more question waits'),
    other: msg(str`${number} more questions wait`),
  });
}
