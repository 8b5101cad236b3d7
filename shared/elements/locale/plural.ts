import { pluralRules } from './formats.ts';

/**
 * Picks the wording for a number by the language's own rule. Ours all have one and other, and differ about
 * nought only: a page that shows no nought needs no rules.
 */
export function plural(count: number, words: { one: string; other: string }): string {
  const isOne = count === 0 ? pluralRules().select(0) === 'one' : count === 1;
  return isOne ? words.one : words.other;
}
