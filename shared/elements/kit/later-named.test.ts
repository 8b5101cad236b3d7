import { render } from 'lit';
import { afterEach, expect, it } from 'vitest';
import { useLanguage } from '../locale/locale.ts';
import { named } from './later-named.ts';
import { quoted } from './later-quoted.ts';

afterEach(() => useLanguage('en'));

const quotation = (words: string): string | undefined => {
  const place = document.createElement('p');
  render(quoted(words), place);
  return place.querySelector('q')?.textContent;
};

it.each([
  ['en', 'Leave: Bread'],
  ['nl', 'Leave: Bread'],
  ['de', 'Leave: Bread'],
  ['fr', 'Leave\u00A0: Bread'],
])('what a button is named after is set apart as %s writes it', async (language, name) => {
  await useLanguage(language);
  expect(named('Leave', 'Bread')).toBe(name);
});

it.each([
  ['en', 'too loud'],
  ['de', 'too loud'],
  ['fr', '\u00A0too loud\u00A0'],
])('what somebody wrote stands in its quotation marks as in %s', async (language, words) => {
  await useLanguage(language);
  expect(quotation('too loud')).toBe(words);
});
