import { invalidExpression } from '../errors.ts';
import type { Comparison } from '../odata/filter/ast.ts';
import type { Literal } from '../odata/literal.ts';
import { timestamp } from '../context/farm.ts';
import type { Parameter } from '../store/database.ts';
import type { Column } from './columns.ts';
import type { Condition, Test } from './condition.ts';

const OPERATORS: Readonly<Record<Comparison, string>> = {
  eq: '=',
  ne: '<>',
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
};

const make = (
  column: Column,
  sql: string,
  parameters: readonly Parameter[],
  seekable = true,
): Test => ({
  kind: 'test',
  column: column.field.internalName,
  seekable: seekable && column.indexed,
  sql: column.wrap ? column.wrap(sql) : sql,
  parameters,
});

/** One comparison. `ne` also finds empty cells, as SharePoint's own SQL does. */
export function compareTest(column: Column, operator: Comparison, value: Literal): Test {
  if (value === null) return nullTest(column, operator === 'eq');
  const parameter = parameterFor(column, value);
  if (isMultiple(column)) {
    return multiTest(column, operator, parameter);
  }
  if (operator === 'ne') {
    return make(column, `(${column.sql} <> ? OR ${column.sql} IS NULL)`, [parameter], false);
  }
  return make(column, `${column.sql} ${OPERATORS[operator]} ?`, [parameter]);
}

export const nullTest = (column: Column, isNull: boolean): Test =>
  make(column, `${column.sql} IS ${isNull ? '' : 'NOT '}NULL`, [], isNull);

const isMultiple = ({ shape }: Column): boolean => shape === 'lookups' || shape === 'choices';

/** A column of several values matches when one of them does. */
function multiTest(column: Column, operator: Comparison, parameter: Parameter): Test {
  const exists = `EXISTS (SELECT 1 FROM json_each(${column.sql}) WHERE value = ?)`;
  if (operator === 'eq') return make(column, exists, [parameter], false);
  if (operator === 'ne') return make(column, `NOT ${exists}`, [parameter], false);
  throw invalidExpression(column.field.internalName);
}

// The last code point of Unicode: nothing that begins with the prefix sorts behind it.
const LAST = '\u{10ffff}';

/** A prefix is a range, and so an index can serve it. */
export const startsWithTest = (column: Column, text: string): Test =>
  make(column, `(${column.sql} >= ? AND ${column.sql} < ?)`, [text, text + LAST]);

/** LIKE reads the whole list: a text in the middle cannot be found through an index. */
export function containsTest(column: Column, text: string, side: 'within' | 'end'): Test {
  const pattern = text.replaceAll(/[\\%_]/g, '\\$&');
  const like = side === 'end' ? `%${pattern}` : `%${pattern}%`;
  return make(column, `${column.sql} LIKE ? ESCAPE '\\'`, [like], false);
}

/** One test with many values, which an index serves one by one. */
export function inTest(column: Column, values: readonly Literal[]): Condition {
  const parameters = values.map((value) => parameterFor(column, value));
  if (isMultiple(column)) {
    return { kind: 'or', parts: parameters.map((value) => multiTest(column, 'eq', value)) };
  }
  return make(column, `${column.sql} IN (${parameters.map(() => '?').join(', ')})`, parameters);
}

/** From a bound up to, and without, another. */
export const rangeTest = (
  column: Column,
  from: string | undefined,
  to: string | undefined,
): Test => {
  const parts = [
    from === undefined ? '' : `${column.sql} >= ?`,
    to === undefined ? '' : `${column.sql} < ?`,
  ];
  const parameters = [from, to].filter((bound) => bound !== undefined);
  return make(column, `(${parts.filter(Boolean).join(' AND ')})`, parameters);
};

export const datePartTest = (
  column: Column,
  format: string,
  operator: Comparison,
  value: number,
): Test =>
  make(
    column,
    `CAST(strftime('${format}', ${column.sql}) AS INTEGER) ${OPERATORS[operator]} ?`,
    [value],
    false,
  );

/** Writes a literal the way the column stores its values. */
function parameterFor(column: Column, value: Literal): Parameter {
  if (value === null) return null;
  switch (column.shape) {
    case 'dateTime':
      return readDate(String(value));
    case 'boolean':
      return value === true || value === 1 || /^(1|true|yes)$/i.test(String(value)) ? 1 : 0;
    case 'number':
    case 'integer':
    case 'lookup':
    case 'lookups': {
      const number = Number(value);
      if (Number.isNaN(number)) throw invalidExpression(String(value));
      return number;
    }
    case 'guid':
      return String(value).toLowerCase().replace(/[{}]/g, '');
    default:
      return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
  }
}

/** Times without a zone count in the site's zone, which is UTC here. */
export function readDate(text: string): string {
  const verbose = /^\/Date\((-?\d+)\)\/$/.exec(text);
  const date = verbose ? new Date(Number(verbose[1])) : new Date(withZone(text.trim()));
  if (Number.isNaN(date.getTime())) throw invalidExpression(text);
  return timestamp(date);
}

/** Dates in the notation of the United States count as UTC as well. */
function withZone(text: string): string {
  const iso = text.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T');
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return `${iso}T00:00:00Z`;
  if (/(z|[+-]\d{2}:?\d{2}|gmt|utc)$/i.test(iso)) return iso;
  return /^\d{4}-/.test(iso) ? `${iso}Z` : `${iso} UTC`;
}
