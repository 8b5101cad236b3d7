/**
 * How records and indexes lie in the ordered map:
 *
 *     row/<collection>/<container>/<id>                                   the record
 *     key/<collection>/<container>/<author and key>                       its id
 *     idx/<collection>/<container>/<index>/<partition>/<order>/<id>       its id
 *
 * Every part is percent-encoded, so that keys are ASCII (each engine then sorts them alike) and a
 * slash only ever separates.
 */
import type { Collection, IndexSpec } from '../kernel/collection.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { StoredRecord } from '../kernel/record.ts';

const part = encodeURIComponent;

/** Wide enough for any safe integer, so that text order is number order. */
const width = 16;

/** @returns a number from 0 to 2^53-1 as text that sorts like the number; others are clamped. */
export function orderText(value: number): string {
  const clamped = Math.min(Math.max(Math.round(value), 0), Number.MAX_SAFE_INTEGER);
  return String(clamped).padStart(width, '0');
}

export const idText = (sequenceNumber: number): string => orderText(sequenceNumber);

export const counterKey = 'counter';

/** Sorts directly after every key that starts with a prefix that ends in a slash: 0 follows the slash. */
export const after = (prefix: string): string => `${prefix.slice(0, -1)}0`;

const within = (kind: string, { name }: Collection, container: ContainerId): string =>
  `${kind}/${part(name)}/${part(container)}/`;

/** All records of a collection in a container, in the order of creation. */
export const rowPrefix = (collection: Collection, container: ContainerId): string =>
  within('row', collection, container);

export const rowKey = (collection: Collection, container: ContainerId, id: string): string =>
  rowPrefix(collection, container) + part(id);

/** @param key from `authorKey` */
export const uniqueKey = (collection: Collection, container: ContainerId, key: string): string =>
  within('key', collection, container) + part(key);

/** The part of an index that holds one value of its partition. */
export const indexPrefix = (
  collection: Collection,
  container: ContainerId,
  index: string,
  partition: string,
): string => `${within('idx', collection, container)}${part(index)}/${part(partition)}/`;

function indexKey(
  collection: Collection,
  record: StoredRecord,
  index: string,
  { partition, order }: IndexSpec,
): string {
  const fields = record.fields as Readonly<Record<string, unknown>>;
  const value = partition === undefined ? '' : String(fields[partition]);
  const position = order === 'created' ? record.created : Number(fields[order]);
  const prefix = indexPrefix(collection, record.container, index, value);
  return `${prefix}${orderText(position)}/${part(record.id)}`;
}

/** Every index entry of a record. */
export function indexKeys(collection: Collection, record: StoredRecord): string[] {
  return Object.entries(collection.indexes).map(([index, spec]) =>
    indexKey(collection, record, index, spec),
  );
}
