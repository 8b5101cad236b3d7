/** What came of what somebody gave, in sentences. */
import type { Impact, KudosValue, Outcome } from '@kantine/core';
import { numberText } from '../locale/formats.ts';
import { listOf } from '../locale/list.ts';
import { inReadersLanguage } from '../locale/locale.ts';
import { plural } from '../locale/plural.ts';
import { isolated } from '../parts/audience-label/isolated.ts';
import type { Words } from '../registry/words.ts';
import { filled, pageWords } from './page-words.ts';

function peopleText({ people, others }: Outcome): string {
  const names = people.map(({ name }) => isolated(name));
  if (others === 0) return listOf(names);
  const number = numberText(others);
  const more = plural(others, {
    one: inReadersLanguage(pageWords.other),
    other: filled(inReadersLanguage(pageWords.others), { number }),
  });
  return listOf([...names, more]);
}

const outcomeText = (sentence: Words, outcome: Outcome): string =>
  filled(inReadersLanguage(sentence), {
    text: isolated(outcome.text.replaceAll(/\s+/g, ' ').trim()),
    people: peopleText(outcome),
  });

/** @param valueName of the company. @returns one sentence each; none where there is nothing to tell. */
export function impactTexts(
  { solved, tried, thanked, values, isMore }: Impact,
  valueName: (value: KudosValue) => string,
): readonly string[] {
  const named = values.map((value) => isolated(valueName(value)));
  const number = numberText(thanked);
  const thanks = plural(thanked, {
    one: inReadersLanguage(pageWords.thankedOne),
    other: filled(inReadersLanguage(pageWords.thanked), { number }),
  });
  const mentioned = filled(inReadersLanguage(pageWords.values), { values: listOf(named) });
  return [
    ...solved.map((each) => outcomeText(pageWords.solved, each)),
    ...tried.map((each) => outcomeText(pageWords.tried, each)),
    ...(thanked === 0 ? [] : [named.length === 0 ? thanks : `${thanks} ${mentioned}`]),
    ...(isMore ? [inReadersLanguage(pageWords.mayBeMore)] : []),
  ];
}
