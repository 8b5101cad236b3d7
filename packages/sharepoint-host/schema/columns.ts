/** The names of columns. */
import type { Collection, IndexSpec } from '@kantine/core';

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
  /** Of a row in a list that collections share: the collection's name, for owners who look. It proves nothing. */
  kind: 'KtKind',
} as const;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const spareColumn = (number: number): string => `KtIx${number}`;

/**
 * The column of an index: a digest of container and value, and the order if it is a number. An index
 * that was declared later stands in the spare column that its declaration names.
 */
export function indexColumn({ indexes }: Pick<Collection, 'indexes'>, index: string): string {
  const spare = (indexes[index] as IndexSpec | undefined)?.spare;
  return spare === undefined ? `KtIndex${capital(index)}` : spareColumn(spare);
}
