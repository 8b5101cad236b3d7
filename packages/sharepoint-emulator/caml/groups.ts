import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import type { Field } from '../fields/field.ts';
import type { ItemCells } from '../items/cells.ts';
import { whereOf } from '../items/query.ts';
import type { Ordering } from '../items/ordering.ts';
import { checkThreshold } from '../items/threshold.ts';
import type { List } from '../lists/list.ts';
import { renderRow, type RenderedRow } from './row.ts';
import type { ViewQuery } from './view-query.ts';

interface GroupCount {
  readonly content: string | number | null;
  readonly count: number;
  readonly first: number;
}

/** How many items each value of the first group column has. */
function countGroups(context: Context, list: List, view: ViewQuery, group: Ordering): GroupCount[] {
  checkThreshold(context.farm, list, view.condition, [group]);
  const { sql, parameters } = whereOf(context, list, view.condition);
  return context.farm.db.all<GroupCount>(
    `SELECT ${group.column.sql} AS content, count(*) AS count, min("ID") AS first
     FROM ${list.table}${sql} GROUP BY ${group.column.sql}
     ORDER BY ${group.column.sql}${group.descending ? ' DESC' : ''}`,
    parameters,
  );
}

/** Collapsed groups: one row a value, with the count and nothing of the items. */
export function renderGroups(context: Context, list: List, view: ViewQuery): RenderedRow[] {
  const group = view.groupBy[0];
  if (!group) return [];
  return countGroups(context, list, view, group).map((each, at) => ({
    ...headOf(context, list, group.column.field, each),
    ...marksOf(group.column.field, each, at),
  }));
}

/** Expanded groups: the first row of each value also carries the head of its group. */
export function markGroups(
  context: Context,
  list: List,
  view: ViewQuery,
  items: readonly ItemCells[],
  rows: RenderedRow[],
): void {
  const group = view.groupBy[0];
  if (!group) return;
  const { field } = group.column;
  const counts = countGroups(context, list, view, group);
  let before: unknown = Symbol('none');
  for (const [at, item] of items.entries()) {
    const content = item['!sort0'] ?? null;
    const row = rows[at];
    if (content === before || !row) continue;
    before = content;
    const index = counts.findIndex((each) => sameGroup(each.content, content));
    const count = counts[index];
    if (count) Object.assign(row, marksOf(field, count, index));
  }
}

/** Groups join what differs only in case, and what is empty with what is not there. */
const sameGroup = (a: unknown, b: unknown): boolean =>
  asText(a).toLowerCase() === asText(b).toLowerCase();

/** The value of the group as a row would show it, taken from its first item. */
function headOf(context: Context, list: List, field: Field, group: GroupCount): RenderedRow {
  const sql = `SELECT * FROM ${list.table} WHERE "ID" = ?`;
  const item = context.farm.db.one<ItemCells>(sql, [group.first]);
  if (!item) return {};
  const row = renderRow(context, list, [field], item);
  const names = Object.keys(row).filter((name) => name.split('.')[0] === field.internalName);
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

/**
 * The names with dots are those that list views read: count, position and the value for an
 * address.
 */
function marksOf(field: Field, group: GroupCount, at: number): RenderedRow {
  const name = field.internalName;
  return {
    [`${name}.urlencoded`]: `%3B%23${encodeURIComponent(String(group.content ?? ''))}%3B%23`,
    [`${name}.COUNT.group`]: String(group.count),
    [`${name}.newgroup`]: '1',
    [`${name}.groupindex`]: `${at + 1}_`,
  };
}
