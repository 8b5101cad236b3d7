import type { Column } from './columns.ts';

/** One column of an order. */
export interface Ordering {
  readonly column: Column;
  readonly descending: boolean;
}
