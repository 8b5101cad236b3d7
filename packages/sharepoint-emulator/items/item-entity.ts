import { attachmentCollection } from '../attachments/attachments.ts';
import type { Context } from '../context/context.ts';
import { fieldsOf, entityName } from '../fields/field.ts';
import { listSecurable } from '../lists/securable.ts';
import { recycleItem } from '../recycle-bin/store.ts';
import type { List } from '../lists/list.ts';
import { nothing, value, type Entity } from '../odata/resource.ts';
import { basePermissions } from '../security/permissions.ts';
import { listScope, webScope } from '../security/access.ts';
import { securableMembers, type Securable } from '../security/securable.ts';
import type { ItemCells } from './cells.ts';
import { isLookup } from './columns.ts';
import { validateUpdate } from './form-values.ts';
import { lookupResource } from './lookup-entity.ts';
import { findItem } from './query.ts';
import { checkClaimedType, readChanges, removeItem, updateItem } from './write.ts';
import { versionCollection } from './versions.ts';
import { itemProperties, pickField, contentTypeOf, textValues } from './item-properties.ts';

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
