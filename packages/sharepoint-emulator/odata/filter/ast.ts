import type { TypedLiteral } from '../literal.ts';

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
export type TextFunction = 'startswith' | 'substringof' | 'endswith';

/** A predicate of $filter. A path such as Author/Id reaches through a lookup. */
export type Predicate =
  | { readonly kind: 'and' | 'or'; readonly left: Predicate; readonly right: Predicate }
  | { readonly kind: 'not'; readonly operand: Predicate }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly path: readonly string[];
      readonly literal: TypedLiteral;
    }
  | {
      readonly kind: 'text';
      readonly name: TextFunction;
      readonly path: readonly string[];
      readonly text: string;
    }
  | {
      readonly kind: 'datePart';
      readonly part: DatePart;
      readonly operator: Comparison;
      readonly path: readonly string[];
      readonly value: number;
    };

export type DatePart = 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second';
