import { languages } from './words.ts';

/** A sentence for each language that a text is not there in. */
export function* missingWords(
  what: string,
  words: Readonly<Partial<Record<string, string>>> | undefined,
): Generator<string> {
  for (const language of languages) {
    if ((words?.[language] ?? '').trim() === '') yield `the ${what} has no words in ${language}.`;
  }
}
