/** The SELECT statements of a table, be it one of records or a compact one of choices. */
import type { ContainerId, CountQuery, RowsQuery, StoredRecord } from '@kantine/core';
import type { AnswerRow, Branch } from './branch.ts';
import type { Position } from './cursor.ts';

/** A container, with its number in rows. */
export interface ContainerRow {
  readonly name: ContainerId;
  readonly id: number;
}

/** A row that answers a query for records. */
export interface Found {
  readonly record: StoredRecord;
  /** The position of the value that it answers, among the query's values. */
  readonly value: number;
  /** Its position in the order of the index. */
  readonly position: Position;
}

export interface Counted {
  readonly value: string;
  /** The key of the counted rows, where the count is about keys. */
  readonly key?: string;
  readonly number: number;
}

/** How the queries of one kind of table become SELECT statements, and their rows records. */
export interface TableSelects {
  /** How many numbers make a position in this index. */
  readonly depth: (query: RowsQuery) => number;
  /** A branch for each value that can have rows, or one for all. */
  readonly rows: (
    query: RowsQuery,
    container: ContainerRow,
    after: Position | undefined,
  ) => readonly ValueBranch[];
  readonly counts: (query: CountQuery, container: ContainerRow) => readonly Branch[];
  readonly found: (query: RowsQuery, container: ContainerRow, row: AnswerRow) => Found;
  readonly counted: (query: CountQuery, row: AnswerRow) => Counted;
}

export interface ValueBranch {
  /** Its position among the query's values. */
  readonly value: number;
  readonly branch: Branch;
}

/** No index has this name: the rows of a container come in the order of creation without one. */
export const everyRow = '';
