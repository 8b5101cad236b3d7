/** One row a type: what SharePoint calls it, and what SQLite keeps of it. */
export interface FieldType {
  readonly kind: number;
  /** The .NET type that JSON names. */
  readonly odata: string;
  readonly display: string;
  readonly sql: string;
  /** How values look in JSON; it decides how they are checked and compared. */
  readonly shape: Shape;
}

export type Shape =
  | 'text'
  | 'note'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'dateTime'
  | 'lookup'
  | 'lookups'
  | 'choices'
  | 'url'
  | 'json'
  | 'guid'
  /** Kept by the server or worked out from other columns: never written by a client. */
  | 'computed';

const TEXT = 'TEXT COLLATE NOCASE';

const define = (
  kind: number,
  odata: string,
  display: string,
  shape: Shape,
  sql: string = TEXT,
): FieldType => ({ kind, odata: `SP.${odata}`, display, sql, shape });

/** By the Type attribute of a field's schema. */
export const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  Integer: define(1, 'FieldNumber', 'Integer', 'integer', 'INTEGER'),
  Text: define(2, 'FieldText', 'Single line of text', 'text'),
  Note: define(3, 'FieldMultiLineText', 'Multiple lines of text', 'note'),
  DateTime: define(4, 'FieldDateTime', 'Date and Time', 'dateTime', 'TEXT'),
  Counter: define(5, 'Field', 'Counter', 'integer', 'INTEGER'),
  Choice: define(6, 'FieldChoice', 'Choice', 'text'),
  Lookup: define(7, 'FieldLookup', 'Lookup', 'lookup', 'INTEGER'),
  LookupMulti: define(7, 'FieldLookup', 'Lookup', 'lookups', 'TEXT'),
  Boolean: define(8, 'Field', 'Yes/No', 'boolean', 'INTEGER'),
  Number: define(9, 'FieldNumber', 'Number', 'number', 'NUMERIC'),
  Currency: define(10, 'FieldCurrency', 'Currency', 'number', 'NUMERIC'),
  URL: define(11, 'FieldUrl', 'Hyperlink or Picture', 'url', 'TEXT'),
  Computed: define(12, 'FieldComputed', 'Computed', 'computed'),
  Guid: define(14, 'FieldGuid', 'Guid', 'guid'),
  MultiChoice: define(15, 'FieldMultiChoice', 'Choice', 'choices', 'TEXT'),
  Calculated: define(17, 'FieldCalculated', 'Calculated', 'computed'),
  File: define(18, 'Field', 'File', 'text'),
  Attachments: define(19, 'Field', 'Attachments', 'boolean', 'INTEGER'),
  User: define(20, 'FieldUser', 'Person or Group', 'lookup', 'INTEGER'),
  UserMulti: define(20, 'FieldUser', 'Person or Group', 'lookups', 'TEXT'),
  ModStat: define(23, 'FieldChoice', 'Moderation Status', 'integer', 'INTEGER'),
  ContentTypeId: define(25, 'Field', 'Content Type Id', 'text'),
  Location: define(33, 'FieldLocation', 'Location', 'json', 'TEXT'),
  Thumbnail: define(34, 'FieldThumbnail', 'Image', 'json', 'TEXT'),
};

/** The first type of a kind; LookupMulti and UserMulti share theirs with the single ones. */
export function typeNameOfKind(kind: number): string | undefined {
  return Object.entries(FIELD_TYPES).find(([, type]) => type.kind === kind)?.[0];
}
