/** INSERT, REPLACE, UPDATE and DELETE, where SQLite writes them otherwise. */
import { behindParenthesis, isSign, isWord, splitAtCommas } from '../tokens.ts';
import type { Token } from '../tokens.ts';
import { rewrite } from './expressions.ts';
import type { Column } from './model.ts';
import { sign, untranslated, word } from './write.ts';

export interface Change {
  readonly tokens: readonly Token[];
  readonly table: string;
  /** Rows that are there already may be updated instead: MySQL counts those twice. */
  readonly isUpsert: boolean;
}

type Part = readonly Token[];

/** The position of a word that stands in no parentheses. */
function outside(tokens: Part, ...words: readonly string[]): number {
  for (let at = 0; at < tokens.length; at += 1) {
    if (isSign(tokens[at], '(')) at = behindParenthesis(tokens, at) - 1;
    else if (isWord(tokens[at], ...words) && !isSign(tokens[at - 1], '.')) return at;
  }
  return -1;
}

const before = (tokens: Part, end: number): Part => (end < 0 ? tokens : tokens.slice(0, end));

/** @param columnsOf the columns of a table, for values that say DEFAULT. */
export function rewriteChange(
  tokens: Part,
  columnsOf: (table: string) => readonly Column[],
): Change {
  if (isWord(tokens[0], 'INSERT', 'REPLACE')) return insert(tokens, columnsOf);
  if (isWord(tokens[0], 'UPDATE')) return limited(tokens, 1, 'SET');
  if (isWord(tokens[0], 'DELETE')) {
    if (!isWord(tokens[1], 'FROM')) throw untranslated('DELETE of more than one table');
    return limited(tokens, 2, 'WHERE');
  }
  throw untranslated(tokens[0]?.value ?? '');
}

/** `VALUES(name)`, or the name behind the alias of the new row: what would have been inserted. */
function excluded(tokens: Part, alias: string | undefined): Token[] {
  const made: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (isWord(token, 'VALUES') && isSign(tokens[at + 1], '(')) {
      made.push(word('excluded'), sign('.'), tokens[at + 2] as Token);
      at += 3;
    } else if (alias !== undefined && token.value === alias && isSign(tokens[at + 1], '.')) {
      made.push(word('excluded'));
    } else made.push(token);
  }
  return made;
}

/** `VALUES (DEFAULT, 1)`: what a column has by itself, written out. */
function withDefaults(rows: Part, columnsOf: () => readonly Column[]): Token[] {
  if (!rows.some((token) => isWord(token, 'DEFAULT'))) return [...rows];
  const values = outside(rows, 'VALUES', 'VALUE');
  const open = rows.findIndex((token, at) => at < values && isSign(token, '('));
  const named =
    open < 0 ? undefined : splitAtCommas(rows.slice(open + 1, behindParenthesis(rows, open) - 1));
  const names = named?.map((part) => part[0]?.value ?? '') ?? columnsOf().map(({ name }) => name);
  const defaultOf = (position: number): readonly Token[] =>
    columnsOf().find(({ name }) => name === names[position])?.default ?? [word('NULL')];
  return [
    ...rows.slice(0, values + 1),
    ...splitAtCommas(rows.slice(values + 1)).flatMap((row, index) => [
      ...(index === 0 ? [] : [sign(',')]),
      sign('('),
      ...splitAtCommas(row.slice(1, -1)).flatMap((value, position) => [
        ...(position === 0 ? [] : [sign(',')]),
        ...(value.length === 1 && isWord(value[0], 'DEFAULT') ? defaultOf(position) : value),
      ]),
      sign(')'),
    ]),
  ];
}

function insert(tokens: Part, columnsOf: (table: string) => readonly Column[]): Change {
  const verb = isWord(tokens[0], 'REPLACE') ? [word('REPLACE')] : [word('INSERT')];
  let at = 1;
  while (isWord(tokens[at], 'LOW_PRIORITY', 'DELAYED', 'HIGH_PRIORITY')) at += 1;
  if (isWord(tokens[at], 'IGNORE')) {
    verb.push(word('OR'), word('IGNORE'));
    at += 1;
  }
  if (isWord(tokens[at], 'INTO')) at += 1;
  const name = at;
  while (isSign(tokens[at + 1], '.')) at += 2;
  const table = tokens[at] as Token;
  if (isWord(tokens[at + 1], 'SET')) return insertSet(verb, table, tokens.slice(at + 2));
  const on = outside(tokens, 'ON');
  const isUpsert = on >= 0 && isWord(tokens[on + 1], 'DUPLICATE');
  const rows = before(tokens, isUpsert ? on : -1).slice(name);
  // VALUES (…) AS new
  const alias = isUpsert && isWord(rows.at(-2), 'AS') ? rows.at(-1)?.value : undefined;
  const plain = withDefaults(alias === undefined ? rows : rows.slice(0, -2), () =>
    columnsOf(table.value),
  );
  const signs = plain.slice(1).map(({ value }) => value.toUpperCase());
  if (['( ) VALUES ( )', 'VALUES ( )'].includes(signs.join(' '))) {
    return {
      tokens: [...verb, word('INTO'), table, word('DEFAULT'), word('VALUES')],
      table: table.value,
      isUpsert: false,
    };
  }
  const body = rewrite(plain).map((token) => (isWord(token, 'VALUE') ? word('VALUES') : token));
  if (!isUpsert) return { tokens: [...verb, word('INTO'), ...body], table: table.value, isUpsert };
  // Without a WHERE the ON of a conflict would be read as that of a join.
  const isSelect = outside(body, 'SELECT') >= 0 && outside(body, 'WHERE') < 0;
  const hasTail = outside(body, 'GROUP', 'ORDER', 'LIMIT', 'UNION') >= 0;
  if (isSelect && hasTail) throw untranslated('INSERT … SELECT without WHERE, ON DUPLICATE KEY');
  return {
    tokens: [
      ...verb,
      word('INTO'),
      ...body,
      ...(isSelect ? [word('WHERE'), { kind: 'number', value: '1' } as const] : []),
      ...['ON', 'CONFLICT', 'DO', 'UPDATE', 'SET'].map(word),
      ...rewrite(excluded(tokens.slice(on + 4), alias)),
    ],
    table: table.value,
    isUpsert,
  };
}

/** INSERT INTO t SET a = 1, b = 2. */
function insertSet(verb: Part, table: Token, tokens: Part): Change {
  if (outside(tokens, 'ON') >= 0) throw untranslated('INSERT … SET … ON DUPLICATE KEY UPDATE');
  const pairs = splitAtCommas(tokens).map((part) => [part[0] as Token, part.slice(2)] as const);
  const joined = (parts: readonly Part[]): Token[] =>
    parts.flatMap((part, position) => (position === 0 ? [...part] : [sign(','), ...part]));
  return {
    tokens: [
      ...verb,
      word('INTO'),
      table,
      sign('('),
      ...joined(pairs.map(([name]) => [name])),
      sign(')'),
      word('VALUES'),
      sign('('),
      ...joined(pairs.map(([, value]) => rewrite(value))),
      sign(')'),
    ],
    table: table.value,
    isUpsert: false,
  };
}

/** UPDATE and DELETE with ORDER BY and LIMIT: the rows are chosen first. */
function limited(tokens: Part, at: number, from: 'SET' | 'WHERE'): Change {
  if (isWord(tokens[at], 'LOW_PRIORITY', 'IGNORE')) {
    return limited([...tokens.slice(0, at), ...tokens.slice(at + 1)], at, from);
  }
  let name = at;
  while (isSign(tokens[name + 1], '.')) name += 2;
  const table = tokens[name] as Token;
  const next = tokens[name + 1];
  const isJoin = isSign(next, ',') || isWord(next, 'JOIN', 'INNER', 'LEFT', 'USING');
  if (isJoin) throw untranslated(`${tokens[0]?.value ?? ''} of more than one table`);
  const limit = outside(tokens, 'ORDER', 'LIMIT');
  if (limit < 0 || outside(tokens, 'LIMIT') < 0) {
    return { tokens: rewrite(tokens), table: table.value, isUpsert: false };
  }
  const where = outside(tokens, 'WHERE');
  const head = rewrite(before(tokens.slice(0, limit), where));
  const condition = where < 0 ? [] : rewrite(tokens.slice(where, limit));
  return {
    tokens: [
      ...head,
      word('WHERE'),
      word('rowid'),
      word('IN'),
      sign('('),
      word('SELECT'),
      word('rowid'),
      word('FROM'),
      table,
      ...condition,
      ...rewrite(tokens.slice(limit)),
      sign(')'),
    ],
    table: table.value,
    isUpsert: false,
  };
}
