/** The languages of the interface. */
export const languages = ['en', 'nl', 'de', 'fr'] as const;

export type Language = (typeof languages)[number];

/** One text in every language: a missing one is a compile error. */
export type Words = Readonly<Record<Language, string>>;
