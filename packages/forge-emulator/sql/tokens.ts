/** Takes a statement of MySQL's dialect apart into words, names, texts, numbers and signs. */

type TokenKind = 'word' | 'name' | 'text' | 'number' | 'parameter' | 'sign';

export interface Token {
  readonly kind: TokenKind;
  /** A word as it was written, a name or text without its quotes and escapes, a sign as it is. */
  readonly value: string;
}

/** Longer signs come first, so that `<=>` is not read as `<=` and `>`. */
const signs = ['<=>', '->>', '<<', '>>', '<=', '>=', '<>', '!=', '||', '&&', '->', ':='];

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  n: '\n',
  r: '\r',
  t: '\t',
  Z: '\u001A',
};

const wordStart = /[\p{L}_$@]/u;
const wordPart = /[\p{L}\p{N}_$@]/u;

/** @throws SyntaxError on a text or comment that does not end. */
export function tokenize(statement: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;

  const skipTo = (end: string, from: number): void => {
    const found = statement.indexOf(end, from);
    if (found < 0 && end !== '\n') throw new SyntaxError(`A comment does not end: «${end}».`);
    at = found < 0 ? statement.length : found + end.length;
  };

  /** A text in quotes: doubled quotes stand for one, and a backslash escapes, but not in names. */
  const quoted = (quote: string): string => {
    let value = '';
    at += 1;
    for (;;) {
      const character = statement[at];
      if (character === undefined) throw new SyntaxError('A text does not end.');
      const next = statement[at + 1];
      if (character === quote && next === quote) {
        value += quote;
        at += 2;
      } else if (character === quote) {
        at += 1;
        return value;
      } else if (character === '\\' && quote !== '`' && next !== undefined) {
        // In front of these two a backslash stays: they matter to LIKE.
        value += next === '%' || next === '_' ? `\\${next}` : (escapes[next] ?? next);
        at += 2;
      } else {
        value += character;
        at += 1;
      }
    }
  };

  while (at < statement.length) {
    const character = statement[at] as string;
    const rest = statement.slice(at);
    if (/\s/.test(character)) at += 1;
    else if (rest.startsWith('/*')) skipTo('*/', at + 2);
    else if (/^--(\s|$)/.test(rest) || character === '#') skipTo('\n', at);
    else if (character === "'" || character === '"') {
      tokens.push({ kind: 'text', value: quoted(character) });
    } else if (character === '`') tokens.push({ kind: 'name', value: quoted('`') });
    else if (/^\.?\d/.test(rest) && !(tokens.at(-1)?.value === '.' && character !== '.')) {
      const [number] = /^(0x[0-9a-f]+|\d*\.?\d+(e[+-]?\d+)?\.?)/i.exec(rest) as RegExpExecArray;
      tokens.push({ kind: 'number', value: number });
      at += number.length;
    } else if (wordStart.test(character) || wordPart.test(character)) {
      let end = at + 1;
      while (end < statement.length && wordPart.test(statement[end] as string)) end += 1;
      tokens.push({ kind: 'word', value: statement.slice(at, end) });
      at = end;
    } else if (character === '?') {
      tokens.push({ kind: 'parameter', value: '?' });
      at += 1;
    } else {
      const sign = signs.find((each) => rest.startsWith(each)) ?? character;
      tokens.push({ kind: 'sign', value: sign });
      at += sign.length;
    }
  }
  return tokens;
}

/** Whether a token is one of these keywords. */
export const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token?.kind === 'word' && words.includes(token.value.toUpperCase());

export const isSign = (token: Token | undefined, sign: string): boolean =>
  token?.kind === 'sign' && token.value === sign;

/** The position behind the parenthesis that closes the one at `open`. */
export function behindParenthesis(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (isSign(tokens[at], '(')) depth += 1;
    if (isSign(tokens[at], ')')) depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new SyntaxError('A parenthesis does not close.');
}

/** Parts between commas that stand in no parentheses. */
export function splitAtCommas(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSign(token, '(')) depth += 1;
    if (isSign(token, ')')) depth -= 1;
    if (depth === 0 && isSign(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
