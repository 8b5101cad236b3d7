import { asText } from '../odata/text.ts';
import type { Farm } from '../context/farm.ts';
import { FIELD_TYPES, type FieldType } from './types.ts';

/** A column of a list, or a site column of a web: the owner's id tells which. */
export interface Field {
  readonly ownerId: string;
  readonly id: string;
  readonly internalName: string;
  readonly title: string;
  readonly position: number;
  readonly typeName: string;
  readonly type: FieldType;
  readonly properties: FieldProperties;
}

export interface FieldProperties {
  readonly type: string;
  readonly [name: string]: unknown;
}

interface StoredField {
  readonly ownerId: string;
  readonly id: string;
  readonly internalName: string;
  readonly title: string;
  readonly position: number;
  readonly properties: string;
}

// Every request reads the columns of its list, and they seldom change.
const cache = new WeakMap<Farm, Map<string, readonly Field[]>>();

export function fieldsOf(farm: Farm, ownerId: string): readonly Field[] {
  const known = cache.get(farm) ?? new Map<string, readonly Field[]>();
  cache.set(farm, known);
  let fields = known.get(ownerId);
  if (!fields) {
    fields = farm.db
      .all<StoredField>('SELECT * FROM fields WHERE ownerId = ? ORDER BY position', [ownerId])
      .map(revive);
    known.set(ownerId, fields);
  }
  return fields;
}

/** Called by whatever changes columns, and after a rollback, when a cached list may be wrong. */
export const forgetFields = (farm: Farm): void => void cache.delete(farm);

function revive(row: StoredField): Field {
  const properties = JSON.parse(row.properties) as FieldProperties;
  const type = FIELD_TYPES[properties.type];
  if (!type) throw new Error(`Unknown field type ${properties.type}.`);
  return { ...row, typeName: properties.type, type, properties };
}

/** New columns go to the end, in the order in which forms show them. */
export function insertField(
  farm: Farm,
  field: Pick<Field, 'ownerId' | 'id' | 'internalName' | 'title' | 'properties'>,
): void {
  const position = fieldsOf(farm, field.ownerId).length;
  farm.db.run(
    'INSERT INTO fields (ownerId, id, internalName, title, position, properties) VALUES (?, ?, ?, ?, ?, ?)',
    [
      field.ownerId,
      field.id,
      field.internalName,
      field.title,
      position,
      JSON.stringify(field.properties),
    ],
  );
  forgetFields(farm);
}

export function saveField(
  farm: Farm,
  field: Field,
  title: string,
  properties: FieldProperties,
): void {
  farm.db.run('UPDATE fields SET title = ?, properties = ? WHERE ownerId = ? AND id = ?', [
    title,
    JSON.stringify(properties),
    field.ownerId,
    field.id,
  ]);
  forgetFields(farm);
}

export function deleteField(farm: Farm, field: Field): void {
  farm.db.run('DELETE FROM fields WHERE ownerId = ? AND id = ?', [field.ownerId, field.id]);
  forgetFields(farm);
}

/** What a lookup shows of the item that it points to. */
export const shownField = (field: Field): string => asText(field.properties.LookupField) || 'Title';

export const isTrue = (field: Field, name: string): boolean => field.properties[name] === true;
export const isIndexed = (field: Field): boolean => isTrue(field, 'Indexed');

/** The name of the column in JSON: a name that XML could not begin with gets a prefix. */
export const entityName = (field: Field): string =>
  /^[_\d]/.test(field.internalName) ? `OData_${field.internalName}` : field.internalName;

/** Letters and digits stay, anything else becomes `_xNNNN_`; 32 characters are kept. */
export function encodeInternalName(title: string): string {
  const encoded = Array.from(title.trim())
    .map((char) =>
      /[A-Za-z0-9_]/.test(char)
        ? char
        : `_x${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}_`,
    )
    .join('');
  return (/^\d/.test(encoded) ? `_x003${encoded[0]}_${encoded.slice(1)}` : encoded).slice(0, 32);
}

/** A number behind the name keeps internal names apart where titles encode alike. */
export function freeInternalName(fields: readonly Field[], wanted: string): string {
  // Columns that each table has although not every kind of list shows them.
  const taken = new Set([
    'checkoutuser',
    'attachments',
    ...fields.map((field) => field.internalName.toLowerCase()),
  ]);
  let name = wanted;
  for (let suffix = 0; taken.has(name.toLowerCase()); suffix += 1) name = `${wanted}${suffix}`;
  return name;
}
