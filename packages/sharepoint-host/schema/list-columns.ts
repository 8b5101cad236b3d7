/** The columns of a list: those of its collection, and those that every list has. For what sets a site up. */
import type { Collection } from '@kantine/core';
import { columns, indexColumn, spareColumn } from './columns.ts';

/** What a column of ours holds and whether SharePoint indexes it. */
export interface ColumnSpec {
  readonly name: string;
  /**
   * `text` is indexed, `note` is long and not indexed: nobody asks by it. `given` is SharePoint's own
   * column, which gets an index. `unique` is indexed and without repeats. It tells a writer what
   * stands in the rows of others, so only lists have one whose rows every writer may read.
   */
  readonly kind: 'text' | 'unique' | 'note' | 'given';
}

export const isIndexed = ({ kind }: ColumnSpec): boolean => kind !== 'note';

/**
 * What every list has from the start, since SharePoint adds no index to a list of more than 20,000
 * items: who wrote a row, when it was changed, and room for five indexes that a later version declares.
 * (learn.microsoft.com/microsoft-365/community/large-lists-large-libraries-in-sharepoint)
 */
export const commonColumns: readonly ColumnSpec[] = [
  { name: 'Author', kind: 'given' },
  { name: 'Modified', kind: 'given' },
  ...[1, 2, 3, 4, 5].map((number) => ({ name: spareColumn(number), kind: 'text' as const })),
];

/** The columns of a list that small collections share; their indexes stand in the spare ones. */
export const shelfColumns: readonly ColumnSpec[] = [
  { name: columns.owner, kind: 'text' },
  { name: columns.kind, kind: 'text' },
  { name: columns.key, kind: 'note' },
  { name: columns.fields, kind: 'note' },
  ...commonColumns,
];

/** The columns of a collection's list. */
export function columnsOf(collection: Collection): readonly ColumnSpec[] {
  if (collection.size === 'few') return shelfColumns;
  const indexes = Object.keys(collection.indexes).map((index) => indexColumn(collection, index));
  const common = new Set(commonColumns.map(({ name }) => name));
  return [
    { name: columns.slot, kind: 'text' },
    { name: columns.owner, kind: 'text' },
    ...indexes.filter((name) => !common.has(name)).map((name) => ({ name, kind: 'text' as const })),
    { name: columns.key, kind: 'note' },
    { name: columns.fields, kind: 'note' },
    ...commonColumns,
  ];
}
