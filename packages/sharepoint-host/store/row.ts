/** A list item as a record, and back. */
import { withDefaults } from '@kantine/core';
import type {
  Collection,
  ContainerId,
  ContainerQuery,
  PersonId,
  StoredRecord,
} from '@kantine/core';
import { columns, parsed } from '../schema/index.ts';
import type { Row } from '../wire/index.ts';

export type { Row } from '../wire/index.ts';

export type Fields = Readonly<Record<string, unknown>>;

/**
 * The value of an index's partition; the whole container is the empty one. Nothing where it is no text:
 * somebody wrote that by hand, and there are values that no text can be made of.
 */
export function partitionValue(partition: string | undefined, fields: Fields): string | undefined {
  const value = partition === undefined ? '' : fields[partition];
  return typeof value === 'string' ? value : undefined;
}

/** The columns that are asked for whenever a whole record is wanted. */
export const recordColumns = [
  'Id',
  'AuthorId',
  'Created',
  'Modified',
  columns.owner,
  columns.key,
  columns.fields,
] as const;

/** The same, with the author's name: of rows that are shown. */
export const shownColumns = [...recordColumns, 'Author'] as const;

/** Of rows that are only counted. */
export const countedColumns = recordColumns.filter((name) => name !== 'Created');

/** Who wrote a row, and what they are called. */
export const nameColumns = ['AuthorId', 'Author'] as const;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What rows are looked at as: records of this collection in this container. */
export interface Kept {
  readonly collection: Collection;
  readonly container: ContainerId;
}

/** A row as a record, be it written by Kantine or by hand. @returns undefined for a row that no record has */
export function recordIn(row: Row, { collection, container }: Kept): StoredRecord | undefined {
  const key = parsed(row[columns.key]);
  const fields = withDefaults(collection, parsed(row[columns.fields]));
  if (typeof key !== 'string' || !isObject(fields)) return undefined;
  return {
    id: String(row.Id),
    container,
    author: String(row.AuthorId),
    created: Date.parse(row.Created),
    modified: Date.parse(row.Modified),
    version: row['odata.etag'],
    key,
    fields,
  };
}

/** Whose rows alone a query wants. */
export const authorOf = (query: ContainerQuery): PersonId | undefined =>
  query.kind === 'rows' ? query.author : undefined;

/** Ids that a list may have given; SharePoint counts items in 32 bits. */
export const isItemId = (id: string): boolean =>
  /^[1-9]\d{0,9}$/.test(id) && Number(id) <= 2_147_483_647;
