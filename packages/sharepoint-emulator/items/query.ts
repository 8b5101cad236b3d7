import type { Ordering } from './ordering.ts';
import type { Context } from '../context/context.ts';
import { accessDenied } from '../errors.ts';
import type { List } from '../lists/list.ts';
import { has } from '../security/permissions.ts';
import type { Parameter } from '../store/database.ts';
import type { ItemCells } from './cells.ts';
import { plainColumn } from './columns.ts';
import { toSql, type Condition } from './condition.ts';
import { acceptedToken } from './hand-made.ts';
import type { PageToken } from './paging.ts';
import { fieldsOf } from '../fields/field.ts';
import { checkThreshold } from './threshold.ts';

export interface ItemQuery {
  readonly condition?: Condition | undefined;
  readonly ordering: readonly Ordering[];
  readonly limit: number;
  /** The text after `$skiptoken=`, PagingInfo of CAML, or Paging of RenderListDataAsStream. */
  readonly page?: string | undefined;
}

export interface ItemPage {
  readonly items: readonly ItemCells[];
  /** How the page before and the next one begin, or undefined at the end. */
  readonly hasMore: boolean;
  readonly ordering: readonly Ordering[];
}

/** Reads one page of the items that this person may see. */
export function queryItems(context: Context, list: List, query: ItemQuery): ItemPage {
  const { farm, access } = context;
  if (!access.seesList(list)) throw accessDenied();
  const token = acceptedToken(context, list, query.page);
  const ordering = withId(context, list, query.ordering, token?.backwards ?? false);
  checkThreshold(farm, list, query.condition, query.ordering, query.limit);
  if (!farm.db.has(list.table)) return { items: [], hasMore: false, ordering: query.ordering };
  const { sql, parameters } = whereOf(context, list, query.condition, ordering, token);
  const order = ordering.map((each) => `${each.column.sql}${each.descending ? ' DESC' : ''}`);
  const sortCells = query.ordering.map((each, at) => `, ${each.column.sql} AS "!sort${at}"`);
  const rows = farm.db.all<ItemCells>(
    `SELECT *${sortCells.join('')} FROM ${list.table}${sql} ORDER BY ${order.join(', ')} LIMIT ?`,
    [...parameters, query.limit + 1],
  );
  const items = rows.slice(0, query.limit);
  if (token?.backwards) items.reverse();
  return { items, hasMore: rows.length > query.limit, ordering: query.ordering };
}

/** Condition, rights and page, joined. Rights are part of the query, so that pages stay full. */
export function whereOf(
  context: Context,
  list: List,
  condition: Condition | undefined,
  ordering: readonly Ordering[] = [],
  token?: PageToken,
): { sql: string; parameters: readonly Parameter[] } {
  const parts: { sql: string; parameters: readonly Parameter[] }[] = [];
  if (condition) parts.push(toSql(condition));
  const readable = context.access.readableItems(list);
  if (readable) parts.push(readable);
  if (token) parts.push(after(ordering, token));
  if (parts.length === 0) return { sql: '', parameters: [] };
  return {
    sql: ` WHERE ${parts.map((part) => part.sql).join(' AND ')}`,
    parameters: parts.flatMap((part) => part.parameters),
  };
}

/** ID closes every ordering, so that a page has one definite end. Backwards turns it around. */
function withId(
  context: Context,
  list: List,
  ordering: readonly Ordering[],
  backwards: boolean,
): Ordering[] {
  const id = fieldsOf(context.farm, list.id).find((field) => field.internalName === 'ID');
  if (!id) throw new Error(`List ${list.title} has no ID.`);
  const hasId = ordering.some((each) => each.column.field === id);
  const full = hasId ? ordering : [...ordering, { column: plainColumn(id), descending: false }];
  return full.map((each) => (backwards ? { ...each, descending: !each.descending } : each));
}

/** Rows behind the last one of the page before: greater in the first column, or equal and so on. */
function after(
  ordering: readonly Ordering[],
  token: PageToken,
): { sql: string; parameters: Parameter[] } {
  const branches: string[] = [];
  const parameters: Parameter[] = [];
  const equal: { sql: string; parameters: Parameter[] }[] = [];
  for (const each of ordering) {
    const { column, descending } = each;
    const last = lastValue(each, token);
    const beyond = beyondTest(column.sql, last, descending);
    branches.push([...equal.map((each) => each.sql), beyond.sql].join(' AND '));
    parameters.push(...equal.flatMap((each) => each.parameters), ...beyond.parameters);
    equal.push(
      last === null
        ? { sql: `${column.sql} IS NULL`, parameters: [] }
        : { sql: `${column.sql} = ?`, parameters: [last] },
    );
  }
  const limit = bound(ordering, token);
  const any = branches.map((branch) => `(${branch})`).join(' OR ');
  return { sql: `(${any})${limit.sql}`, parameters: [...parameters, ...limit.parameters] };
}

// Columns that no item leaves empty; a bound on them cannot lose the empty rows at the end.
const ALWAYS_FILLED = new Set(['ID', 'Created', 'Modified', 'Author', 'Editor']);

/** Repeats the first comparison outside of the OR, where SQLite can use the index for it. */
function bound(
  ordering: readonly Ordering[],
  token: PageToken,
): { sql: string; parameters: Parameter[] } {
  const none = { sql: '', parameters: [] };
  const first = ordering[0];
  const last = first && lastValue(first, token);
  if (!first || last === null || last === undefined) return none;
  if (first.descending && !ALWAYS_FILLED.has(first.column.field.internalName)) return none;
  const operator = first.descending ? '<=' : '>=';
  return { sql: ` AND ${first.column.sql} ${operator} ?`, parameters: [last] };
}

/** The value of the last row in one sort column, as the token brought it. */
function lastValue({ column }: Ordering, token: PageToken): string | number | null {
  const name = column.field.internalName;
  return name === 'ID' ? token.id : (token.values.get(name) ?? null);
}

/** Empty cells come first, as in SQL Server: nothing is below them, everything else above. */
function beyondTest(
  column: string,
  last: Parameter,
  descending: boolean,
): { sql: string; parameters: Parameter[] } {
  if (last === null) {
    return { sql: descending ? '0' : `${column} IS NOT NULL`, parameters: [] };
  }
  if (descending) return { sql: `(${column} < ? OR ${column} IS NULL)`, parameters: [last] };
  return { sql: `${column} > ?`, parameters: [last] };
}

/** One item by id, if this person may read it. */
export function findItem(context: Context, list: List, id: number): ItemCells | undefined {
  const { db } = context.farm;
  if (!db.has(list.table)) return undefined;
  const item = db.one<ItemCells>(`SELECT * FROM ${list.table} WHERE "ID" = ?`, [id]);
  return item && has(context.access.item(list, item), 'ViewListItems') ? item : undefined;
}
