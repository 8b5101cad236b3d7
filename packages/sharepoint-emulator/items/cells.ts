import type { Cell } from '../store/database.ts';

/** One row of a list's table, by internal names. */
export type ItemCells = Readonly<Record<string, Cell>> & {
  readonly ID: number;
  readonly UniqueId: string;
  readonly owshiddenversion: number;
};
