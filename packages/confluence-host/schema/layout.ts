/** A collection's table: the host's own columns, a column for each field, an index for each declared one. */
import type { Collection, IndexSpec } from '@kantine/core';
import { columnOf } from './column.ts';
import type { Column } from './column.ts';

/** The host's own columns; no field's name begins with an underscore. */
export const stamp = {
  container: '_container',
  id: '_id',
  author: '_author',
  key: '_key',
  /** Seconds since the record was made, and at least one more with every update: version and time in one. */
  changed: '_changed',
} as const;

export interface Layout {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly indexes: readonly { readonly name: string; readonly columns: readonly string[] }[];
}

const layouts = new WeakMap<Collection, Layout>();

/** `contractEntries` is `contract_entries`: some engines do not keep the case of a table's name. */
export const tableName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function indexColumns({ partition, order }: IndexSpec): string[] {
  return [
    stamp.container,
    ...(partition === undefined ? [] : [partition]),
    ...(order === 'created' ? [] : [order]),
    stamp.id,
  ];
}

/**
 * The layout of a collection's own table, the same object for the same declaration.
 * @throws TypeError where an index is over a text that is too long for one
 */
export function layoutOf(collection: Collection): Layout {
  const known = layouts.get(collection);
  if (known) return known;
  const columns = Object.entries(collection.fields).map(([name, spec]) =>
    columnOf(collection, name, spec),
  );
  const isLong = (field: string | undefined): boolean =>
    columns.some(({ name, type }) => name === field && type.startsWith('BLOB'));
  for (const [name, { partition }] of Object.entries(collection.indexes)) {
    if (isLong(partition)) {
      throw new TypeError(`${collection.name}.${name}: «${partition}» is too long for an index.`);
    }
  }
  const layout: Layout = {
    table: tableName(collection.name),
    columns,
    indexes: Object.entries(collection.indexes)
      .map(([name, spec]) => ({ name, columns: indexColumns(spec) }))
      // The primary key is the container in the order of creation.
      .filter(({ columns }) => columns.length > 2),
  };
  layouts.set(collection, layout);
  return layout;
}
