/** Formatters of Intl, each made once for a locale: making one costs more than a hundred uses. */
import { currentLocale } from './locale.ts';

/** The reader's own region, within the language: who reads British English writes no «3:05 PM». */
function regionalLocale(): string {
  const locale = currentLocale();
  return navigator.languages.find((tag) => tag.startsWith(`${locale}-`)) ?? locale;
}

const made = new Map<string, unknown>();

/** @param options of the formatter; equal ones share it. */
function cached<Format>(kind: string, options: object, make: (locale: string) => Format): Format {
  const locale = regionalLocale();
  const name = `${locale} ${kind} ${JSON.stringify(options)}`;
  const known = made.get(name) as Format | undefined;
  if (known) return known;
  const format = make(locale);
  made.set(name, format);
  return format;
}

export const dateFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  cached('date', options, (locale) => new Intl.DateTimeFormat(locale, options));

export const relativeFormat = (): Intl.RelativeTimeFormat =>
  cached('relative', {}, (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

export const pluralRules = (): Intl.PluralRules =>
  cached('plural', {}, (locale) => new Intl.PluralRules(locale));

export const listFormat = (): Intl.ListFormat =>
  cached('list', {}, (locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

const numberFormat = (): Intl.NumberFormat =>
  cached('number', {}, (locale) => new Intl.NumberFormat(locale));

/**
 * A number as the reader's language writes it. Small ones are written alike in all of ours, and a page
 * that shows no others needs no formatter.
 */
export const numberText = (value: number): string =>
  Number.isInteger(value) && value >= 0 && value < 1000
    ? String(value)
    : numberFormat().format(value);

/** A number with its unit in words. */
export const unitFormat = (unit: 'minute' | 'hour' | 'day'): Intl.NumberFormat =>
  cached(
    'unit',
    { unit },
    (locale) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
  );
