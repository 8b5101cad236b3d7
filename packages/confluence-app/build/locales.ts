/** The texts of the modules in each language, as the translations of the manifest name them. */
import { languages } from '@kantine/elements/registry';
import type { Language } from '@kantine/elements/registry';
import type { WidgetModule } from './modules.ts';

/** Forge's codes for our languages. */
const codes: Readonly<Record<Language, string>> = {
  en: 'en-US',
  nl: 'nl-NL',
  de: 'de-DE',
  fr: 'fr-FR',
};

/** @returns the contents of the files by their names in the folder `locales`. */
export const localesOf = (modules: readonly WidgetModule[]): ReadonlyMap<string, object> =>
  new Map(languages.map((language) => [`${codes[language]}.json`, textsIn(language, modules)]));

const textsIn = (language: Language, modules: readonly WidgetModule[]): object =>
  Object.fromEntries(
    modules.map(({ key, texts }) => [
      key,
      Object.fromEntries(
        Object.entries(texts).flatMap(([property, text]) =>
          typeof text === 'string' ? [] : [[property, text[language]]],
        ),
      ),
    ]),
  );
