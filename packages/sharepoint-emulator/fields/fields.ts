import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import { fieldNotFound, invalidArgument } from '../errors.ts';
import { inMemory } from '../odata/collection.ts';
import { nothing, type Collection, type Entity, type ODataOperation } from '../odata/resource.ts';
import { showInDefaultView } from '../views/view.ts';
import {
  addField,
  changeField,
  fieldOf,
  removeField,
  type FieldOwner,
  type NewField,
} from './columns.ts';
import { entityName, fieldsOf, isIndexed, isTrue, type Field } from './field.ts';
import { fieldXml, parseFieldXml } from './schema-xml.ts';
import { readSettings, refuseTypeChange, shownSettings } from './settings.ts';
import { FIELD_TYPES, typeNameOfKind } from './types.ts';

/** AddFieldOptions: take Name from the schema, and show the field in the default view. */
const NAME_HINT = 8;
const TO_DEFAULT_VIEW = 16;

/** The columns of a list, or the site columns of a web. */
export function fieldCollection(
  context: Context,
  owner: FieldOwner,
  ownerPath: string,
): Collection {
  const { farm } = context;
  const path = `${ownerPath}/Fields`;
  const all = (): readonly Field[] => fieldsOf(farm, owner.id);
  const find = (name: string, test: (field: Field) => boolean): Entity => {
    const field = all().find(test);
    if (!field) throw fieldNotFound(name);
    return fieldEntity(context, owner, path, field);
  };
  const byId = (id: string): Entity =>
    find(id, (field) => field.id === id.replace(/[{}]/g, '').toLowerCase());
  return {
    kind: 'collection',
    typeName: 'SP.Field',
    path,
    members: (options) =>
      inMemory(
        all().map((field) => fieldEntity(context, owner, path, field)),
        options,
      ),
    key: (args) => byId(String(args.key())),
    functions: {
      GetById: (args) => byId(args.text('id')),
      GetByTitle: (args) =>
        find(
          args.text('title'),
          (field) => field.title === args.text('title') && !isTrue(field, 'Hidden'),
        ),
      GetByInternalNameOrTitle: (args) => {
        const name = args.text('strName');
        return find(name, ({ internalName, title }) => internalName === name || title === name);
      },
    },
    create: (body) => fieldEntity(context, owner, path, createFromBody(context, owner, body)),
    actions: creators(context, owner, path),
  };
}

/** The ways to add a column by a method; POSTing to the collection is one more. */
function creators(
  context: Context,
  owner: FieldOwner,
  path: string,
): Record<string, ODataOperation> {
  const { farm } = context;
  const answer = (field: Field): Entity => fieldEntity(context, owner, path, field);
  return {
    Add: (args) => answer(createFromBody(context, owner, args.object('parameters'))),
    AddField: (args) => answer(createFromBody(context, owner, args.object('parameters'))),
    CreateFieldAsXml: (args) => {
      demandManagement(context, owner);
      const parameters = args.object('parameters');
      const options = Number(parameters.Options ?? 0);
      const parsed = parseFieldXml(asText(parameters.SchemaXml));
      // Without the hint SharePoint makes the internal name from the display name.
      const internalName = options & NAME_HINT ? parsed.name : undefined;
      const field = create(context, owner, { ...parsed, internalName });
      if (owner.list && options & TO_DEFAULT_VIEW) {
        showInDefaultView(farm, owner.list.id, field.internalName);
      }
      return answer(field);
    },
    AddDependentLookupField: (args) => {
      demandManagement(context, owner);
      const primaryId = args.text('primaryLookupFieldId', 1).toLowerCase();
      const primary = fieldsOf(farm, owner.id).find((field) => field.id === primaryId);
      if (!primary) throw fieldNotFound(primaryId);
      const settings = {
        IsDependentLookup: true,
        LookupField: args.text('showField', 2),
        LookupList: primary.properties.LookupList,
        PrimaryFieldId: primary.id,
        ReadOnlyField: true,
      };
      const properties = { ...settings, type: 'Lookup' };
      return answer(create(context, owner, { title: args.text('displayName', 0), properties }));
    },
  };
}

/** FieldTypeKind decides the type; `__metadata` of verbose JSON only repeats it. */
function createFromBody(
  context: Context,
  owner: FieldOwner,
  body: Readonly<Record<string, unknown>>,
): Field {
  demandManagement(context, owner);
  const typeName = typeNameOfKind(Number(body.FieldTypeKind));
  if (!typeName) throw invalidArgument('Field type is not installed properly.');
  const title = asText(body.Title);
  return create(context, owner, { title, properties: readSettings(typeName, body) });
}

/** A site column keeps its schema; in a list a column of the table comes with it. */
function create(context: Context, owner: FieldOwner, wanted: NewField): Field {
  const list = wanted.properties.LookupList;
  const isLookup = wanted.properties.type.startsWith('Lookup');
  if (isLookup && (typeof list !== 'string' || !list)) {
    throw invalidArgument('A lookup column needs the list that it looks into.');
  }
  return addField(context.farm, owner, wanted);
}

/** SP.Field, under the name of its type's own class. */
function fieldEntity(
  context: Context,
  owner: FieldOwner,
  collectionPath: string,
  field: Field,
): Entity {
  const { farm } = context;
  const show = (): typeof nothing => {
    demandManagement(context, owner);
    return nothing;
  };
  return {
    kind: 'entity',
    typeName: field.type.odata,
    path: `${collectionPath}(guid'${field.id}')`,
    properties: () => ({
      ...shownSettings(field),
      CanBeDeleted: !isTrue(field, 'FromBaseType'),
      EntityPropertyName: entityName(field),
      Filterable: !['Note', 'Computed', 'Location', 'Thumbnail'].includes(field.typeName),
      Id: field.id,
      IndexStatus: isIndexed(field) ? 1 : 0,
      InternalName: field.internalName,
      SchemaXml: fieldXml(field),
      Scope: context.web.url,
      Sortable: !['Note', 'MultiChoice', 'LookupMulti', 'UserMulti', 'URL'].includes(
        field.typeName,
      ),
      StaticName: field.internalName,
      Title: field.title,
      FieldTypeKind: field.type.kind,
      TypeAsString: field.typeName,
      TypeDisplayName: field.type.display,
      TypeShortDescription: field.type.display,
    }),
    actions: { SetShowInDisplayForm: show, SetShowInEditForm: show, SetShowInNewForm: show },
    update: (changes) => {
      demandManagement(context, owner);
      const xml = changes.SchemaXml;
      const parsed = typeof xml === 'string' ? parseFieldXml(xml).properties : undefined;
      const next = { ...readSettings(field.typeName, changes), ...parsed };
      const type = parsed?.type ?? next.type;
      if (FIELD_TYPES[type]?.sql !== field.type.sql) refuseTypeChange(field.typeName, type);
      const title = asText(changes.Title, field.title);
      changeField(farm, owner, fieldOf(farm, owner, field.id), title, {
        ...field.properties,
        ...next,
        type,
      });
    },
    remove: () => {
      demandManagement(context, owner);
      removeField(farm, owner, field);
    },
  };
}

function demandManagement(context: Context, owner: FieldOwner): void {
  if (owner.list) context.access.demandOnList(owner.list, 'ManageLists');
  else context.access.demandOnWeb(context.web, 'ManageWeb');
}
