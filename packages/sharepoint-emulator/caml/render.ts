import { asText } from '../odata/text.ts';
import { shownField, fieldsOf, type Field } from '../fields/field.ts';
import type { Context } from '../context/context.ts';
import { itemNotFound, notEmulated } from '../errors.ts';
import { columnOf, isLookup, plainColumn, throughLookup } from '../items/columns.ts';
import { displayText } from '../items/field-text.ts';
import type { Condition } from '../items/condition.ts';
import { writePageToken } from '../items/paging.ts';
import { findItem, queryItems } from '../items/query.ts';
import { inTest } from '../items/tests.ts';
import { refuseFolder, type List } from '../lists/list.ts';
import { rawJson, value, type Raw, type Value } from '../odata/resource.ts';
import type { Arguments } from '../odata/arguments.ts';
import { defaultViewOf, viewFieldsOf } from '../views/view.ts';
import { markGroups, renderGroups } from './groups.ts';
import { renderRow, type RenderedRow } from './row.ts';
import { listSchema } from './list-schema.ts';
import { orderingBy, readViewQuery, type ViewQuery } from './view-query.ts';

/** RenderListDataOptions: ListData alone, or nothing set, answers the data without a wrapper. */
const LIST_DATA = 2;
const LIST_SCHEMA = 4;
const DEFAULT_ROWS = 30;

interface ListData {
  readonly Row: readonly RenderedRow[];
  readonly NextHref?: string;
  readonly [name: string]: unknown;
}

/** RenderListDataAsStream answers bare JSON, without any OData around it. */
export function renderListDataAsStream(context: Context, list: List, args: Arguments): Raw {
  const parameters = args.object('parameters');
  const given = (args.get('overrideParameters', 9) ?? {}) as Readonly<Record<string, unknown>>;
  refuseFolder(list, parameters.FolderServerRelativeUrl);
  const override = parameters.OverrideViewXml;
  if (typeof override === 'string' && override) throw notEmulated('OverrideViewXml');
  const query = context.options.raw;
  const view = readViewQuery(context, list, parameters.ViewXml as string | undefined);
  const paging =
    asText(parameters.Paging, asText(given.Paging)) || pagingIn(context.request.search);
  const expanded = parameters.ExpandGroups === true;
  const data = readData(context, list, narrow(context, list, view, query), {
    paging,
    allFields: parameters.AddAllFields === true,
    collapsed: view.collapsed && !expanded,
  });
  const options = Number(parameters.RenderOptions ?? LIST_DATA);
  if (options === 0 || options === LIST_DATA) return rawJson(data);
  return rawJson({
    ListData: data,
    ...(options & LIST_SCHEMA ? { ListSchema: listSchema(context, list) } : {}),
  });
}

/** The older RenderListData answers the same as text inside of JSON. */
export function renderListData(context: Context, list: List, viewXml: string): Value {
  const view = readViewQuery(context, list, viewXml);
  const data = readData(context, list, view, {
    paging: '',
    allFields: false,
    collapsed: view.collapsed,
  });
  return value(JSON.stringify(data));
}

/** NextHref is made to stand behind the address: its names count in their own spelling. */
function pagingIn(search: URLSearchParams): string {
  if (!search.has('p_ID')) return '';
  const own = [...search].filter(([name]) => /^(Paged|PagedPrev|PageFirstRow|p_.+)$/.test(name));
  return new URLSearchParams(own).toString();
}

interface ReadOptions {
  readonly paging: string;
  readonly allFields: boolean;
  readonly collapsed: boolean;
}

/** One page of rows. Groups come first in the order, so that each lies in one piece. */
function readData(context: Context, list: List, view: ViewQuery, options: ReadOptions): ListData {
  if (options.collapsed) return shape(context, list, renderGroups(context, list, view), view, 1);
  const limit = view.rowLimit ?? DEFAULT_ROWS;
  const firstRow = Number(
    new URLSearchParams(options.paging.replace(/^\?/, '')).get('PageFirstRow') ?? 1,
  );
  const page = queryItems(context, list, {
    condition: view.condition,
    ordering: [...view.groupBy, ...view.ordering],
    limit,
    page: options.paging || undefined,
  });
  const fields = fieldsToRender(context, list, view, options.allFields);
  const rows = page.items.map((item) => renderRow(context, list, fields, item));
  markGroups(context, list, view, page.items, rows);
  const last = page.items.at(-1);
  const next =
    page.hasMore && last
      ? {
          NextHref: `?${writePageToken(last, page.ordering)}&PageFirstRow=${firstRow + rows.length}`,
        }
      : {};
  return { ...shape(context, list, rows, view, firstRow), ...next };
}

/**
 * What stands around the rows. FirstRow counts over all pages; PageFirstRow of the token carries
 * it.
 */
function shape(
  context: Context,
  list: List,
  rows: readonly RenderedRow[],
  view: ViewQuery,
  firstRow: number,
): ListData {
  return {
    Row: rows,
    FirstRow: firstRow,
    FolderPermissions: `0x${context.access.list(list).toString(16)}`,
    LastRow: firstRow + rows.length - 1,
    RowLimit: view.rowLimit ?? DEFAULT_ROWS,
    FilterLink: '?',
    ForceNoHierarchy: '1',
    HierarchyHasIndention: '',
    CurrentFolderSpItemUrl: '',
  };
}

/**
 * The columns of the view; without ViewFields those of the default view, as SharePoint merges it
 * in.
 */
function fieldsToRender(
  context: Context,
  list: List,
  view: ViewQuery,
  allFields: boolean,
): readonly Field[] {
  const all = fieldsOf(context.farm, list.id);
  if (allFields) return all;
  const names = view.fieldNames ?? ['Title', ...viewFieldsOf(defaultViewOf(context.farm, list))];
  const grouped = view.groupBy.map((each) => each.column.field.internalName);
  return [...new Set([...names, ...grouped])].flatMap(
    (name) => all.find((field) => field.internalName === name) ?? [],
  );
}

/** FilterField1=…&FilterValue1=… and SortField=…&SortDir=…, the parameters of a view's URL. */
function narrow(
  context: Context,
  list: List,
  view: ViewQuery,
  query: ReadonlyMap<string, string>,
): ViewQuery {
  const parts: Condition[] = view.condition ? [view.condition] : [];
  for (let at = 1; ; at += 1) {
    const name = query.get(`filterfield${at}`) ?? query.get(`filterfields${at}`);
    if (name === undefined) break;
    const values = query.get(`filtervalues${at}`)?.split(';#') ?? [
      query.get(`filtervalue${at}`) ?? '',
    ];
    const plain = columnOf(context, list, [name]);
    const column =
      isLookup(plain.field) && plain.field.type.shape === 'lookup'
        ? throughLookup(context, plain.field, shownField(plain.field))
        : plainColumn(plain.field);
    parts.push(inTest(column, values));
  }
  const sort = query.get('sortfield');
  const descending = /^desc/i.test(query.get('sortdir') ?? '');
  return {
    ...view,
    condition: parts.length > 1 ? { kind: 'and', parts } : parts[0],
    ordering: sort ? [orderingBy(context, list, sort, descending)] : view.ordering,
  };
}

/** The values that a list form shows, as text inside of JSON. */
export function renderListFormData(context: Context, list: List, args: Arguments): Value {
  const id = args.number('itemId', 0);
  const item = findItem(context, list, id);
  if (!item) throw itemNotFound();
  const fields = fieldsOf(context.farm, list.id).filter(
    (field) => field.type.shape !== 'computed' && field.internalName !== 'FileRef',
  );
  const data = Object.fromEntries(
    fields.map((field) => [
      field.internalName,
      displayText(context, field, item[field.internalName]),
    ]),
  );
  return value(
    JSON.stringify({
      Data: data,
      ListSchema: listSchema(context, list),
      FormControlMode: { Display: 1, Edit: 2, New: 3 }[String(args.get('mode', 2))] ?? 1,
      ItemAttributes: { Id: id, FsObjType: item.FSObjType, Url: `${list.url}/${id}_.000` },
      ListAttributes: {
        Id: list.id,
        BaseType: list.isLibrary ? 1 : 0,
        ListTemplateType: list.template,
      },
    }),
  );
}
