import { StorageError } from './error.ts';

/** A comparison as `WhereConditions` and `FilterConditions` write it. */
export interface Condition {
  readonly condition: string;
  readonly values: readonly unknown[];
}

export interface PropertyCondition extends Condition {
  readonly property: string;
}

export interface Filters {
  readonly and?: readonly PropertyCondition[];
  readonly or?: readonly PropertyCondition[];
}

type Compare = (value: unknown, first: unknown, second: unknown) => boolean;

const COMPARISONS: Readonly<Record<string, Compare>> = {
  EQUAL_TO: (value, first) => value === first,
  NOT_EQUAL_TO: (value, first) => value !== first,
  GREATER_THAN: (value, first) => sameType(value, first) && order(value, first) > 0,
  GREATER_THAN_EQUAL_TO: (value, first) => sameType(value, first) && order(value, first) >= 0,
  LESS_THAN: (value, first) => sameType(value, first) && order(value, first) < 0,
  LESS_THAN_EQUAL_TO: (value, first) => sameType(value, first) && order(value, first) <= 0,
  BETWEEN: (value, first, second) =>
    sameType(value, first) && order(value, first) >= 0 && order(value, second) <= 0,
  BEGINS_WITH: (value, first) => typeof value === 'string' && value.startsWith(String(first)),
  CONTAINS: (value, first) => holds(value, first),
  NOT_CONTAINS: (value, first) => !holds(value, first),
  EXISTS: (value) => value !== undefined,
  NOT_EXISTS: (value) => value === undefined,
};

/** An index is read in order, so it knows fewer comparisons than a filter does. */
const OF_INDEXES = [
  'EQUAL_TO',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
  'BETWEEN',
  'BEGINS_WITH',
];

export function meets(value: unknown, { condition, values }: Condition): boolean {
  const compare = COMPARISONS[condition];
  if (!compare) {
    throw new StorageError('INVALID_FILTER_CONDITION', `Condition ${condition} is not supported.`);
  }
  if (condition === 'BETWEEN' && values.length < 2) {
    throw new StorageError('INSUFFICIENT_FILTER_VALUES', 'BETWEEN needs at least two values.');
  }
  return compare(value, values[0], values[1]);
}

export function checkRange({ condition }: Condition): void {
  if (OF_INDEXES.includes(condition)) return;
  throw new StorageError('INVALID_FILTER_CONDITION', `An index cannot be asked for ${condition}.`);
}

export function checkFilters(filters: Filters | undefined): void {
  if (!filters) return;
  if (filters.and && filters.or) {
    const message = 'Filter operators "and" and "or" cannot be present at the same level.';
    throw new StorageError('INVALID_FILTER_OPERATORS_COMBINATION', message);
  }
  if ((filters.and ?? filters.or ?? []).length === 0) {
    throw new StorageError('EMPTY_FILTER_OPERATOR', 'Filter operators cannot be empty.');
  }
}

export function passes(value: unknown, filters: Filters | undefined): boolean {
  checkFilters(filters);
  const attributes = (value ?? {}) as Readonly<Record<string, unknown>>;
  const holdsFor = (each: PropertyCondition) => meets(attributes[each.property], each);
  if (filters?.and) return filters.and.every(holdsFor);
  return filters?.or ? filters.or.some(holdsFor) : true;
}

/** Numbers by size, everything else by its UTF-8 bytes, as DynamoDB's sort keys are. */
export function order(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}

function sameType(one: unknown, other: unknown): boolean {
  return typeof one === typeof other;
}

function holds(value: unknown, part: unknown): boolean {
  if (Array.isArray(value)) return value.includes(part);
  return typeof value === 'string' && value.includes(String(part));
}
