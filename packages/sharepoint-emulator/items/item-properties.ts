/** The properties of an item, in the order and shape of SharePoint. */
import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import { contentTypes } from '../content-types/content-types.ts';
import { escapeXml } from '../fields/schema-xml.ts';
import { fieldsOf, isTrue, entityName, type Field } from '../fields/field.ts';
import type { List } from '../lists/list.ts';
import { type Entity, type Picked } from '../odata/resource.ts';
import type { ItemCells } from './cells.ts';
import { fieldByEntityName, isLookup, isUser } from './columns.ts';
import { displayText } from './field-text.ts';
import { fromCell } from './values.ts';
import { notEmulated } from '../errors.ts';

/** Not answered by default: what SharePoint shows only to who asks. */
const ON_REQUEST = new Set([
  'owshiddenversion',
  'FileRef',
  'FileDirRef',
  'FileLeafRef',
  'FSObjType',
  'UniqueId',
  'CheckoutUser',
]);
const PLACED = new Set([
  'Title',
  'ID',
  'ContentTypeId',
  'Modified',
  'Created',
  'Author',
  'Editor',
  '_UIVersionString',
  'Attachments',
  'GUID',
]);

/**
 * The order of SharePoint's answers: what is fixed, the list's columns, what the server stamped.
 */
export function itemProperties(
  list: List,
  fields: readonly Field[],
  item: ItemCells,
): Record<string, unknown> {
  const own = fields.filter(
    ({ internalName, type }) =>
      !ON_REQUEST.has(internalName) && !PLACED.has(internalName) && type.shape !== 'computed',
  );
  return {
    FileSystemObjectType: item.FSObjType,
    Id: item.ID,
    ServerRedirectedEmbedUri: null,
    ServerRedirectedEmbedUrl: '',
    ContentTypeId: item.ContentTypeId,
    Title: item.Title ?? null,
    ...Object.fromEntries(
      own.flatMap((field) => jsonOf(field, item)).map((each) => [each.name, each.value]),
    ),
    ID: item.ID,
    Modified: item.Modified,
    Created: item.Created,
    AuthorId: item.Author,
    EditorId: item.Editor,
    OData__UIVersionString: item._UIVersionString,
    ...(list.isLibrary
      ? { CheckoutUserId: item.CheckoutUser ?? null }
      : { Attachments: item.Attachments !== 0 }),
    GUID: item.GUID,
  };
}

/** A lookup shows as the number of what it points to, under its name with Id behind it. */
function jsonOf(field: Field, item: ItemCells): Picked[] {
  const name = entityName(field);
  const content = fromCell(field, item[field.internalName]);
  if (!isLookup(field)) return [{ name, value: content }];
  const picked: Picked[] = [{ name: `${name}Id`, value: content }];
  if (!isUser(field)) return picked;
  // Person columns repeat the id as text, for clients whose numbers are too small.
  const ids = Array.isArray(content)
    ? content.map(String)
    : content === null
      ? null
      : asText(content);
  return [...picked, { name: `${name}StringId`, value: ids }];
}

/** Id and ID are one property under two names, and $select of either brings both. */
export function pickField(
  fields: readonly Field[],
  item: ItemCells,
  name: string,
): Picked[] | undefined {
  if (/^id$/i.test(name)) {
    return [
      { name: 'Id', value: item.ID },
      { name: 'ID', value: item.ID },
    ];
  }
  if (name === 'FileSystemObjectType') return [{ name, value: item.FSObjType }];
  const found = fieldByEntityName(fields, name);
  if (!found) return undefined;
  const { field, asId } = found;
  if (field.internalName === 'FileRef')
    return [{ name, value: `${item.FileDirRef}/${item.FileLeafRef}` }];
  if (isLookup(field)) {
    if (!asId) return undefined;
    return [{ name: `${entityName(field)}Id`, value: fromCell(field, item[field.internalName]) }];
  }
  if (field.typeName === 'Calculated') throw notEmulated(`formulas, which '${field.title}' needs`);
  if (field.type.shape === 'computed') return computed(field, item);
  return [{ name: entityName(field), value: fromCell(field, item[field.internalName]) }];
}

/** Computed columns show other columns, for the links in list views. */
function computed(field: Field, item: ItemCells): Picked[] | undefined {
  const name = field.internalName;
  if (name === 'LinkTitle' || name === 'LinkTitleNoMenu') return [{ name, value: item.Title }];
  if (name === 'LinkFilename') return [{ name, value: item.FileLeafRef }];
  if (name === 'DocIcon') return [{ name, value: /\.(\w+)$/.exec(item.FileLeafRef)?.[1] ?? null }];
  if (name === 'Edit') return [{ name, value: '0' }];
  return undefined;
}

export function contentTypeOf(context: Context, list: List, path: string): Entity {
  const { entities } = contentTypes(context, `${path}/ContentType`, list.isLibrary).members({
    ...context.options,
    filter: undefined,
    orderBy: [],
    top: undefined,
    skip: undefined,
    skipToken: undefined,
  });
  const first = entities[0];
  if (!first) throw new Error('A list without content types.');
  return first;
}

export function textValues(
  context: Context,
  list: List,
  item: ItemCells,
  path: string,
  asHtml: boolean,
): Entity {
  const text = (field: Field): string => {
    const shown =
      field.internalName === 'FileRef'
        ? `${item.FileDirRef}/${item.FileLeafRef}`
        : displayText(context, field, item[field.internalName]);
    return asHtml && field.properties.RichText !== true ? escapeXml(shown) : shown;
  };
  return {
    kind: 'entity',
    typeName: 'SP.FieldStringValues',
    path,
    properties: () =>
      Object.fromEntries(
        fieldsOf(context.farm, list.id)
          .filter((field) => field.type.shape !== 'computed' || isTrue(field, 'FromBaseType'))
          .map((field) => [entityName(field).replace(/^OData__/, 'OData__x005f_'), text(field)]),
      ),
  };
}
