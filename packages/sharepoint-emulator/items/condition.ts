import type { Parameter } from '../store/database.ts';

/**
 * What a query asks of an item, made from $filter or from CAML. A test remembers its column, so that
 * the threshold can tell which index, if any, would serve it.
 */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | Test;

export interface Test {
  readonly kind: 'test';
  readonly column: string;
  /** True where an index on the column narrows the rows to look at. */
  readonly seekable: boolean;
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

export interface Sql {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** Values never enter the text of the statement. */
export function toSql(condition: Condition): Sql {
  if (condition.kind === 'test') return condition;
  if (condition.kind === 'not') {
    const inner = toSql(condition.part);
    return { sql: `NOT (${inner.sql})`, parameters: inner.parameters };
  }
  const parts = condition.parts.map(toSql);
  return {
    sql: `(${parts.map((part) => part.sql).join(condition.kind === 'and' ? ' AND ' : ' OR ')})`,
    parameters: parts.flatMap((part) => part.parameters),
  };
}

/** The parts that all have to hold. Any one of them may narrow the rows for the others. */
export function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.parts.flatMap(conjuncts) : [condition];
}

/** The one column that all of a condition's tests look at through an index, or undefined. */
export function seekColumn(condition: Condition): string | undefined {
  if (condition.kind === 'test') return condition.seekable ? condition.column : undefined;
  if (condition.kind === 'not') return undefined;
  const columns = condition.parts.map(seekColumn);
  return columns.every((column) => column === columns[0]) ? columns[0] : undefined;
}

/** True where every branch of an OR can use some index: SQL then unites their rows. */
export function isSeekable(condition: Condition): boolean {
  if (condition.kind === 'test') return condition.seekable;
  if (condition.kind === 'not') return false;
  return condition.kind === 'or'
    ? condition.parts.every(isSeekable)
    : condition.parts.some(isSeekable);
}
