/**
 * Mentions as a writer sees them: `@` and a name. A text that is sent holds a token with the person's id in
 * its place.
 */
import { everybodyToken, mentionToken, plainText } from '@kantine/core';
import type { PersonSummary } from '@kantine/core';
import { everyone } from '../../kit/everyone.ts';

/** Whom the names in a text stand for, by what is written behind the `@`. */
export type Named = Readonly<Record<string, string>>;

/** Stands for everybody among those whom names stand for. No host gives a person such an id. */
export const everybodyId = '*';

export interface WrittenText {
  /** With names in it. */
  readonly text: string;
  readonly named: Named;
}

const letter = String.raw`[\p{Alphabetic}\p{N}\p{M}]`;

/** Finds `@` and one of these names, the longest that fits. */
function finder(labels: readonly string[]): RegExp {
  const longestFirst = labels.toSorted((one, other) => other.length - one.length).map(escaped);
  return new RegExp(`(?<!${letter})@(${longestFirst.join('|')})(?!${letter})`, 'gu');
}

/** Every sign by its number, since a name may hold any. */
const escaped = (label: string): string =>
  Array.from(label, (sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ''}}`).join('');

/** @returns the people whom a text mentions by name. */
export function mentionedIn({ text, named }: WrittenText): readonly PersonSummary[] {
  const labels = Object.keys(named);
  if (labels.length === 0) return [];
  const found = new Set([...text.matchAll(finder(labels))].map(([, label = '']) => label));
  return [...found]
    .map((name) => ({ id: named[name] ?? '', name, active: true }))
    .filter(({ id }) => id !== everybodyId);
}

/** @returns the text with tokens in the place of names. */
export function withTokens({ text, named }: WrittenText): string {
  const labels = Object.keys(named);
  if (labels.length === 0) return text;
  return text.replace(finder(labels), (_, label: string, at: number) => {
    const id = named[label] ?? '';
    const token = id === everybodyId ? everybodyToken : mentionToken(id);
    // Before a parenthesis it would be the text of a link.
    return text[at + 1 + label.length] === '(' ? `${token} ` : token;
  });
}

/** What is written for a person: their name, and a number behind it where somebody else has it. */
export function labelFor({ id, name }: PersonSummary, named: Named): string {
  for (let number = 1; ; number += 1) {
    const label = number === 1 ? name : `${name} ${number}`;
    if (!Object.hasOwn(named, label) || named[label] === id) return label;
  }
}

/**
 * @returns the text with names in the place of tokens, as far as that can be undone: what somebody typed may
 * look like a name.
 */
export function withNames(text: string, people: readonly PersonSummary[]): WrittenText {
  let named: Named = {};
  for (const person of people) {
    if (person.name !== '') named = { ...named, [labelFor(person, named)]: person.id };
  }
  const everybody = text.includes(everybodyToken)
    ? labelFor({ id: everybodyId, name: everyone(), active: true }, named)
    : undefined;
  if (everybody !== undefined) named = { ...named, [everybody]: everybodyId };
  const labels = Object.entries(named).map(([name, id]) => ({ id, name }));
  const shown = plainText({ text, mentions: labels });
  const written = { text: shown.replaceAll(everybodyToken, () => `@${everybody ?? ''}`), named };
  return withTokens(written) === text ? written : { text, named: {} };
}
