import { shownField, fieldsOf } from '../fields/field.ts';
import type { Context } from '../context/context.ts';
import { notEmulated, SharePointError } from '../errors.ts';
import {
  isLookup,
  noSuchColumn,
  plainColumn,
  throughLookup,
  type Column,
} from '../items/columns.ts';
import type { Condition } from '../items/condition.ts';
import {
  compareTest,
  containsTest,
  inTest,
  nullTest,
  rangeTest,
  readDate,
  startsWithTest,
} from '../items/tests.ts';
import type { List } from '../lists/list.ts';
import type { Comparison } from '../odata/filter/ast.ts';
import { timestamp } from '../context/farm.ts';
import {
  attributeOf,
  badCaml,
  childrenOf,
  findChild,
  isTrueAttribute,
  textOf,
  type XmlElement,
} from './xml.ts';

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  Eq: 'eq',
  Neq: 'ne',
  Gt: 'gt',
  Geq: 'ge',
  Lt: 'lt',
  Leq: 'le',
};

/** "In … up to 60 values" in the queries of lists. */
const IN_LIMIT = 60;

/** Turns the element inside of Where into a condition on the list's table. */
export function whereCondition(
  context: Context,
  list: List,
  where: XmlElement,
): Condition | undefined {
  const [only, ...others] = childrenOf(where);
  if (others.length > 0) throw badCaml();
  return only && compile(context, list, only);
}

/** One element of CAML. Every condition looks at one column, which its FieldRef names. */
function compile(context: Context, list: List, element: XmlElement): Condition {
  const { name } = element;
  if (name === 'And' || name === 'Or') {
    const parts = childrenOf(element);
    // CAML joins exactly two conditions; three need two joins, one inside of the other.
    if (parts.length !== 2) throw badCaml();
    return {
      kind: name === 'And' ? 'and' : 'or',
      parts: parts.map((part) => compile(context, list, part)),
    };
  }
  if (name === 'Not') {
    const inner = childrenOf(element)[0];
    if (!inner) throw badCaml();
    return { kind: 'not', part: compile(context, list, inner) };
  }
  const comparison = COMPARISONS[name];
  if (comparison) return compareElement(context, list, element, comparison);
  return otherElement(context, list, element);
}

/** An empty Value compares with empty cells, since CAML has no literal for null. */
function compareElement(
  context: Context,
  list: List,
  element: XmlElement,
  operator: Comparison,
): Condition {
  const node = findChild(element, 'Value');
  if (!node) throw badCaml();
  const value = valueOf(context, node);
  const column = columnOf(context, list, element, value.isUserId);
  if (column.shape === 'dateTime' && !isTrueAttribute(node, 'IncludeTimeValue')) {
    return wholeDays(column, operator, value.text);
  }
  return compareTest(column, operator, value.text === '' ? null : value.text);
}

/** Without IncludeTimeValue, SharePoint compares days and leaves the time of day out. */
function wholeDays(column: Column, operator: Comparison, text: string): Condition {
  const start = `${readDate(text).slice(0, 10)}T00:00:00Z`;
  const end = timestamp(new Date(Date.parse(start) + 86_400_000));
  switch (operator) {
    case 'eq':
      return rangeTest(column, start, end);
    case 'ne':
      return { kind: 'not', part: rangeTest(column, start, end) };
    case 'gt':
      return rangeTest(column, end, undefined);
    case 'ge':
      return rangeTest(column, start, undefined);
    case 'lt':
      return rangeTest(column, undefined, start);
    case 'le':
      return rangeTest(column, undefined, end);
  }
}

/** Includes and NotIncludes are for columns of several values, where Eq and Neq mean the same. */
function otherElement(context: Context, list: List, element: XmlElement): Condition {
  switch (element.name) {
    case 'IsNull':
      return nullTest(columnOf(context, list, element, true), true);
    case 'IsNotNull':
      return nullTest(columnOf(context, list, element, true), false);
    case 'BeginsWith':
      return startsWithTest(columnOf(context, list, element, false), textValue(context, element));
    case 'Contains':
      return containsTest(
        columnOf(context, list, element, false),
        textValue(context, element),
        'within',
      );
    case 'Includes':
      return compareElement(context, list, element, 'eq');
    case 'NotIncludes':
      return compareElement(context, list, element, 'ne');
    case 'In':
      return inElement(context, list, element);
    default:
      throw notEmulated(`the CAML element ${element.name}`);
  }
}

function inElement(context: Context, list: List, element: XmlElement): Condition {
  const values = findChild(element, 'Values');
  const nodes = values ? childrenOf(values) : [];
  if (nodes.length === 0) throw badCaml();
  if (nodes.length > IN_LIMIT) {
    throw new SharePointError(
      400,
      '-2130575340, Microsoft.SharePoint.SPException',
      `Cannot complete this action. The In element holds ${nodes.length} values, and at most ${IN_LIMIT} are allowed.`,
    );
  }
  const read = nodes.map((node) => valueOf(context, node));
  const column = columnOf(
    context,
    list,
    element,
    read.some((value) => value.isUserId),
  );
  return inTest(
    column,
    read.map((value) => value.text),
  );
}

/** A lookup compares by what it shows, unless LookupId asks for the id. */
function columnOf(context: Context, list: List, element: XmlElement, byId: boolean): Column {
  const reference = findChild(element, 'FieldRef');
  const name = reference && attributeOf(reference, 'Name');
  if (!reference || !name) throw badCaml();
  const field = fieldsOf(context.farm, list.id).find((each) => each.internalName === name);
  if (!field) throw noSuchColumn(name, list);
  const wantsId = byId || isTrueAttribute(reference, 'LookupId');
  if (!isLookup(field) || wantsId) return plainColumn(field);
  return throughLookup(context, field, shownField(field));
}

/** A Value holds text, or an element that stands for the reader, for today or for this moment. */
function valueOf(context: Context, node: XmlElement): { text: string; isUserId: boolean } {
  const special = childrenOf(node)[0];
  if (!special) return { text: textOf(node).trim() === '' ? '' : textOf(node), isUserId: false };
  if (special.name === 'UserID') return { text: String(context.user.id), isUserId: true };
  if (special.name === 'Now') return { text: context.farm.now().toISOString(), isUserId: false };
  if (special.name === 'Today') {
    const offset = Number(
      attributeOf(special, 'OffsetDays') ?? attributeOf(special, 'Offset') ?? 0,
    );
    const day = new Date(context.farm.now().getTime() + offset * 86_400_000);
    return { text: day.toISOString(), isUserId: false };
  }
  throw notEmulated(`the CAML value ${special.name}`);
}

function textValue(context: Context, element: XmlElement): string {
  const node = findChild(element, 'Value');
  if (!node) throw badCaml();
  return valueOf(context, node).text;
}
