import type { Context } from '../context/context.ts';
import { resourceNotFound } from '../errors.ts';
import { inMemory } from '../odata/collection.ts';
import type { Collection, Entity } from '../odata/resource.ts';

interface ContentType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly group: string;
}

const ITEM: ContentType = {
  id: '0x01',
  name: 'Item',
  description: 'Create a new list item.',
  group: 'List Content Types',
};
const DOCUMENT: ContentType = {
  id: '0x0101',
  name: 'Document',
  description: 'Create a new document.',
  group: 'Document Content Types',
};
const FOLDER: ContentType = {
  id: '0x0120',
  name: 'Folder',
  description: 'Create a new folder.',
  group: 'Folder Content Types',
};

/** The built-in content types; the emulator has no others, and none can be added. */
export function contentTypes(context: Context, path: string, isLibrary?: boolean): Collection {
  const types =
    isLibrary === undefined ? [ITEM, DOCUMENT, FOLDER] : [isLibrary ? DOCUMENT : ITEM, FOLDER];
  const entities = (): Entity[] => types.map((type) => contentTypeEntity(context, path, type));
  const byId = (id: string): Entity => {
    const type = types.find((each) => each.id === id);
    if (!type) throw resourceNotFound(`ContentType ${id}`);
    return contentTypeEntity(context, path, type);
  };
  return {
    kind: 'collection',
    typeName: 'SP.ContentType',
    path,
    members: (options) => inMemory(entities(), options),
    key: (args) => byId(String(args.key())),
    functions: { GetById: (args) => byId(args.text('contentTypeId')) },
  };
}

/** The ids are SharePoint's own: 0x01 is Item, and each child appends to its parent's. */
function contentTypeEntity(context: Context, path: string, type: ContentType): Entity {
  return {
    kind: 'entity',
    typeName: 'SP.ContentType',
    path: `${path}('${type.id}')`,
    properties: () => ({
      Description: type.description,
      DisplayFormTemplateName: 'ListForm',
      DisplayFormUrl: '',
      DocumentTemplate: '',
      DocumentTemplateUrl: '',
      EditFormTemplateName: 'ListForm',
      EditFormUrl: '',
      Group: type.group,
      Hidden: false,
      Id: { StringValue: type.id },
      JSLink: '',
      MobileDisplayFormUrl: '',
      MobileEditFormUrl: '',
      MobileNewFormUrl: '',
      Name: type.name,
      NewFormTemplateName: 'ListForm',
      NewFormUrl: '',
      ReadOnly: false,
      SchemaXml: `<ContentType ID="${type.id}" Name="${type.name}" Group="${type.group}" />`,
      Scope: context.web.url,
      Sealed: false,
      StringId: type.id,
    }),
  };
}
