/** The columns of a list: those of its collection, and those that every list has. */
import type { Collection, IndexSpec } from '@kantine/core';

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

/** Column names; `KtSlot` and `KtOwner` are digests, `KtKey` and `KtFields` are JSON. */
export const columns = {
  /**
   * Container, author, key and slot, for pages of version 0.1: they believe a row in the first slot, and
   * ask about any other. In their lists it was unique.
   */
  slot: 'KtSlot',
  /** Container, author and key: what a row is looked up by, and has to prove. */
  owner: 'KtOwner',
  key: 'KtKey',
  fields: 'KtFields',
} as const;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const spareColumn = (number: number): string => `KtIx${number}`;

/**
 * The column of an index: a digest of container and value, and the order if it is a number. An index
 * that was declared later stands in the spare column that its declaration names.
 */
export function indexColumn({ indexes }: Pick<Collection, 'indexes'>, index: string): string {
  const spare = (indexes[index] as IndexSpec | undefined)?.spare;
  return spare === undefined ? `KtIndex${capital(index)}` : spareColumn(spare);
}

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

/** The columns of a collection's list. */
export function columnsOf(collection: Collection): readonly ColumnSpec[] {
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
