/** A table as MySQL knows it; SQLite keeps less, so this is kept beside it. */
import { isSign, splitAtCommas } from '../tokens.ts';
import type { Token } from '../tokens.ts';
import { Reader } from './reader.ts';
import { untranslated, writeTokens } from './write.ts';

export interface Column {
  readonly name: string;
  /** In upper case, without its length: `VARCHAR`. */
  readonly type: string;
  /** What stands in the parentheses behind the type: a length, or the values of an ENUM. */
  readonly detail: readonly Token[];
  readonly isUnsigned: boolean;
  readonly isNullable: boolean;
  readonly default?: readonly Token[] | undefined;
  /** AUTO_INCREMENT, or TiDB's AUTO_RANDOM. */
  readonly isNumbered: boolean;
  /** ON UPDATE CURRENT_TIMESTAMP. */
  readonly isTouched: boolean;
  readonly collation?: string | undefined;
  readonly generated?:
    { readonly expression: readonly Token[]; readonly isStored: boolean } | undefined;
}

export interface Key {
  readonly kind: 'primary' | 'unique' | 'plain';
  readonly name: string;
  readonly columns: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly keys: readonly Key[];
  readonly checks: readonly (readonly Token[])[];
  /** The names of the foreign keys that were added. */
  readonly foreignKeys?: readonly string[];
  /** The collation of columns that name none. */
  readonly collation?: string | undefined;
  /** The first number that a numbered column is given. */
  readonly startsAt?: number | undefined;
}

/** A name of a column in an index: its length, direction and expression say nothing here. */
function keyColumns(inner: readonly Token[]): string[] {
  return splitAtCommas(inner).map((part) => {
    if (isSign(part[0], '(')) throw untranslated('an index on an expression');
    return part[0]?.value ?? '';
  });
}

/** PRIMARY KEY, UNIQUE, KEY and their kin, if that is what comes next. */
export function readKey(reader: Reader): Key | undefined {
  if (reader.skip('CONSTRAINT') && !reader.sees('PRIMARY', 'UNIQUE', 'CHECK')) reader.take();
  if (reader.skip('PRIMARY', 'KEY')) {
    while (!isSign(reader.next, '(')) reader.take();
    const columns = keyColumns(reader.inParentheses());
    reader.rest();
    return { kind: 'primary', name: 'PRIMARY', columns };
  }
  if (reader.sees('FULLTEXT', 'SPATIAL')) throw untranslated(`${reader.take().value} index`);
  const isUnique = reader.skip('UNIQUE');
  const isKey = reader.skip('KEY') || reader.skip('INDEX');
  if (!isUnique && !isKey) return undefined;
  reader.skip('IF', 'NOT', 'EXISTS');
  const name = isSign(reader.next, '(') || reader.sees('USING') ? undefined : reader.name();
  if (reader.skip('USING')) reader.take();
  const columns = keyColumns(reader.inParentheses());
  reader.rest();
  return { kind: isUnique ? 'unique' : 'plain', name: name ?? columns[0] ?? '', columns };
}

interface ColumnWithKeys {
  readonly column: Column;
  readonly keys: readonly Key[];
  readonly checks: readonly (readonly Token[])[];
  /** FIRST, or the column that it comes after. */
  readonly after?: string | undefined;
}

/** A default is one value, or an expression in parentheses, or a call. */
function readDefault(reader: Reader): readonly Token[] {
  if (isSign(reader.next, '(')) return reader.inParentheses();
  const value = [reader.take()];
  if (isSign(value[0], '-') || isSign(value[0], '+')) value.push(reader.take());
  if (isSign(reader.next, '(')) {
    value.push({ kind: 'sign', value: '(' }, ...reader.inParentheses(), {
      kind: 'sign',
      value: ')',
    });
  }
  return value;
}

/** The definition of one column, as CREATE TABLE and ALTER TABLE have it. */
export function readColumn(reader: Reader): ColumnWithKeys {
  const name = reader.name();
  let type = reader.take().value.toUpperCase();
  if (type === 'DOUBLE') reader.skip('PRECISION');
  if (type === 'LONG') type = `LONG${reader.take().value.toUpperCase()}`;
  const detail = isSign(reader.next, '(') ? reader.inParentheses() : [];
  let column: Column = {
    name,
    type,
    detail,
    isUnsigned: false,
    isNullable: true,
    isNumbered: type === 'SERIAL',
    isTouched: false,
  };
  const keys: Key[] = [];
  const checks: (readonly Token[])[] = [];
  let after: string | undefined;
  const also = (more: Partial<Column>): void => void (column = { ...column, ...more });
  while (!reader.isOver) {
    if (reader.skip('UNSIGNED')) also({ isUnsigned: true });
    else if (reader.skip('NOT', 'NULL')) also({ isNullable: false });
    else if (reader.skip('DEFAULT')) also({ default: readDefault(reader) });
    else if (reader.skip('AUTO_INCREMENT')) also({ isNumbered: true });
    else if (reader.skip('AUTO_RANDOM')) {
      also({ isNumbered: true });
      if (isSign(reader.next, '(')) reader.inParentheses();
    } else if (reader.skip('ON', 'UPDATE')) {
      readDefault(reader);
      also({ isTouched: true });
    } else if (reader.skip('COLLATE')) also({ collation: reader.take().value });
    else if (reader.skip('CHARACTER', 'SET') || reader.skip('CHARSET')) reader.take();
    else if (reader.skip('COMMENT')) reader.take();
    else if (reader.skip('PRIMARY', 'KEY') || reader.skip('KEY')) {
      keys.push({ kind: 'primary', name: 'PRIMARY', columns: [name] });
    } else if (reader.skip('UNIQUE')) {
      reader.skip('KEY');
      keys.push({ kind: 'unique', name, columns: [name] });
    } else if (reader.skip('CHECK')) checks.push(reader.inParentheses());
    else if (reader.skip('GENERATED', 'ALWAYS') || reader.sees('AS')) {
      reader.skip('AS');
      const expression = reader.inParentheses();
      const isStored = reader.skip('STORED') || reader.skip('PERSISTENT');
      reader.skip('VIRTUAL');
      also({ generated: { expression, isStored } });
    } else if (reader.skip('FIRST')) after = '';
    else if (reader.skip('AFTER')) after = reader.name();
    else if (
      !['NULL', 'ZEROFILL', 'SIGNED', 'CLUSTERED', 'NONCLUSTERED', 'VISIBLE'].includes(
        reader.take().value.toUpperCase(),
      )
    ) {
      throw untranslated(`a column «${name}» with something unknown behind its type`);
    }
  }
  if (keys.some(({ kind }) => kind === 'primary')) also({ isNullable: false });
  return { column, keys, checks, after };
}

/** CREATE TABLE, from behind its name. */
export function readTable(name: string, reader: Reader): Table {
  if (!isSign(reader.next, '(')) throw untranslated('CREATE TABLE … LIKE or AS');
  const columns: Column[] = [];
  const keys: Key[] = [];
  const checks: (readonly Token[])[] = [];
  for (const part of splitAtCommas(reader.inParentheses())) {
    const inner = new Reader(part);
    const key = readKey(inner);
    if (key) keys.push(key);
    else if (inner.skip('CHECK')) checks.push(inner.inParentheses());
    else {
      const found = readColumn(inner);
      columns.push(found.column);
      keys.push(...found.keys);
      checks.push(...found.checks);
    }
  }
  let collation: string | undefined;
  let startsAt: number | undefined;
  while (!reader.isOver) {
    if (reader.sees('AS', 'SELECT')) throw untranslated('CREATE TABLE … AS SELECT');
    const isCollation = reader.skip('COLLATE');
    const isStart = !isCollation && reader.skip('AUTO_INCREMENT');
    reader.skipSign('=');
    const { value } = reader.take();
    if (isCollation) collation = value;
    if (isStart) startsAt = Number(value);
  }
  return { name, columns, keys, checks, collation, startsAt };
}

/** As SHOW COLUMNS tells it: `varchar(200)`, `bigint unsigned`. */
export function columnTypeOf({ type, detail, isUnsigned }: Column): string {
  const length = detail.length === 0 ? '' : `(${writeTokens(detail).replaceAll(' ', '')})`;
  return `${type.toLowerCase()}${length}${isUnsigned ? ' unsigned' : ''}`;
}
