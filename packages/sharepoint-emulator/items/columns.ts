import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import { invalidExpression, SharePointError } from '../errors.ts';
import { entityName, fieldsOf, isIndexed, type Field } from '../fields/field.ts';
import type { Shape } from '../fields/types.ts';
import { findListById, type List } from '../lists/list.ts';
import { quoted } from '../store/database.ts';

/** A column as a query names it: how SQL reads it and how its values compare. */
export interface Column {
  readonly field: Field;
  readonly sql: string;
  readonly shape: Shape;
  /** Puts a test around each value of a column that holds several. */
  readonly wrap?: (test: string) => string;
  /** ID always has an index; other columns when the list's owner gave them one. */
  readonly indexed: boolean;
}

/** Finds a field by the name that JSON uses, including the Id form of a lookup. */
export function fieldByEntityName(
  fields: readonly Field[],
  name: string,
): { field: Field; asId: boolean } | undefined {
  const wanted = name === 'Id' ? 'ID' : name === 'FileSystemObjectType' ? 'FSObjType' : name;
  const direct = fields.find(
    (field) => entityName(field) === wanted || field.internalName === wanted,
  );
  if (direct) return { field: direct, asId: false };
  const stem = wanted.endsWith('Id') ? wanted.slice(0, -2) : undefined;
  const lookup = fields.find((field) => entityName(field) === stem && isLookup(field));
  if (lookup) return { field: lookup, asId: true };
  const lower = wanted.toLowerCase();
  const loose = fields.find((field) => entityName(field).toLowerCase() === lower);
  return loose && { field: loose, asId: false };
}

export const isLookup = (field: Field): boolean =>
  field.type.shape === 'lookup' || field.type.shape === 'lookups';

/** Person columns look into the User Information List, which is no table here. */
export const isUser = (field: Field): boolean => field.typeName.startsWith('User');

/** Resolves `Title`, `AuthorId`, `Author/Id` or `Author/Title` of $filter and $orderby. */
export function columnOf(context: Context, list: List, path: readonly string[]): Column {
  const [name = '', below, ...rest] = path;
  const found = fieldByEntityName(fieldsOf(context.farm, list.id), name);
  if (!found || rest.length > 0) throw noSuchColumn(path.join('/'), list);
  if (below === undefined || /^id$/i.test(below)) return plainColumn(found.field);
  if (!isLookup(found.field)) throw noSuchColumn(path.join('/'), list);
  return throughLookup(context, found.field, below);
}

/** A column of the list's own table. */
export function plainColumn(field: Field): Column {
  const sql =
    field.internalName === 'FileRef'
      ? `("FileDirRef" || '/' || "FileLeafRef")`
      : quoted(field.internalName);
  const shape = field.internalName === 'FileRef' ? 'text' : field.type.shape;
  if (shape === 'computed') {
    throw new SharePointError(
      400,
      '-1, Microsoft.SharePoint.SPException',
      `The field '${field.internalName}' of type '${field.typeName}' cannot be used in the query filter expression.`,
    );
  }
  return { field, sql, shape, indexed: field.internalName === 'ID' || isIndexed(field) };
}

/** The text of what a lookup points to. SharePoint joins the other list; no index helps here. */
export function throughLookup(context: Context, field: Field, below: string): Column {
  const column = quoted(field.internalName);
  const isMultiple = field.type.shape === 'lookups';
  const { from, cell, shape } = joined(context, field, below);
  const read = (id: string): string => `(SELECT t.${cell} FROM ${from} = ${id}) COLLATE NOCASE`;
  if (!isMultiple) return { field, sql: read(column), shape, indexed: false };
  const wrap = (test: string): string =>
    `EXISTS (SELECT 1 FROM json_each(${column}) j WHERE ${test})`;
  return { field, sql: read('j.value'), shape, indexed: false, wrap };
}

/** The table that a lookup looks into, up to the comparison with the id, and the cell wanted. */
function joined(
  context: Context,
  field: Field,
  below: string,
): { from: string; cell: string; shape: Shape } {
  if (isUser(field)) {
    const cell = PERSON_CELLS[below.toLowerCase()];
    if (!cell) throw invalidExpression(`${field.internalName}/${below}`);
    return {
      from: `principals t WHERE t.siteId = '${context.web.siteId}' AND t.id`,
      cell,
      shape: 'text',
    };
  }
  const target = findListById(context.farm, asText(field.properties.LookupList));
  const inner = target && fieldByEntityName(fieldsOf(context.farm, target.id), below)?.field;
  if (!target || !inner) throw invalidExpression(`${field.internalName}/${below}`);
  return {
    from: `${target.table} t WHERE t."ID"`,
    cell: quoted(inner.internalName),
    shape: inner.type.shape,
  };
}

const PERSON_CELLS: Readonly<Record<string, string>> = {
  title: 'title',
  name: 'login',
  email: 'email',
};

/** SharePoint's words for a name in $filter, $orderby or CAML that the list lacks. */
export const noSuchColumn = (name: string, list: List): SharePointError =>
  new SharePointError(
    400,
    '-1, Microsoft.SharePoint.SPException',
    `Column '${name}' does not exist. It may have been deleted by another user.  ${list.url}`,
  );
