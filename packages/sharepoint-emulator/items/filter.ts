import type { Context } from '../context/context.ts';
import { SharePointError } from '../errors.ts';
import type { List } from '../lists/list.ts';
import { parseFilter } from '../odata/filter/parse.ts';
import type { DatePart, Predicate } from '../odata/filter/ast.ts';
import { columnOf, type Column } from './columns.ts';
import type { Condition } from './condition.ts';
import { compareTest, containsTest, datePartTest, startsWithTest } from './tests.ts';

const PARTS: Readonly<Record<DatePart, string>> = {
  day: '%d',
  month: '%m',
  year: '%Y',
  hour: '%H',
  minute: '%M',
  second: '%S',
};

/** Turns $filter into a condition on the list's table. */
export function filterCondition(context: Context, list: List, filter: string): Condition {
  return compile(context, list, parseFilter(filter));
}

function compile(context: Context, list: List, predicate: Predicate): Condition {
  switch (predicate.kind) {
    case 'and':
    case 'or': {
      const parts = [predicate.left, predicate.right].map((each) => compile(context, list, each));
      return { kind: predicate.kind, parts };
    }
    case 'not':
      return { kind: 'not', part: compile(context, list, predicate.operand) };
    case 'compare':
      return compareTest(
        filterable(context, list, predicate.path),
        predicate.operator,
        predicate.literal.value,
      );
    case 'datePart':
      return datePartTest(
        filterable(context, list, predicate.path),
        PARTS[predicate.part],
        predicate.operator,
        predicate.value,
      );
    case 'text': {
      const column = filterable(context, list, predicate.path);
      if (predicate.name === 'startswith') return startsWithTest(column, predicate.text);
      return containsTest(column, predicate.text, predicate.name === 'endswith' ? 'end' : 'within');
    }
  }
}

/** $filter refuses columns of long text and links; CAML takes them. */
function filterable(context: Context, list: List, path: readonly string[]): Column {
  const column = columnOf(context, list, path);
  if (!['note', 'url', 'json'].includes(column.shape)) return column;
  throw new SharePointError(
    400,
    '-1, Microsoft.SharePoint.SPException',
    `The field '${column.field.internalName}' of type '${column.field.typeName}' cannot be used in the query filter expression.`,
  );
}
