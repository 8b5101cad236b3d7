import { asText } from '../text.ts';
import type { Literal } from '../literal.ts';
import type { Comparison, DatePart, Predicate } from './ast.ts';

/** Decides a predicate over plain objects: for lists of lists, fields, users and the like. */
export function evaluate(
  predicate: Predicate,
  read: (path: readonly string[]) => unknown,
): boolean {
  switch (predicate.kind) {
    case 'and':
      return evaluate(predicate.left, read) && evaluate(predicate.right, read);
    case 'or':
      return evaluate(predicate.left, read) || evaluate(predicate.right, read);
    case 'not':
      return !evaluate(predicate.operand, read);
    case 'compare':
      return compare(predicate.operator, read(predicate.path), predicate.literal.value);
    case 'text':
      return matchText(predicate.name, asText(read(predicate.path)), predicate.text);
    case 'datePart': {
      const date = new Date(String(read(predicate.path)));
      return compare(predicate.operator, partOf(date, predicate.part), predicate.value);
    }
  }
}

function matchText(name: string, value: string, text: string): boolean {
  const [whole, part] = [value.toLowerCase(), text.toLowerCase()];
  if (name === 'startswith') return whole.startsWith(part);
  return name === 'endswith' ? whole.endsWith(part) : whole.includes(part);
}

function compare(operator: Comparison, left: unknown, right: Literal): boolean {
  const order = compareValues(left, right);
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
  }
}

/** Text compares without regard to case, as in SharePoint's database collation. */
export function compareValues(left: unknown, right: unknown): number {
  const [a, b] = [comparable(left), comparable(right)];
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}

/** Booleans count as numbers, since clients write `eq 1` as well as `eq true`. */
function comparable(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  return asText(value).toLowerCase();
}

function partOf(date: Date, part: DatePart): number {
  switch (part) {
    case 'day':
      return date.getUTCDate();
    case 'month':
      return date.getUTCMonth() + 1;
    case 'year':
      return date.getUTCFullYear();
    case 'hour':
      return date.getUTCHours();
    case 'minute':
      return date.getUTCMinutes();
    case 'second':
      return date.getUTCSeconds();
  }
}
