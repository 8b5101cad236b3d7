/** Atlassian's checks look for the texts of modules in the default language alone. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Translated {
  readonly modules: Readonly<Record<string, readonly object[]>>;
  readonly translations?:
    { readonly resources: readonly { readonly key: string; readonly path: string }[] } | undefined;
}

/** @returns what is said in a language of the app and not in another. */
export function translationProblems(
  folder: string,
  { modules, translations }: Translated,
): readonly string[] {
  const keys = [...new Set([...keysIn(modules)])];
  return (translations?.resources ?? []).flatMap(({ key: locale, path }) => {
    const file = join(folder, path);
    // That, Atlassian's checks say themselves.
    if (!existsSync(file)) return [];
    const texts: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return keys
      .filter((key) => textAt(texts, key) === undefined)
      .map((key) => `${path} has no text ${key}, so that it is not said in ${locale}.`);
  });
}

/** Every `{ i18n: key }`, however deep. */
function* keysIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if ('i18n' in value && typeof value.i18n === 'string') yield value.i18n;
  for (const part of Object.values(value)) yield* keysIn(part);
}

function textAt(texts: unknown, key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], texts);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
