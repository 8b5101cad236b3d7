/**
 * How a field of a record is stored in a column and read back as text. A column that was declared after
 * its table was made has a default for the rows that are there: in the table, or, for a BLOB, which can
 * have none, in the NULL that those rows hold.
 */
import type { Collection, FieldSpec } from '@kantine/core';

export type Value = string | number;

export interface Column {
  readonly name: string;
  /** MySQL's type with everything that belongs to the column. */
  readonly type: string;
  encode(value: unknown): Value;
  /** @param text the column as CHAR; null in rows that are older than the column. */
  decode(text: string | null): unknown;
}

/** A UTF-16 unit takes at most three bytes of UTF-8. */
const bytesOf = (units: number): number => units * 3;
/** A VARBINARY may be longer, but all columns of a row together may not. */
const longestInline = 1500;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A type that can have a default. */
function inline(type: string, initial: Value | undefined): string {
  if (initial === undefined) return `${type} NOT NULL`;
  return `${type} NOT NULL DEFAULT ${typeof initial === 'number' ? initial : quoted(initial)}`;
}

/** A type that cannot; older rows hold NULL in a later column. */
const blob = (isLater: boolean): string => (isLater ? 'BLOB' : 'BLOB NOT NULL');

/** Bytes, because MySQL compares texts without case, accents or trailing blanks, and each engine otherwise. */
const textColumn = (name: string, max: number, initial: string | undefined): Column => ({
  name,
  type:
    bytesOf(max) <= longestInline
      ? inline(`VARBINARY(${bytesOf(max)})`, initial)
      : blob(initial !== undefined),
  encode: (value) => {
    if (typeof value !== 'string') throw new TypeError(`${name} takes text.`);
    return value;
  },
  decode: (text) => text ?? initial,
});

/** Whole numbers from 0 to 2^53 - 1, as an index orders them. */
const orderColumn = (name: string, initial: number | undefined): Column => ({
  name,
  type: inline('BIGINT', initial),
  encode: (value) => Math.min(Math.max(Math.round(Number(value)), 0), Number.MAX_SAFE_INTEGER),
  decode: Number,
});

/** As JSON writes them, which every engine gives back to the last digit. */
const numberColumn = (name: string, initial: number | undefined): Column => ({
  name,
  type: inline('VARBINARY(32)', initial === undefined ? undefined : JSON.stringify(initial)),
  encode: (value) => JSON.stringify(Number(value)),
  decode: Number,
});

const flagColumn = (name: string, initial: boolean | undefined): Column => ({
  name,
  type: inline('TINYINT', initial === undefined ? undefined : Number(initial)),
  encode: (value) => (value === true ? 1 : 0),
  decode: (text) => text === '1',
});

const listColumn = (name: string, initial: readonly string[] | undefined): Column => ({
  name,
  type: blob(initial !== undefined),
  encode: (value) => JSON.stringify(value),
  decode: (text) => (text === null ? initial : (JSON.parse(text) as unknown)),
});

/** The column of a field. A number that an index orders by, or records are held until, has a type of its own. */
export function columnOf(
  { indexes, heldUntil }: Collection,
  name: string,
  spec: FieldSpec,
): Column {
  switch (spec.type) {
    case 'text':
      return textColumn(name, spec.max, spec.default);
    case 'number':
      return name === heldUntil || Object.values(indexes).some(({ order }) => order === name)
        ? orderColumn(name, spec.default)
        : numberColumn(name, spec.default);
    case 'flag':
      return flagColumn(name, spec.default);
    case 'list':
      return listColumn(name, spec.default);
  }
}
