import type { Context } from '../context/context.ts';
import { fieldsOf, isIndexed, isTrue } from '../fields/field.ts';
import type { List } from '../lists/list.ts';

/** The ListSchema part of a rendered list: what its columns are. */
export function listSchema(context: Context, list: List): object {
  return {
    LCID: '1033',
    Userid: String(context.user.id),
    PagePath: `${list.url}/AllItems.aspx`,
    Field: fieldsOf(context.farm, list.id).map((field) => ({
      Name: field.internalName,
      FieldType: field.typeName,
      RealFieldName: field.internalName,
      DisplayName: field.title,
      ID: field.id,
      StaticName: field.internalName,
      Type: field.typeName,
      Indexed: isIndexed(field) ? 'TRUE' : 'FALSE',
      ReadOnly: isTrue(field, 'ReadOnlyField') ? 'TRUE' : 'FALSE',
    })),
  };
}
