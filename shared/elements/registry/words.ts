/** The languages of the interface. */
export const languages = ['en', 'nl', 'de', 'fr'] as const;

export type Language = (typeof languages)[number];

/** @returns the language of a BCP 47 tag such as nl-BE; English for one that we do not have. */
export function languageOf(tag: string): Language {
  const [language] = tag.toLowerCase().split('-');
  return languages.find((each) => each === language) ?? 'en';
}

/** One text in every language: a missing one is a compile error. */
export type Words = Readonly<Record<Language, string>>;
