import { kudosValues } from '@kantine/core';
import type { KudosValue } from '@kantine/core';
import { inReadersLanguage } from '../locale/locale.ts';
import { valueWords } from './value-words.ts';

/** A sign for each value; decoration, its name stands beside it. */
export const valueSign: Record<KudosValue, string> = {
  'helps-out': '🤝',
  'shares-knowledge': '📚',
  'dares-to-try': '🚀',
  'keeps-promises': '⚓️',
  'brings-joy': '☀️',
};

/** The company values in the reader's language. */
export const valueName = (value: KudosValue): string => inReadersLanguage(valueWords[value]);

/** Names of values in an attribute; those that there are not are left out, and none at all is every one. */
export const valuesConverter = {
  fromAttribute(attribute: string | null): readonly KudosValue[] {
    const named = (attribute ?? '').split(/\s+/);
    const known = kudosValues.filter((value) => named.includes(value));
    return known.length === 0 ? kudosValues : known;
  },
};
