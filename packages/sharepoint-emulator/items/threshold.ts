import type { Farm } from '../context/farm.ts';
import { queryThrottled } from '../errors.ts';
import type { List } from '../lists/list.ts';
import type { Ordering } from './ordering.ts';
import { conjuncts, isSeekable, seekColumn, toSql, type Condition } from './condition.ts';

/** "The List View Threshold … 5,000 items": what one query may touch in SharePoint Online. */
const LIST_VIEW_THRESHOLD = 5000;

/**
 * Refuses what would touch more than 5,000 rows of a large list. "The first column that you specify
 * in the filter must be indexed" and leave at most that many; without a filter the order must come
 * from an index. Paging by ID is always fine, since a page reads only its own rows.
 */
export function checkThreshold(
  farm: Farm,
  list: List,
  condition: Condition | undefined,
  ordering: readonly Ordering[],
  limit = 0,
): void {
  if (list.itemCount <= LIST_VIEW_THRESHOLD) return;
  const first = ordering[0];
  if (!condition) {
    // "$top cannot be more than the throttling limit": the page itself would be too large.
    if (limit > LIST_VIEW_THRESHOLD) throw queryThrottled();
    if (first && !servesOrder(farm, first)) throw queryThrottled();
    return;
  }
  const byId = first === undefined || first.column.field.internalName === 'ID';
  const parts = conjuncts(condition);
  const isPage = byId && limit <= LIST_VIEW_THRESHOLD;
  if (isPage && parts.every((part) => seekColumn(part) === 'ID')) return;
  const narrowing = narrowest(parts);
  if (!narrowing || matchesTooMany(farm, list, narrowing)) throw queryThrottled();
}

/** The order has to come from an index; whether one other than that of ID will do is not certain. (S-C2) */
function servesOrder(farm: Farm, { column }: Ordering): boolean {
  if (column.field.internalName === 'ID') return true;
  return column.indexed && farm.behaviours.sortBeyondThreshold === 'works';
}

/** The first predicate with an index, together with all others on the same column: a range. */
function narrowest(parts: readonly Condition[]): Condition | undefined {
  const first = parts.find(isSeekable);
  if (!first) return undefined;
  const column = seekColumn(first);
  if (column === undefined) return first;
  return { kind: 'and', parts: parts.filter((part) => seekColumn(part) === column) };
}

/** Counts no further than the threshold: the rest does not matter. */
function matchesTooMany(farm: Farm, list: List, condition: Condition): boolean {
  if (!farm.db.has(list.table)) return false;
  const { sql, parameters } = toSql(condition);
  const row = farm.db.one<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${list.table} WHERE ${sql} LIMIT ${LIST_VIEW_THRESHOLD + 1})`,
    parameters,
  );
  return (row?.count ?? 0) > LIST_VIEW_THRESHOLD;
}
