/** The language of the interface: the host's, where it is one of ours. */
import { configureLocalization } from '@lit/localize';
import type { Words } from '../registry/words.ts';
import { sourceLocale, targetLocales } from './generated/locale-codes.ts';

type Locale = typeof sourceLocale | (typeof targetLocales)[number];

const loaders = {
  de: () => import('./generated/de.ts'),
  fr: () => import('./generated/fr.ts'),
  nl: () => import('./generated/nl.ts'),
} as const;

type Localization = ReturnType<typeof configureLocalization>;
let localization: Localization | undefined;

/** Configured on first use, because the library takes one configuration a bundle. */
function localize(): Localization {
  localization ??= configureLocalization({
    sourceLocale,
    targetLocales,
    loadLocale: (locale) => loaders[locale as keyof typeof loaders](),
  });
  return localization;
}

const isTarget = (language: string): language is (typeof targetLocales)[number] =>
  (targetLocales as readonly string[]).includes(language);

/** @returns the locale for a BCP 47 tag such as nl-BE; English for a language we do not have. */
function localeFor(tag: string): Locale {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  return isTarget(language) ? language : sourceLocale;
}

/**
 * Shows the interface in a language. Elements on the page follow at once, those made later too.
 * @param tag a BCP 47 tag, as the host or the document states it.
 * @returns once the language is loaded; where it cannot be, the one before stays.
 */
export async function useLanguage(tag: string): Promise<void> {
  await localize().setLocale(localeFor(tag));
}

/** The locale for dates, numbers and plurals. */
export const currentLocale = (): string => localize().getLocale();

/** A text that stands in every language at once, in the reader's. */
export const inReadersLanguage = (words: Words): string => words[currentLocale() as Locale];
