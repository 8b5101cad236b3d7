import { asText } from '../odata/text.ts';
import { attachmentCollection } from '../attachments/attachments.ts';
import type { Context } from '../context/context.ts';
import { contentTypes } from '../content-types/content-types.ts';
import { escapeXml } from '../fields/schema-xml.ts';
import { fieldsOf, isTrue, entityName, type Field } from '../fields/field.ts';
import { listSecurable } from '../lists/securable.ts';
import { recycleItem } from '../recycle-bin/store.ts';
import type { List } from '../lists/list.ts';
import { nothing, value, type Entity, type Picked } from '../odata/resource.ts';
import { basePermissions } from '../security/permissions.ts';
import { listScope, webScope } from '../security/access.ts';
import { securableMembers, type Securable } from '../security/securable.ts';
import type { ItemCells } from './cells.ts';
import { fieldByEntityName, isLookup, isUser } from './columns.ts';
import { displayText } from './field-text.ts';
import { validateUpdate } from './form-values.ts';
import { lookupResource } from './lookup-entity.ts';
import { findItem } from './query.ts';
import { checkClaimedType, readChanges, removeItem, updateItem } from './write.ts';
import { fromCell } from './values.ts';
import { versionCollection } from './versions.ts';
import { notEmulated } from '../errors.ts';

/** The GUID and the hidden version: `"1b2c…,3"`, as SharePoint Online writes it. */
const etagOf = (item: ItemCells): string => `"${item.UniqueId},${item.owshiddenversion}"`;

/** One item. Its properties are the list's columns, so its type is the list's own. */
export function itemEntity(context: Context, list: List, item: ItemCells): Entity {
  const { farm, access } = context;
  const fields = fieldsOf(farm, list.id);
  const path = `Web/Lists(guid'${list.id}')/Items(${item.ID})`;
  const securable = securableMembers(context, itemSecurable(context, list, item));
  return {
    kind: 'entity',
    typeName: list.itemType,
    path,
    etag: etagOf(item),
    properties: () => itemProperties(list, fields, item),
    onRequest: {
      ...securable.onRequest,
      EffectiveBasePermissionsForUI: () => basePermissions(access.item(list, item)),
    },
    pick: (name) => pickField(fields, item, name),
    link: (name) => {
      const field = fields.find((each) => entityName(each) === name && isLookup(each));
      return field && lookupResource(context, field, item[field.internalName]);
    },
    links: {
      ...securable.links,
      AttachmentFiles: () => attachmentCollection(context, list, item, path),
      ContentType: () => contentTypeOf(context, list, path),
      FieldValuesAsHTML: () => textValues(context, list, item, `${path}/FieldValuesAsHTML`, true),
      FieldValuesAsText: () => textValues(context, list, item, `${path}/FieldValuesAsText`, false),
      FieldValuesForEdit: () =>
        textValues(context, list, item, `${path}/FieldValuesForEdit`, false),
      File: () =>
        item.FSObjType === 0 && list.isLibrary
          ? context.entities.file(context, list, item)
          : nothing,
      Folder: () =>
        item.FSObjType === 1
          ? context.entities.folder(context, `${item.FileDirRef}/${item.FileLeafRef}`)
          : nothing,
      ParentList: () => context.entities.list(context, list),
      Versions: () => versionCollection(context, list, item, path),
    },
    functions: {
      ...securable.functions,
      // No Office server stands behind the emulator, so there is never a frame to open.
      GetWOPIFrameUrl: () => value(''),
    },
    actions: {
      ...securable.actions,
      ValidateUpdateListItem: (args) => validateUpdate(context, list, item, args),
      Recycle: () => {
        const id = recycleItem(context, list, item);
        removeItem(context, list, item);
        return value(id);
      },
      DeleteObject: () => {
        removeItem(context, list, item);
        return nothing;
      },
    },
    update: (changes) => {
      checkClaimedType(context, list);
      return etagOf(updateItem(context, list, item, readChanges(context, list, changes)));
    },
    remove: () => removeItem(context, list, item),
  };
}

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
function itemProperties(
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
function pickField(fields: readonly Field[], item: ItemCells, name: string): Picked[] | undefined {
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

function contentTypeOf(context: Context, list: List, path: string): Entity {
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

function textValues(
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

/**
 * An item stands under its list, and a scope of its own lets Limited Access reach up to the web.
 */
function itemSecurable(context: Context, list: List, item: ItemCells): Securable {
  const { farm } = context;
  const current = (): ItemCells => findItem(context, list, item.ID) ?? item;
  const ownScope = (): string | null => (current()['!scope'] as string | null) ?? null;
  return {
    path: `Web/Lists(guid'${list.id}')/Items(${item.ID})`,
    ownScopeId: item.UniqueId,
    scopeId: () => ownScope() ?? listScope(farm, list),
    isUnique: () => ownScope() !== null,
    scopesAbove: () => [...new Set([listScope(farm, list), webScope(farm, context.web)])],
    setUnique: (unique) => {
      const sql = `UPDATE ${list.table} SET "!scope" = ? WHERE "ID" = ?`;
      farm.db.run(sql, [unique ? item.UniqueId : null, item.ID]);
    },
    mask: (access) => access.item(list, current()),
    clearSubscopes: () => undefined,
    uniqueAncestor: () =>
      ownScope()
        ? itemEntity(context, list, current())
        : listSecurable(context, list).uniqueAncestor(),
  };
}
