/** What a value of the company is called, and its sign: as owners wrote it, or else from the start. */
import { kudosValues } from '@kantine/core';
import type { ValueFromTheStart, ValueView } from '@kantine/core';
import { inReadersLanguage } from '../locale/locale.ts';
import { valueWords } from './value-words.ts';

/** A sign for each value from the start; decoration, its name stands beside it. */
const signs: Readonly<Record<ValueFromTheStart, string>> = {
  'helps-out': '🤝',
  'shares-knowledge': '📚',
  'dares-to-try': '🚀',
  'keeps-promises': '⚓️',
  'brings-joy': '☀️',
};

type Named = { readonly id: string } & Partial<Pick<ValueView, 'names' | 'icon'>>;

export const isFromTheStart = (value: string): value is ValueFromTheStart =>
  (kudosValues as readonly string[]).includes(value);

export const valueSignOf = ({ id, icon = '' }: Named): string =>
  icon === '' ? (isFromTheStart(id) ? signs[id] : '⭐️') : icon;

/** In the reader's language, or in another where owners wrote none in that. */
export function valueNameOf({ id, names = {} }: Named): string {
  const first = isFromTheStart(id) ? valueWords[id] : undefined;
  const any = names.en ?? names.nl ?? names.de ?? names.fr ?? id;
  return inReadersLanguage({
    en: names.en ?? first?.en ?? any,
    nl: names.nl ?? first?.nl ?? any,
    de: names.de ?? first?.de ?? any,
    fr: names.fr ?? first?.fr ?? any,
  });
}
