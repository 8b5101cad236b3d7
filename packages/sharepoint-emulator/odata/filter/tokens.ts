import { invalidExpression } from '../../errors.ts';

export interface Token {
  readonly kind: 'name' | 'literal' | 'open' | 'close' | 'comma' | 'end';
  readonly text: string;
}

// A quoted text may carry a type before it (datetime'…'), and doubles a quote to hold one.
const PATTERNS: readonly [Token['kind'], RegExp][] = [
  ['literal', /^(?:datetimeoffset|datetime|guid)?'(?:[^']|'')*'/i],
  ['literal', /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?[lmdf]?(?![\w/])/i],
  ['literal', /^(?:true|false|null)(?![\w/])/i],
  ['name', /^[A-Za-z_\u00c0-\uffff][\w\u00c0-\uffff/:]*/],
  ['open', /^\(/],
  ['close', /^\)/],
  ['comma', /^,/],
];

/** Text that fits no pattern makes the whole expression invalid. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let rest = source.trim();
  while (rest) {
    const token = nextToken(rest) ?? fail(source);
    tokens.push(token);
    rest = rest.slice(token.text.length).trimStart();
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

function nextToken(rest: string): Token | undefined {
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(rest);
    if (match) return { kind, text: match[0] };
  }
  return undefined;
}

function fail(source: string): never {
  throw invalidExpression(source);
}
