/** What a cell of an item holds; items keep no binary content. */
export type ItemCell = string | number | null;

/** One row of a list's table, by internal names. Every list has the ones that stand here. */
export interface ItemCells {
  readonly ID: number;
  readonly UniqueId: string;
  readonly GUID: string;
  readonly ContentTypeId: string;
  readonly Title: string | null;
  readonly Author: number;
  readonly Editor: number;
  readonly Created: string;
  readonly Modified: string;
  readonly owshiddenversion: number;
  readonly _UIVersionString: string;
  readonly FSObjType: number;
  readonly FileLeafRef: string;
  readonly FileDirRef: string;
  readonly [name: string]: ItemCell | undefined;
}
