import { notEmulated } from '../errors.ts';

/** A query in the Keyword Query Language, down to what a search for people needs. */
export type Keyword =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Keyword[] }
  | { readonly kind: 'not'; readonly part: Keyword }
  | {
      readonly kind: 'text';
      /** The property that is asked; every one of them without it. */
      readonly property: string | undefined;
      readonly words: readonly string[];
      /** `lov*`: the last word need only begin so. */
      readonly isPrefix: boolean;
    };

type Token = '(' | ')' | { readonly property: string | undefined; readonly text: string };

const TOKEN = /\s*(?:([()])|(?:(\w[\w-]*)\s*([:=]|<>|[<>]=?)\s*)?(?:"([^"]*)"(\*?)|([^\s()"]+)))/y;

/**
 * Reads words, "phrases", `prefixes*`, `Property:value`, AND, OR, NOT and parentheses. Words stand
 * joined by AND; the same property twice is joined by OR. (Keyword Query Language syntax reference,
 * learn.microsoft.com)
 */
export function readKeywords(source: string): Keyword {
  const tokens = tokenize(source);
  let at = 0;
  const isWord = (word: string): boolean => {
    const token = tokens[at];
    return typeof token === 'object' && token.property === undefined && token.text === word;
  };
  const either = (): Keyword => {
    const parts = [sequence()];
    while (isWord('OR')) {
      at += 1;
      parts.push(sequence());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'any', parts };
  };
  const sequence = (): Keyword => {
    const parts: Keyword[] = [];
    while (at < tokens.length && tokens[at] !== ')' && !isWord('OR')) {
      if (isWord('AND')) at += 1;
      parts.push(operand());
    }
    return joined(parts);
  };
  const operand = (): Keyword => {
    if (isWord('NOT')) {
      at += 1;
      return { kind: 'not', part: operand() };
    }
    const token = tokens[at];
    at += 1;
    if (token === '(') {
      const inner = either();
      if (tokens[at] !== ')') throw unreadable(source);
      at += 1;
      return inner;
    }
    if (typeof token !== 'object') throw unreadable(source);
    return textOf(token.property, token.text);
  };
  const query = either();
  if (at < tokens.length) throw unreadable(source);
  return query;
}

const unreadable = (source: string): Error => notEmulated(`the search query '${source}'`);

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const found = TOKEN.exec(source);
    if (!found) throw unreadable(source);
    const [, bracket, property, operator, phrase, star = '', word = ''] = found;
    if (bracket === '(' || bracket === ')') {
      tokens.push(bracket);
      continue;
    }
    if (operator !== undefined && operator !== ':' && operator !== '=') throw unreadable(source);
    if (/^(NEAR|ONEAR|XRANK|WORDS)\b/.test(word) || /^[+-]/.test(word)) throw unreadable(source);
    tokens.push({ property, text: phrase === undefined ? word : phrase + star });
  }
  return tokens;
}

function textOf(property: string | undefined, text: string): Keyword {
  return { kind: 'text', property, words: wordsOf(text), isPrefix: text.endsWith('*') };
}

/** Words without case and accents, as the index keeps them. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);

/** One property asked for twice may hold either value. */
function joined(parts: readonly Keyword[]): Keyword {
  const groups = new Map<string, Keyword[]>();
  for (const [at, part] of parts.entries()) {
    const property = part.kind === 'text' ? part.property?.toLowerCase() : undefined;
    const key = property ?? `#${at}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  const all = [...groups.values()].map((group): Keyword => {
    const [only, ...others] = group;
    return only && others.length === 0 ? only : { kind: 'any', parts: group };
  });
  return all.length === 1 && all[0] ? all[0] : { kind: 'all', parts: all };
}
