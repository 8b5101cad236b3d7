import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../errors.ts';
import type { Manifest, Text } from './manifest.ts';

/** The texts of a manifest in the languages that it brings. */
export interface Translations {
  /** @param locale the reader's, such as de-DE. @returns nothing where there is no text. */
  say(text: Text | undefined, locale: string): string | undefined;
}

/** Reads the files that the manifest names, and refuses what `forge lint` refuses. */
export function readTranslations(
  folder: string,
  { modules, translations }: Manifest,
): Translations {
  const resources = new Map(
    (translations?.resources ?? []).map(({ key, path }) => [key, readTexts(join(folder, path))]),
  );
  const after = (locale: string): readonly string[] =>
    [translations?.fallback[locale] ?? []].flat();
  const [usual = ''] = after('default');
  for (const key of keysIn(modules)) {
    if (textAt(resources.get(usual), key) !== undefined) continue;
    throw new SetupError(
      `The i18n key '${key}' is not in the texts of the default locale '${usual}'.`,
    );
  }
  return {
    say(text, locale) {
      if (text === undefined || typeof text === 'string') return text;
      // In this order, as Forge's documentation of translations says.
      const order = [locale, ...after(locale), usual];
      const found = order.map((each) => textAt(resources.get(each), text.i18n));
      return found.find((each) => each !== undefined);
    },
  };
}

function readTexts(file: string): unknown {
  if (!existsSync(file)) throw new SetupError(`The manifest names translations in ${file}.`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A key stands in the file as it is, or as a path of nested objects. */
function textAt(texts: unknown, key: string): string | undefined {
  const flat = (texts as Readonly<Record<string, unknown>> | undefined)?.[key];
  const found =
    flat ??
    key
      .split('.')
      .reduce<unknown>(
        (part, name) => (part as Record<string, unknown> | undefined)?.[name],
        texts,
      );
  return typeof found === 'string' ? found : undefined;
}

/** Every `{ i18n: key }` of the modules, however deep. */
function* keysIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if ('i18n' in value && typeof value.i18n === 'string') yield value.i18n;
  for (const part of Object.values(value)) yield* keysIn(part);
}
