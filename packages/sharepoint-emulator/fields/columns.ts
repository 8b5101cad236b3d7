import type { Farm } from '../context/farm.ts';
import { newGuid } from '../context/farm.ts';
import {
  DuplicateValuesError,
  invalidArgument,
  queryThrottled,
  SharePointError,
  tooManyIndexes,
} from '../errors.ts';
import { addColumn, createIndex, dropColumn, dropIndex, hasDuplicates } from '../items/table.ts';
import { noteItemChange, type List } from '../lists/list.ts';
import {
  deleteField,
  encodeInternalName,
  fieldsOf,
  freeInternalName,
  insertField,
  isIndexed,
  isTrue,
  saveField,
  type Field,
  type FieldProperties,
} from './field.ts';

/** Where a field belongs: a list has a table that follows its columns, a web has none. */
export interface FieldOwner {
  readonly id: string;
  readonly list: List | undefined;
}

export interface NewField {
  readonly id?: string | undefined;
  readonly internalName?: string | undefined;
  readonly title: string;
  readonly properties: FieldProperties;
}

/** "A list can have at most 20 indices." (Add an index to a list or library column, support.microsoft.com) */
const INDEX_LIMIT = 20;
/**
 * SharePoint Online adds an index to a list of up to 20,000 items, and not beyond. (Living large with large
 * lists, learn.microsoft.com/microsoft-365/community/large-lists-large-libraries-in-sharepoint)
 */
const INDEXABLE_ITEMS = 20_000;

/** Adds a column to the schema and to the table, and its index if it asked for one. */
export function addField(farm: Farm, owner: FieldOwner, wanted: NewField): Field {
  const existing = fieldsOf(farm, owner.id);
  const id = wanted.id ?? newGuid();
  const title = wanted.title.trim();
  if (!title || title.length > 255) throw invalidArgument('The column name is empty or too long.');
  const clash = existing.find(
    (each) => each.title.toLowerCase() === title.toLowerCase() && !isTrue(each, 'Hidden'),
  );
  if (clash || existing.some((each) => each.id === id))
    throw duplicateField(clash ? title : `{${id}}`);
  const internalName = freeInternalName(existing, encodeInternalName(wanted.internalName ?? title));
  insertField(farm, { ownerId: owner.id, id, internalName, title, properties: wanted.properties });
  const field = fieldOf(farm, owner, id);
  if (owner.list) {
    addColumn(farm.db, owner.list, field);
    applyIndex(farm, owner.list, field, false, false);
    noteItemChange(farm, owner.list);
  }
  return field;
}

const duplicateField = (name: string): SharePointError =>
  new SharePointError(
    500,
    '-2130575214, Microsoft.SharePoint.SPDuplicateFieldNameException',
    `A duplicate field name "${name}" was found.`,
  );

/** Saves the new settings first: an index that cannot be made then takes everything back. */
export function changeField(
  farm: Farm,
  owner: FieldOwner,
  field: Field,
  title: string,
  properties: FieldProperties,
): void {
  saveField(farm, field, title, properties);
  if (!owner.list) return;
  const wasUnique = isTrue(field, 'EnforceUniqueValues');
  applyIndex(farm, owner.list, fieldOf(farm, owner, field.id), isIndexed(field), wasUnique);
  noteItemChange(farm, owner.list);
}

/** Base fields stay: SharePoint refuses to delete what its own features need. */
export function removeField(farm: Farm, owner: FieldOwner, field: Field): void {
  if (isTrue(field, 'FromBaseType')) throw invalidArgument('The field cannot be deleted.');
  deleteField(farm, field);
  if (!owner.list) return;
  dropColumn(farm.db, owner.list, field);
  noteItemChange(farm, owner.list);
}

/** Brings the index of the table in line with Indexed and EnforceUniqueValues. */
function applyIndex(
  farm: Farm,
  list: List,
  field: Field,
  wasIndexed: boolean,
  wasUnique: boolean,
): void {
  const unique = isTrue(field, 'EnforceUniqueValues');
  const indexed = isIndexed(field);
  if (unique && !indexed) {
    throw invalidArgument('This column must be indexed before it can enforce unique values.');
  }
  if (indexed === wasIndexed && unique === wasUnique) return;
  if (unique && !wasUnique) refuseBesideReadSecurity(farm, list.readSecurity, unique);
  if (wasIndexed) dropIndex(farm.db, list, field);
  if (!indexed) return;
  refuseUnindexable(farm, list, field, wasIndexed);
  if (unique && hasDuplicates(farm.db, list, field))
    throw new DuplicateValuesError(field.internalName, field.title);
  createIndex(farm.db, list, field, unique);
}

/** A list shows people their own items only, or has a column of unique values: never both. (S-A3) */
export function refuseBesideReadSecurity(
  farm: Farm,
  readSecurity: number,
  hasUniqueColumn: boolean,
): void {
  if (readSecurity !== 2 || !hasUniqueColumn) return;
  if (farm.behaviours.uniqueBesideReadSecurity === 'works') return;
  throw new SharePointError(
    500,
    '-2146232832, Microsoft.SharePoint.SPException',
    'A column cannot enforce unique values in a list in which people read only the items that they created.',
  );
}

const UNINDEXABLE = new Set(['note', 'choices', 'url', 'json', 'computed', 'lookups']);

/** Long text, links, formulas and columns of several values carry no index in SharePoint. */
function refuseUnindexable(farm: Farm, list: List, field: Field, wasIndexed: boolean): void {
  if (UNINDEXABLE.has(field.type.shape)) {
    throw invalidArgument(`Columns of the type ${field.typeName} cannot be indexed.`);
  }
  if (wasIndexed) return;
  if (fieldsOf(farm, list.id).filter(isIndexed).length > INDEX_LIMIT) throw tooManyIndexes();
  if (list.itemCount > INDEXABLE_ITEMS) throw queryThrottled();
}

/** Reads a field again after it was written. */
export function fieldOf(farm: Farm, owner: FieldOwner, id: string): Field {
  const field = fieldsOf(farm, owner.id).find((each) => each.id.toLowerCase() === id.toLowerCase());
  if (!field) throw new Error(`Field ${id} has just been written and is not there.`);
  return field;
}
