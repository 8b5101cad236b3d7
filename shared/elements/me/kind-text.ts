/** What a kind of rows is called and kept for: a test holds that each has words. */
import { numberText } from '../locale/formats.ts';
import { listOf } from '../locale/list.ts';
import { inReadersLanguage } from '../locale/locale.ts';
import type { Number } from './gather.ts';
import { aboutWords, kindWords } from './stored-words.ts';

export const kindName = (name: string): string => {
  const found = kindWords[name];
  return found ? inReadersLanguage(found.name) : name;
};

export const kindPurpose = (name: string): string => {
  const found = kindWords[name];
  return found ? inReadersLanguage(found.purpose) : '';
};

/** «12», «300+». */
export const countText = ({ number, isMore }: Number): string =>
  `${numberText(number)}${isMore ? '+' : ''}`;

/** «Posts: 12, Reactions: 3» as a list. */
export const kindsText = (
  numbers: Iterable<readonly [string, Number]>,
  nameOf = kindName,
): string => listOf([...numbers].map(([name, number]) => `${nameOf(name)} (${countText(number)})`));

/** What others wrote about the reader. */
export const aboutText = (numbers: Iterable<readonly [string, Number]>): string =>
  kindsText(numbers, (name) => {
    const found = aboutWords[name];
    return found ? inReadersLanguage(found) : kindName(name);
  });
