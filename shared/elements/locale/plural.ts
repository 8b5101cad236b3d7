import { pluralRules } from './formats.ts';

/** Picks the wording for a number by the language's own rule; ours all have one and other. */
export function plural(count: number, words: { one: string; other: string }): string {
  const category = pluralRules().select(count);
  return category === 'one' ? words.one : words.other;
}
