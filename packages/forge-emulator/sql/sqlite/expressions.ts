/**
 * Rewrites the inside of statements: operators, casts, intervals, functions by other names. The rules are
 * in one file, since their order decides.
 */
import { behindParenthesis, isSign, isWord, splitAtCommas } from '../tokens.ts';
import type { Token } from '../tokens.ts';
import { sign, text, untranslated, word } from './write.ts';

/** Functions that are called otherwise here; the arguments stay as they are. */
const renamed: Readonly<Record<string, string>> = {
  CURRENT_TIMESTAMP: 'now',
  LOCALTIME: 'now',
  LOCALTIMESTAMP: 'now',
  UTC_TIMESTAMP: 'now',
  SYSDATE: 'now',
  CURRENT_DATE: 'curdate',
  UTC_DATE: 'curdate',
  CURRENT_TIME: 'curtime',
  LENGTH: 'mysql_length',
  OCTET_LENGTH: 'mysql_length',
  POSITION: 'instr',
  MID: 'substr',
  SUBSTRING: 'substr',
  POW: 'pow',
  CEILING: 'ceil',
  JSON_EXTRACT: 'mysql_json_extract',
  JSON_ARRAYAGG: 'json_group_array',
  JSON_OBJECTAGG: 'json_group_object',
  SCHEMA: 'database',
  ANY_VALUE: 'max',
};

/** Without parentheses, these too are calls. */
const callsWithoutParentheses = new Set([
  'CURRENT_TIMESTAMP',
  'CURRENT_DATE',
  'CURRENT_TIME',
  'LOCALTIME',
  'LOCALTIMESTAMP',
]);

/** Words that say how MySQL should go about it, and change nothing in the answer. */
const hints = ['STRAIGHT_JOIN', 'HIGH_PRIORITY', 'LOW_PRIORITY', 'DELAYED', 'SQL_NO_CACHE'];

const refused = [
  'SQL_CALC_FOUND_ROWS',
  'XOR',
  'SOUNDS',
  'MATCH',
  'LATERAL',
  'ROLLUP',
  'FOUND_ROWS',
];

/** Words that SQLite keeps for itself, and that are names like any other in MySQL. */
const onlyHere = [
  'AUTOINCREMENT',
  'DEFERRABLE',
  'INDEXED',
  'ISNULL',
  'NOTHING',
  'NOTNULL',
  'RETURNING',
  'TRANSACTION',
];

const castTypes: Readonly<Record<string, string>> = {
  SIGNED: 'INTEGER',
  UNSIGNED: 'INTEGER',
  CHAR: 'TEXT',
  NCHAR: 'TEXT',
  VARCHAR: 'TEXT',
  BINARY: 'BLOB',
  DECIMAL: 'NUMERIC',
  DOUBLE: 'REAL',
  FLOAT: 'REAL',
  REAL: 'REAL',
  DATETIME: 'TEXT',
  DATE: 'TEXT',
  TIME: 'TEXT',
  JSON: 'TEXT',
  YEAR: 'INTEGER',
};

type Part = readonly Token[];

/** Each part of a call's arguments, rewritten. */
const argumentsOf = (tokens: Part, open: number, end: number): Token[][] =>
  splitAtCommas(tokens.slice(open + 1, end - 1)).map((part) => rewrite(part));

function call(name: string, ...parts: readonly Part[]): Token[] {
  const inner = parts.flatMap((part, position) =>
    position === 0 ? [...part] : [sign(','), ...part],
  );
  return [word(name), sign('('), ...inner, sign(')')];
}

/** `INTERVAL 3 DAY`: the amount, the unit, and where it ends. */
function interval(tokens: Part, at: number): { amount: Token[]; unit: Token; end: number } {
  let end = at + 1;
  while (end < tokens.length && !(tokens[end]?.kind === 'word' && isUnit(tokens[end] as Token))) {
    end = isSign(tokens[end], '(') ? behindParenthesis(tokens, end) : end + 1;
  }
  const unit = tokens[end];
  if (!unit) throw untranslated('INTERVAL without a unit');
  return {
    amount: rewrite(tokens.slice(at + 1, end)),
    unit: text(unit.value.toUpperCase()),
    end: end + 1,
  };
}

const isUnit = (token: Token): boolean =>
  /^(MICROSECOND|SECOND|MINUTE|HOUR|DAY|WEEK|MONTH|QUARTER|YEAR)$/i.test(token.value);

/** Where the operand that ends the tokens begins: a call, parentheses, or a name with its table. */
function operandStart(tokens: Part): number {
  let at = tokens.length - 1;
  if (isSign(tokens[at], ')')) {
    let depth = 0;
    for (; at >= 0; at -= 1) {
      if (isSign(tokens[at], ')')) depth += 1;
      if (isSign(tokens[at], '(')) depth -= 1;
      if (depth === 0) break;
    }
    if (tokens[at - 1]?.kind === 'word') at -= 1;
  }
  while (isSign(tokens[at - 1], '.')) at -= 2;
  return at;
}

const negative = (amount: Part): Token[] => [sign('-'), sign('('), ...amount, sign(')')];

/** CAST(x AS TYPE(n)), CONVERT(x, TYPE), CONVERT(x USING charset). */
function cast(tokens: Part, open: number, end: number): Token[] {
  const inner = tokens.slice(open + 1, end - 1);
  const using = inner.findIndex((token) => isWord(token, 'USING'));
  if (using >= 0) return [sign('('), ...rewrite(inner.slice(0, using)), sign(')')];
  const parts = splitAtCommas(inner);
  const as = inner.findLastIndex((token) => isWord(token, 'AS'));
  const [value, type] =
    parts.length === 2
      ? [parts[0] ?? [], parts[1] ?? []]
      : [inner.slice(0, as), inner.slice(as + 1)];
  const name = castTypes[type[0]?.value.toUpperCase() ?? ''];
  if (name === undefined) throw untranslated(`CAST AS ${type[0]?.value ?? ''}`);
  return [word('CAST'), sign('('), ...rewrite(value), word('AS'), word(name), sign(')')];
}

/** GROUP_CONCAT([DISTINCT] x [ORDER BY y] [SEPARATOR s]). */
function groupConcat(tokens: Part, open: number, end: number): Token[] {
  const inner = tokens.slice(open + 1, end - 1);
  const at = (name: string): number => inner.findIndex((token) => isWord(token, name));
  const [order, separator] = [at('ORDER'), at('SEPARATOR')];
  const value = inner.slice(
    0,
    [order, separator, inner.length].find((position) => position >= 0),
  );
  const sorting = order < 0 ? [] : inner.slice(order, separator < 0 ? inner.length : separator);
  const glue = separator < 0 ? [text(',')] : inner.slice(separator + 1);
  if (isWord(value[0], 'DISTINCT')) {
    if (separator >= 0) throw untranslated('GROUP_CONCAT(DISTINCT … SEPARATOR …)');
    return [word('group_concat'), sign('('), ...rewrite(value), ...rewrite(sorting), sign(')')];
  }
  return [
    word('group_concat'),
    sign('('),
    ...rewrite(value),
    sign(','),
    ...glue,
    ...rewrite(sorting),
    sign(')'),
  ];
}

interface Step {
  readonly tokens: readonly Token[];
  /** Where reading goes on. */
  readonly next: number;
}

/** A call of a function that is written otherwise here. */
function rewriteCall(tokens: Part, at: number): Step | undefined {
  const name = (tokens[at] as Token).value.toUpperCase();
  const open = at + 1;
  const end = behindParenthesis(tokens, open);
  const to = (rewritten: readonly Token[]): Step => ({ tokens: rewritten, next: end });
  switch (name) {
    case 'CAST':
    case 'CONVERT':
      return to(cast(tokens, open, end));
    case 'GROUP_CONCAT':
      return to(groupConcat(tokens, open, end));
    case 'DATE_ADD':
    case 'DATE_SUB':
    case 'ADDDATE':
    case 'SUBDATE': {
      const [value = [], rest = []] = splitAtCommas(tokens.slice(open + 1, end - 1));
      const isInterval = isWord(rest[0], 'INTERVAL');
      const { amount, unit } = isInterval
        ? interval(rest, 0)
        : { amount: rewrite(rest), unit: text('DAY') };
      const signed = name.includes('SUB') ? negative(amount) : amount;
      return to(call('mysql_add_interval', rewrite(value), signed, [unit]));
    }
    case 'TIMESTAMPDIFF':
    case 'TIMESTAMPADD': {
      const [unit = [], first = [], second = []] = argumentsOf(tokens, open, end);
      const name_ = [text(unit[0]?.value.toUpperCase() ?? '')];
      return to(
        name === 'TIMESTAMPDIFF'
          ? call('timestampdiff', name_, first, second)
          : call('mysql_add_interval', second, first, name_),
      );
    }
    case 'NEXTVAL':
    case 'SETVAL': {
      const [name_ = [], ...rest] = splitAtCommas(tokens.slice(open + 1, end - 1));
      const sequence = [text(name_.at(-1)?.value ?? '')];
      return to(call(name.toLowerCase(), sequence, ...rest.map((part) => rewrite(part))));
    }
    case 'LASTVAL':
      throw untranslated('LASTVAL, which is of a session');
    case 'EXTRACT': {
      const inner = tokens.slice(open + 1, end - 1);
      const unit = [text(inner[0]?.value.toUpperCase() ?? '')];
      return to(call('mysql_extract', unit, rewrite(inner.slice(2))));
    }
    default:
      return undefined;
  }
}

/** One step of reading an expression. */
function step(tokens: Part, at: number, before: Token[]): Step {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const one = (...rewritten: readonly Token[]): Step => ({ tokens: rewritten, next: at + 1 });
  if (token.kind === 'sign') {
    // A SELECT in parentheses cannot be part of a UNION here, but may be selected from.
    const starts = at === 0 || isWord(tokens[at - 1], 'UNION', 'ALL', 'EXCEPT', 'INTERSECT');
    if (token.value === '(' && starts && isWord(next, 'SELECT', 'WITH')) {
      const end = behindParenthesis(tokens, at);
      const inner = rewrite(tokens.slice(at + 1, end - 1));
      const whole = [sign('('), ...inner, sign(')')];
      return { tokens: [word('SELECT'), sign('*'), word('FROM'), ...whole], next: end };
    }
    if (token.value === '||') return one(word('OR'));
    if (token.value === '&&') return one(word('AND'));
    if (token.value === '<=>') return one(word('IS'));
    if (token.value === '!') return one(word('NOT'));
    // A quotient is a fraction there; whole numbers would be cut off here.
    if (token.value === '/') return one(sign('*'), { kind: 'number', value: '1.0' }, sign('/'));
    if ((token.value === '+' || token.value === '-') && isWord(next, 'INTERVAL')) {
      const { amount, unit, end } = interval(tokens, at + 1);
      const operand = before.splice(operandStart(before));
      const signed = token.value === '-' ? negative(amount) : amount;
      return { tokens: call('mysql_add_interval', operand, signed, [unit]), next: end };
    }
    return one(token);
  }
  if (token.kind !== 'word' || isSign(tokens[at - 1], '.')) return one(token);
  if (isWord(token, ...onlyHere) && !isSign(next, '(')) return one({ ...token, kind: 'name' });
  if (isWord(token, ...refused)) throw untranslated(token.value.toUpperCase());
  if (isWord(token, ...hints))
    return one(...(isWord(token, 'STRAIGHT_JOIN') ? [word('JOIN')] : []));
  if (isWord(token, 'NEXT') && isWord(next, 'VALUE') && isWord(tokens[at + 2], 'FOR')) {
    const name = tokens[at + 3]?.value ?? '';
    return { tokens: call('nextval', [text(name)]), next: at + 4 };
  }
  if (isWord(token, 'DIV')) return one(sign('/'));
  if (isWord(token, 'MOD') && !isSign(next, '(')) return one(sign('%'));
  if (isWord(token, 'RLIKE')) return one(word('REGEXP'));
  if (isWord(token, 'BINARY') && !isSign(next, '(')) return one();
  if (isWord(token, 'TRUE')) return one({ kind: 'number', value: '1' });
  if (isWord(token, 'FALSE')) return one({ kind: 'number', value: '0' });
  if (/^_utf8(mb4)?$/i.test(token.value) && next?.kind === 'text') return one();
  if (isWord(token, 'COLLATE')) {
    return { tokens: [token, word(collationOf(next?.value ?? ''))], next: at + 2 };
  }
  if (isWord(token, 'FROM') && isWord(next, 'DUAL')) return { tokens: [], next: at + 2 };
  if (isWord(token, 'USE', 'FORCE', 'IGNORE') && isWord(next, 'INDEX', 'KEY')) {
    const open = tokens.findIndex((each, position) => position > at && isSign(each, '('));
    return { tokens: [], next: behindParenthesis(tokens, open) };
  }
  if (isWord(token, 'FOR') && isWord(next, 'UPDATE', 'SHARE')) return { tokens: [], next: at + 2 };
  if (isSign(next, '(')) {
    const rewritten = rewriteCall(tokens, at);
    if (rewritten) return rewritten;
    return one(word(renamed[token.value.toUpperCase()] ?? token.value));
  }
  const name = token.value.toUpperCase();
  if (callsWithoutParentheses.has(name)) return one(...call(renamed[name] ?? name));
  return one(token);
}

/** TiDB compares byte by byte unless a collation says otherwise; what is «ci» knows no case. */
export const collationOf = (name: string): string => (/_ci$/i.test(name) ? 'NOCASE' : 'BINARY');

/** Any part of a statement, as SQLite reads it. @throws NotImplementedError naming what it cannot. */
export function rewrite(tokens: Part): Token[] {
  const rewritten: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const { tokens: made, next } = step(tokens, at, rewritten);
    rewritten.push(...made);
    at = next;
  }
  return rewritten;
}
