import { shownField, fieldsOf } from '../fields/field.ts';
import type { Context } from '../context/context.ts';
import { notEmulated } from '../errors.ts';
import { isLookup, noSuchColumn, plainColumn, throughLookup } from '../items/columns.ts';
import type { Condition } from '../items/condition.ts';
import type { Ordering } from '../items/ordering.ts';
import type { List } from '../lists/list.ts';
import { whereCondition } from './where.ts';
import {
  attributeOf,
  childrenOf,
  findChild,
  isTrueAttribute,
  parseXml,
  textOf,
  type XmlElement,
} from './xml.ts';

/** What a View element asks for. */
export interface ViewQuery {
  readonly condition: Condition | undefined;
  readonly ordering: readonly Ordering[];
  readonly groupBy: readonly Ordering[];
  readonly collapsed: boolean;
  readonly fieldNames: readonly string[] | undefined;
  readonly rowLimit: number | undefined;
}

const EMPTY_VIEW = '<View></View>';

export function readViewQuery(
  context: Context,
  list: List,
  viewXml: string | undefined,
): ViewQuery {
  const given = viewXml?.trim() ?? '';
  const xml = given === '' ? EMPTY_VIEW : given;
  // SharePoint also takes a bare Query where a View belongs.
  const view = parseXml(xml.startsWith('<Query') ? `<View>${xml}</View>` : xml, 'View');
  refuse(view, ['Joins', 'ProjectedFields', 'Aggregations']);
  const query = findChild(view, 'Query');
  const where = query && findChild(query, 'Where');
  const order = query && findChild(query, 'OrderBy');
  const group = query && findChild(query, 'GroupBy');
  const fields = findChild(view, 'ViewFields');
  const limit = findChild(view, 'RowLimit');
  return {
    condition: where && whereCondition(context, list, where),
    ordering: order ? orderings(context, list, order) : [],
    groupBy: group ? orderings(context, list, group) : [],
    collapsed: group !== undefined && isTrueAttribute(group, 'Collapse'),
    fieldNames: fields && childrenOf(fields).map((field) => attributeOf(field, 'Name') ?? ''),
    rowLimit: limit && Number(textOf(limit)),
  };
}

/** Silence about a join would give wrong rows; so what is not built says so. */
function refuse(view: XmlElement, names: readonly string[]): void {
  for (const name of names) {
    const element = findChild(view, name);
    if (element && childrenOf(element).length > 0) throw notEmulated(`the CAML element ${name}`);
  }
}

/** FieldRef sorts upwards unless Ascending says FALSE. */
function orderings(context: Context, list: List, element: XmlElement): Ordering[] {
  return childrenOf(element).map((reference) => {
    const name = attributeOf(reference, 'Name') ?? '';
    const descending = /^false$/i.test(attributeOf(reference, 'Ascending') ?? '');
    return orderingBy(context, list, name, descending);
  });
}

/** Lists sort a lookup by what it shows. */
export function orderingBy(
  context: Context,
  list: List,
  name: string,
  descending: boolean,
): Ordering {
  const field = fieldsOf(context.farm, list.id).find((each) => each.internalName === name);
  if (!field) throw noSuchColumn(name, list);
  if (!isLookup(field) || field.type.shape === 'lookups') {
    return { column: plainColumn(field), descending };
  }
  const shown = shownField(field);
  return { column: throughLookup(context, field, shown), descending };
}
