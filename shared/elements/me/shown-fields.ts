/** What a row says, in words of the reader's language: its columns by name, with names of people and groups. */
import type { KudosValue, StoredRow } from '@kantine/core';
import { numberText } from '../locale/formats.ts';
import { inReadersLanguage } from '../locale/locale.ts';
import { fullMomentText } from '../locale/moment.ts';
import { fieldWords } from './field-words.ts';
import type { FieldWords } from './field-words.ts';
import { pageWords } from './page-words.ts';

/** What names are known of. */
export interface Names {
  readonly placeName: (container: string) => string;
  readonly valueName: (value: KudosValue) => string;
}

/** Whether names of values are needed to show a kind of rows. */
export const namesValues = (collection: string): boolean =>
  Object.values(fieldWords[collection] ?? {}).some(({ as }) => as === 'value');

function textOf(as: FieldWords['as'], value: unknown, names: Names): string {
  if (as === 'moment') return typeof value === 'number' && value > 0 ? fullMomentText(value) : '';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number') return value === 0 ? '' : numberText(value);
  const text = typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
  if (as === undefined || text === '') return text;
  if (as === 'group') return names.placeName(text);
  if (as === 'value') return names.valueName(text as KudosValue);
  const chosen = as[text];
  return chosen ? inReadersLanguage(chosen) : '';
}

/** @returns names of columns with what is in them, without what is empty. */
export function shownFields(
  collection: string,
  { fields, people }: Pick<StoredRow, 'fields' | 'people'>,
  names: Names,
): readonly (readonly [string, string])[] {
  const values = fields as Readonly<Record<string, unknown>>;
  return Object.entries(fieldWords[collection] ?? {}).flatMap(([name, { label, as }]) => {
    const person = people[name];
    const text =
      person === undefined
        ? textOf(as, values[name], names)
        : person || inReadersLanguage(pageWords.former);
    return text === '' ? [] : [[inReadersLanguage(label), text] as const];
  });
}
