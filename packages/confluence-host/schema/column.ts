/** How a field of a record lies in a column, and comes back as text. */
import type { Collection, FieldSpec } from '@kantine/core';

export type Value = string | number;

export interface Column {
  readonly name: string;
  /** MySQL's type with everything that belongs to the column. */
  readonly type: string;
  encode(value: unknown): Value;
  /** @param text the column as CHAR. */
  decode(text: string): unknown;
}

/** A UTF-16 unit takes at most three bytes of UTF-8. */
const bytesOf = (units: number): number => units * 3;
/** A VARBINARY may be longer, but all of a row's together may not. */
const longestInline = 1500;

/** Bytes, because MySQL compares texts without case, accents or trailing blanks, and each engine otherwise. */
const textType = (max: number, isLater: boolean): string =>
  // A BLOB can have no default.
  isLater || bytesOf(max) <= longestInline ? `VARBINARY(${bytesOf(max)})` : 'BLOB';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function textColumn(name: string, max: number, initial: string | undefined): Column {
  return {
    name,
    type: `${textType(max, initial !== undefined)} NOT NULL${defaultOf(initial)}`,
    encode: (value) => {
      if (typeof value !== 'string') throw new TypeError(`${name} takes text.`);
      return value;
    },
    decode: (text) => text,
  };
}

/** @returns what follows a column's type: a column that came later says what earlier rows hold. */
const defaultOf = (initial: Value | undefined): string =>
  initial === undefined
    ? ''
    : ` DEFAULT ${typeof initial === 'number' ? String(initial) : quoted(initial)}`;

/** Whole numbers from 0 to 2^53 - 1, as an index orders them. */
const orderColumn = (name: string, initial: number | undefined): Column => ({
  name,
  type: `BIGINT NOT NULL${defaultOf(initial)}`,
  encode: (value) => Math.min(Math.max(Math.round(Number(value)), 0), Number.MAX_SAFE_INTEGER),
  decode: Number,
});

/** As JSON writes them, which every engine gives back to the last digit. */
const numberColumn = (name: string, initial: number | undefined): Column => ({
  name,
  type: `VARBINARY(32) NOT NULL${defaultOf(initial === undefined ? initial : JSON.stringify(initial))}`,
  encode: (value) => JSON.stringify(Number(value)),
  decode: Number,
});

const flagColumn = (name: string, initial: boolean | undefined): Column => ({
  name,
  type: `TINYINT NOT NULL${defaultOf(initial === undefined ? initial : Number(initial))}`,
  encode: (value) => (value === true ? 1 : 0),
  decode: (text) => text === '1',
});

/** A BLOB can have no default, so a list that came later has as much room as a row gives one column. */
const longestLaterList = 8_000;

const listColumn = (name: string, initial: readonly string[] | undefined): Column => ({
  name,
  type:
    initial === undefined
      ? 'BLOB NOT NULL'
      : `VARBINARY(${longestLaterList}) NOT NULL${defaultOf(JSON.stringify(initial))}`,
  encode: (value) => JSON.stringify(value),
  decode: (text) => JSON.parse(text) as unknown,
});

export function columnOf({ indexes }: Collection, name: string, spec: FieldSpec): Column {
  switch (spec.type) {
    case 'text':
      return textColumn(name, spec.max, spec.default);
    case 'number':
      return Object.values(indexes).some(({ order }) => order === name)
        ? orderColumn(name, spec.default)
        : numberColumn(name, spec.default);
    case 'flag':
      return flagColumn(name, spec.default);
    case 'list':
      return listColumn(name, spec.default);
  }
}
