import { currentLocale } from './locale.ts';

/** Joins names as the language does: «Anna, Bram and Carla». */
export const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(names);
