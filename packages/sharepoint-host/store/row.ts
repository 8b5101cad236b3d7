/** A list item as a record, and back. */
import { withDefaults } from '@kantine/core';
import type { Collection, ContainerId, StoredRecord } from '@kantine/core';
import { columns, indexColumn, parsed, partitionDigest } from '../schema/index.ts';
import type { Row } from '../wire/index.ts';

export type { Row } from '../wire/index.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Wide enough for any safe integer, so that text order is number order. */
export const orderText = (value: number): string =>
  String(Math.min(Math.max(Math.round(value), 0), Number.MAX_SAFE_INTEGER)).padStart(16, '0');

/** What follows the partition in an index column: nothing where the order is that of creation. */
export const orderSuffix = (order: string, fields: Fields): string =>
  order === 'created' ? '' : `.${orderText(Number(fields[order]))}`;

/** The value of an index's partition; the whole container is the empty one. */
export const partitionValue = (partition: string | undefined, fields: Fields): string =>
  partition === undefined ? '' : String(fields[partition]);

/**
 * The columns that hold a record's fields and its place in every index.
 *
 * @param before the fields as they were read: what a later version wrote besides stays.
 */
export async function fieldColumns(
  collection: Collection,
  container: ContainerId,
  fields: Fields,
  before: Fields = {},
): Promise<Record<string, string>> {
  const declared = Object.keys(collection.fields).map((name) => [name, fields[name]] as const);
  const body: Record<string, string> = {
    [columns.fields]: JSON.stringify({ ...before, ...Object.fromEntries(declared) }),
  };
  for (const [index, { partition, order }] of Object.entries(collection.indexes)) {
    const value = partitionValue(partition, fields);
    const digest = await partitionDigest(container, index, value);
    body[indexColumn(collection, index)] = digest + orderSuffix(order, fields);
  }
  return body;
}

/** The columns that are asked for whenever a whole record is wanted. */
export const recordColumns = [
  'Id',
  'AuthorId',
  'Created',
  'Modified',
  columns.slot,
  columns.owner,
  columns.key,
  columns.fields,
] as const;

/** The same, with the author's name: of rows that are shown. */
export const shownColumns = [...recordColumns, 'Author'] as const;

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

/** Ids that a list may have given; SharePoint counts items in 32 bits. */
export const isItemId = (id: string): boolean =>
  /^[1-9]\d{0,9}$/.test(id) && Number(id) <= 2_147_483_647;
