import type { Context } from '../context/context.ts';
import { recordChange } from '../changes/record.ts';
import {
  accessDenied,
  DuplicateValuesError,
  invalidQuery,
  notEmulated,
  unknownProperty,
} from '../errors.ts';
import { fieldsOf, isTrue } from '../fields/field.ts';
import { countItems, noteItemChange, type List } from '../lists/list.ts';
import { claimedType } from '../odata/body.ts';
import { has } from '../security/permissions.ts';
import type { Parameter } from '../store/database.ts';
import type { ItemCells } from './cells.ts';
import { fieldByEntityName, isLookup } from './columns.ts';
import { findItem } from './query.ts';
import { insertItem, SERVER_STAMPED, updateItemRow, type Changes, type NewItem } from './stamp.ts';
import { defaultCell, toCell } from './values.ts';

type Body = Readonly<Record<string, unknown>>;

/** POST to items. Required columns may stay empty here; only forms insist on them. */
export function addItem(context: Context, list: List, body: Body): number {
  context.access.demandOnList(list, 'AddListItems');
  if (list.writeSecurity === 4 && !context.access.liftsItemSecurity(list)) throw accessDenied();
  if (list.isLibrary) throw notEmulated('adding to a library without a file; add a file instead');
  checkClaimedType(context, list);
  return insertChecked(context, list, { changes: readChanges(context, list, body) });
}

/** Inserts with defaults, uniqueness, the count and the change log. Rights are checked before. */
export function insertChecked(context: Context, list: List, item: NewItem): number {
  const changes = new Map(item.changes);
  for (const field of fieldsOf(context.farm, list.id)) {
    if (changes.has(field.internalName)) continue;
    const initial = defaultCell(context, field);
    if (initial !== null) changes.set(field.internalName, initial);
  }
  const id = unique(context, list, () => insertItem(context, list, { ...item, changes }));
  countItems(context.farm, list, 1);
  recordChange(context, 'add', list.id, id);
  return id;
}

/**
 * Changes what an item holds, after the rights and a check-out by somebody else were looked at.
 */
export function updateItem(
  context: Context,
  list: List,
  item: ItemCells,
  changes: Changes,
  options: { readonly keepVersion: boolean } = { keepVersion: false },
): ItemCells {
  if (!has(context.access.item(list, item), 'EditListItems')) throw accessDenied();
  refuseCheckedOut(context, item);
  unique(context, list, () => updateItemRow(context, list, item, changes, options));
  noteItemChange(context.farm, list);
  recordChange(context, 'update', list.id, item.ID);
  return findItem(context, list, item.ID) ?? item;
}

/** Takes the item away with its attachments, its history and its own permissions. */
export function removeItem(context: Context, list: List, item: ItemCells): void {
  if (!has(context.access.item(list, item), 'DeleteListItems')) throw accessDenied();
  const { db } = context.farm;
  for (const table of ['attachments', 'files', 'item_versions']) {
    db.run(`DELETE FROM ${table} WHERE listNumber = ? AND itemId = ?`, [list.number, item.ID]);
  }
  if (typeof item['!scope'] === 'string') {
    db.run('DELETE FROM role_assignments WHERE scopeId = ?', [item['!scope']]);
  }
  db.run(`DELETE FROM ${list.table} WHERE "ID" = ?`, [item.ID]);
  countItems(context.farm, list, -1);
  recordChange(context, 'delete', list.id, item.ID);
}

/** Verbose JSON has to name the type of the list's items, as ListItemEntityTypeFullName tells it. */
export function checkClaimedType(context: Context, list: List): void {
  const contentType = context.request.headers.get('content-type') ?? '';
  if (!/odata=verbose/i.test(contentType)) return;
  const claimed = claimedType(context.body());
  if (claimed === list.itemType || claimed === 'SP.ListItem' || claimed === 'SP.Data.ListItem')
    return;
  if (claimed === undefined) {
    throw invalidQuery(
      'An entry without a type name was found, but no expected type was specified. To allow entries without type information, the expected type must also be specified when the model is specified.',
    );
  }
  throw invalidQuery(
    `A type named '${claimed}' could not be resolved by the model. When a model is available, each type name must resolve to a valid type.`,
  );
}

/**
 * Reads the properties of a body. Values for columns that are read-only or that the server stamps
 * have no effect, as with SharePoint; a name that the list lacks is an error.
 */
export function readChanges(context: Context, list: List, body: Body): Map<string, Parameter> {
  const changes = new Map<string, Parameter>();
  const fields = fieldsOf(context.farm, list.id);
  for (const [name, sent] of Object.entries(body)) {
    if (name === '__metadata') continue;
    if (name === 'FileSystemObjectType' && sent !== 0) throw notEmulated('folders in lists');
    const found = fieldByEntityName(fields, name);
    if (!found) throw unknownProperty(name, list.itemType);
    const { field, asId } = found;
    if (isLookup(field) && !asId) throw unknownProperty(name, list.itemType);
    if (SERVER_STAMPED.has(field.internalName) || isTrue(field, 'ReadOnlyField')) continue;
    if (field.type.shape === 'computed') continue;
    if (field.internalName === 'FileLeafRef' && !list.isLibrary) continue;
    changes.set(field.internalName, toCell(context, field, sent));
  }
  return changes;
}

/** SQLite's unique index finds the clash; SharePoint's message names the column by its title. */
function unique<T>(context: Context, list: List, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const column = /UNIQUE constraint failed: \w+\.(.+)$/.exec((error as Error).message)?.[1];
    if (column === undefined) throw error;
    const field = fieldsOf(context.farm, list.id).find((each) => each.internalName === column);
    throw new DuplicateValuesError(column, field?.title ?? column);
  }
}

/** Only files can be checked out; the column is empty everywhere else. */
function refuseCheckedOut(context: Context, item: ItemCells): void {
  const holder = item.CheckoutUser;
  if (typeof holder === 'number' && holder !== context.user.id) throw accessDenied();
}
