export { baseFieldsOf, SITE_COLUMNS } from './base-fields.ts';
export { refuseBesideReadSecurity, type FieldOwner } from './columns.ts';
export {
  entityName,
  fieldsOf,
  forgetFields,
  insertField,
  isIndexed,
  isTrue,
  type Field,
} from './field.ts';
export { fieldCollection } from './fields.ts';
export { escapeXml } from './schema-xml.ts';
export { type Shape } from './types.ts';
