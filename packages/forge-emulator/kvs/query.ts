import type { IndexDefinition } from '../manifest/index.ts';
import {
  checkFilters,
  checkRange,
  meets,
  order,
  passes,
  type Condition,
  type Filters,
  type PropertyCondition,
} from './conditions.ts';
import { findIndex, indexed, type Entities } from './entities.ts';
import { StorageError } from './error.ts';
import { LARGEST_PAGE } from './limits.ts';
import { kindOf, PLAIN, type Entry, type Store } from './store.ts';

export interface KeyQuery {
  readonly where?: readonly PropertyCondition[];
  readonly limit?: number;
  readonly after?: string;
}

export interface EntityQuery {
  readonly entityName: string;
  readonly indexName: string;
  readonly partition?: readonly unknown[];
  readonly range?: Condition;
  readonly filters?: Filters;
  readonly sort?: 'ASC' | 'DESC';
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page {
  readonly data: readonly Entry[];
  readonly cursor?: string;
}

const USUAL_PAGE = 10;

/** Plain keys are found by how they begin, in the order of the keys. */
export function queryKeys(store: Store, query: KeyQuery): Page {
  const limit = query.limit ?? USUAL_PAGE;
  if (limit < 1 || limit > LARGEST_PAGE) {
    throw new StorageError('LIST_QUERY_LIMIT_EXCEEDED', 'Limit should be below 100.');
  }
  const [where, ...more] = query.where ?? [];
  if (more.length > 0) throw new StorageError('QUERY_WHERE_INVALID', 'Only one "where" clause.');
  if (where && where.property !== 'key') {
    throw new StorageError('QUERY_WHERE_FIELD_INVALID', `No query by '${where.property}'.`);
  }
  if (where && where.condition !== 'BEGINS_WITH') {
    throw new StorageError('INVALID_FILTER_CONDITION', 'Keys are found by how they begin.');
  }
  const rows = store
    .all(PLAIN)
    .filter(({ key }) => !where || meets(key, where))
    .map((entry) => ({ entry, position: [entry.key] }));
  return pageOf(rows, 'ASC', limit, query.after);
}

/**
 * Reads one index. A page is cut from the index first and filtered afterwards, as DynamoDB does it:
 * it may come back short or empty and still have a cursor. The stricter of two readings.
 */
export function queryEntities(store: Store, entities: Entities, query: EntityQuery): Page {
  const limit = query.limit ?? USUAL_PAGE;
  if (limit < 1 || limit > LARGEST_PAGE) {
    const message = 'The page limit must be set between 1 and 100.';
    throw new StorageError('COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', message);
  }
  const index = findIndex(entities.find(query.entityName), query.indexName);
  checkFilters(query.filters);
  checkPartition(index, query.partition ?? []);
  if (query.range) checkRange(query.range);
  const rows = store.all(kindOf(query.entityName)).flatMap((entry) => {
    const row = indexed(entry, index);
    if (!row?.partition.every((value, at) => value === query.partition?.[at])) return [];
    if (query.range && !meets(row.range[0], query.range)) return [];
    return [{ entry, position: [...row.range, entry.key] }];
  });
  const page = pageOf(rows, query.sort ?? 'ASC', limit, query.cursor);
  return { ...page, data: page.data.filter(({ value }) => passes(value, query.filters)) };
}

function checkPartition(index: IndexDefinition, given: readonly unknown[]): void {
  const wanted = index.partition ?? [];
  if (given.length === wanted.length) return;
  const message = `The index '${index.name}' needs ${wanted.length} partition values.`;
  throw new StorageError('INVALID_ENTITY_INDEX', message);
}

interface Row {
  readonly entry: Entry;
  readonly position: readonly unknown[];
}

function pageOf(rows: readonly Row[], sort: 'ASC' | 'DESC', limit: number, cursor?: string): Page {
  const direction = sort === 'DESC' ? -1 : 1;
  const compare = (one: readonly unknown[], other: readonly unknown[]) =>
    direction * (one.map((value, at) => order(value, other[at])).find((by) => by !== 0) ?? 0);
  const sorted = [...rows].sort((one, other) => compare(one.position, other.position));
  const after = cursor === undefined ? undefined : decode(cursor);
  const rest = after ? sorted.filter(({ position }) => compare(position, after) > 0) : sorted;
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  const more = rest.length > shown.length && last ? { cursor: encode(last.position) } : {};
  return { data: shown.map(({ entry }) => entry), ...more };
}

function encode(position: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function decode(cursor: string): unknown[] {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
  } catch (cause) {
    throw Object.assign(new StorageError('INVALID_CURSOR', 'The cursor is not valid.'), { cause });
  }
}
