import { invalidExpression } from '../errors.ts';
import type { ItemCells } from './cells.ts';
import type { Ordering } from './ordering.ts';

/** Where a page begins: behind this item, in this direction. */
export interface PageToken {
  readonly id: number;
  /** As text: SQLite turns it into what the column holds before it compares. */
  readonly values: ReadonlyMap<string, string>;
  readonly backwards: boolean;
}

/** Reads `Paged=TRUE&p_Created=…&p_ID=20`, with or without a question mark before it. */
export function readPageToken(text: string): PageToken {
  const search = new URLSearchParams(text.replace(/^\?/, ''));
  const id = Number(search.get('p_ID') ?? NaN);
  if (Number.isNaN(id)) throw invalidExpression(text);
  const values = new Map<string, string>();
  for (const [name, value] of search) {
    if (name.startsWith('p_') && name !== 'p_ID' && value !== '') values.set(name.slice(2), value);
  }
  return { id, values, backwards: /^true$/i.test(search.get('PagedPrev') ?? '') };
}

/** The token that leads behind an item: the values of its sort columns, and its ID. */
export function writePageToken(item: ItemCells, ordering: readonly Ordering[]): string {
  const search = new URLSearchParams({ Paged: 'TRUE' });
  for (const [at, { column }] of ordering.entries()) {
    const name = column.field.internalName;
    const cell = item[`!sort${at}`];
    if (name === 'ID') continue;
    search.set(`p_${name}`, String(cell ?? ''));
  }
  search.set('p_ID', String(item.ID));
  return search.toString();
}
