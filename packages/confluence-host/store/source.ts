/** What the store asks of a table, be it one of records or the one of reactions. */
import type { ContainerId, CountQuery, RowsQuery, StoredRecord } from '@kantine/core';
import type { AnswerRow, Branch } from './branch.ts';
import type { Position } from './cursor.ts';

/** A container as rows name it. */
export interface Home {
  readonly container: ContainerId;
  readonly id: number;
}

/** A row that answers a question about records. */
export interface Found {
  readonly record: StoredRecord;
  /** Which of the query's values it belongs to. */
  readonly value: number;
  /** Where it stands in the order of the index. */
  readonly position: Position;
}

export interface Counted {
  readonly value: string;
  /** The key of the counted rows, where the count is about keys. */
  readonly key?: string;
  readonly number: number;
}

export interface Source {
  /** How many numbers make a position in this index. */
  readonly depth: (query: RowsQuery) => number;
  /** A branch for each value that can have rows, or one for all. */
  readonly rows: (
    query: RowsQuery,
    home: Home,
    after: Position | undefined,
  ) => readonly ValueBranch[];
  readonly counts: (query: CountQuery, home: Home) => readonly Branch[];
  readonly found: (query: RowsQuery, home: Home, row: AnswerRow) => Found;
  readonly counted: (query: CountQuery, row: AnswerRow) => Counted;
}

export interface ValueBranch {
  /** Its place among the query's values. */
  readonly value: number;
  readonly branch: Branch;
}
