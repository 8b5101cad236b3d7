/** The columns that a record is written into. */
import type { Collection, ContainerId } from '@kantine/core';
import { columns, indexColumn, partitionDigest } from '../schema/index.ts';
import { partitionValue } from './row.ts';
import type { Fields } from './row.ts';

/** Wide enough for any safe integer, so that text order is number order. */
export const orderText = (value: number): string =>
  String(Math.min(Math.max(Math.round(value), 0), Number.MAX_SAFE_INTEGER)).padStart(16, '0');

/** What follows the partition in an index column: nothing where the order is that of creation. */
export const orderSuffix = (order: string, fields: Fields): string =>
  order === 'created' ? '' : `.${orderText(numberIn(fields[order]))}`;

/** Rows by hand hold values that no number can be made of. */
const numberIn = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

/**
 * The columns that hold a record's fields and its position in every index.
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
    const value = partitionValue(partition, fields) ?? '';
    const digest = await partitionDigest({ collection, container }, index, value);
    body[indexColumn(collection, index)] = digest + orderSuffix(order, fields);
  }
  return body;
}
