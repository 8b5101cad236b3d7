import { listSecurable } from './securable.ts';
import { ticks } from '../changes/ticks.ts';
import { asText } from '../odata/text.ts';
import { omit } from '../odata/omit.ts';
import type { Context } from '../context/context.ts';
import { findChanges, listChangesXml } from '../changes/find.ts';
import { lastDeletion } from '../changes/record.ts';
import { contentTypes } from '../content-types/content-types.ts';
import { fieldCollection } from '../fields/fields.ts';
import { fieldsOf, isTrue } from '../fields/field.ts';
import { refuseBesideReadSecurity, type FieldOwner } from '../fields/columns.ts';
import { folderEntity } from '../files/folder.ts';
import { formCollection } from '../forms/forms.ts';
import { itemMembers } from '../items/items.ts';
import { inMemory } from '../odata/collection.ts';
import { nothing, value, type Collection, type Entity } from '../odata/resource.ts';
import { basePermissions } from '../security/permissions.ts';
import { securableMembers } from '../security/securable.ts';
import { defaultViewOf, viewById } from '../views/view.ts';
import { viewCollection, viewEntity } from '../views/views.ts';
import { listTitleTaken } from './create.ts';
import { findListByTitle, putIntoBin, saveList, type List } from './list.ts';
import { recycleList } from '../recycle-bin/store.ts';
import { removeList } from './remove.ts';
import { listSettings, readListSettings } from './settings.ts';

/** SP.List. It carries an ETag, so changing and deleting need If-Match. */
export function listEntity(context: Context, list: List): Entity {
  const { farm, web, access } = context;
  const path = `Web/Lists(guid'${list.id}')`;
  const owner: FieldOwner = { id: list.id, list };
  const securable = securableMembers(context, listSecurable(context, list));
  const items = itemMembers(context, list);
  const empty = (name: string, typeName: string) => (): Collection => ({
    kind: 'collection',
    typeName,
    path: `${path}/${name}`,
    members: (options) => inMemory([], options),
  });
  return {
    kind: 'entity',
    typeName: 'SP.List',
    path,
    etag: `"${list.id},${list.version}"`,
    properties: () => listProperties(context, list),
    onRequest: {
      ...securable.onRequest,
      DefaultDisplayFormUrl: () => formUrl(list, 'DispForm'),
      DefaultEditFormUrl: () => formUrl(list, 'EditForm'),
      DefaultNewFormUrl: () => formUrl(list, 'NewForm'),
      DefaultViewUrl: () => viewUrl(context, list),
      EffectiveBasePermissionsForUI: () => basePermissions(access.list(list)),
      IsSiteAssetsLibrary: () => list.title === 'Site Assets',
      IsSystemList: () => list.properties.Hidden === true,
      ReadSecurity: () => list.readSecurity,
      WriteSecurity: () => list.writeSecurity,
      ValidationFormula: () => list.properties.ValidationFormula ?? null,
      ValidationMessage: () => list.properties.ValidationMessage ?? null,
      OnQuickLaunch: () => list.properties.OnQuickLaunch === true,
      InformationRightsManagementSettings: () => ({
        AllowPrint: false,
        AllowScript: false,
        AllowWriteCopy: false,
        DisableDocumentBrowserView: false,
        DocumentAccessExpireDays: 90,
        EnableDocumentAccessExpire: false,
        EnableGroupProtection: false,
        GroupName: '',
        LicenseCacheExpireDays: 30,
        PolicyDescription: '',
        PolicyTitle: '',
        TemplateId: '',
      }),
      SchemaXml: () =>
        `<List ID="{${list.id.toUpperCase()}}" Title="${list.title}" ServerTemplate="${list.template}" />`,
    },
    links: {
      ...securable.links,
      ...items.links,
      ContentTypes: () => contentTypes(context, `${path}/ContentTypes`, list.isLibrary),
      DefaultView: () => viewEntity(context, list, defaultViewOf(farm, list)),
      EventReceivers: empty('EventReceivers', 'SP.EventReceiverDefinition'),
      Fields: () => fieldCollection(context, owner, path),
      Forms: () => formCollection(context, list, path),
      ParentWeb: () => context.entities.web(context, web),
      RootFolder: () => folderEntity(context, list.url),
      Subscriptions: empty('Subscriptions', 'Microsoft.SharePoint.Webhooks.Subscription'),
      UserCustomActions: empty('UserCustomActions', 'SP.UserCustomAction'),
      Views: () => viewCollection(context, list),
      WorkflowAssociations: empty('WorkflowAssociations', 'SP.Workflow.WorkflowAssociation'),
    },
    functions: {
      ...securable.functions,
      ...items.functions,
      GetView: (args) => viewEntity(context, list, viewById(farm, list, args.text('viewGuid'))),
      GetRelatedFields: empty('GetRelatedFields', 'SP.RelatedField'),
    },
    actions: {
      ...securable.actions,
      ...items.actions,
      GetChanges: (args) => findChanges(context, args.object('query'), list.id),
      GetListItemChangesSinceToken: () => listChangesXml(context, list),
      Recycle: () => {
        access.demandOnList(list, 'ManageLists');
        const id = recycleList(context, list);
        putIntoBin(farm, list);
        return value(id);
      },
      DeleteObject: () => {
        access.demandOnList(list, 'ManageLists');
        removeList(context, list);
        return nothing;
      },
    },
    update: (changes) => {
      access.demandOnList(list, 'ManageLists');
      const settings = readListSettings(changes);
      const title = asText(settings.Title, list.title);
      const clash = findListByTitle(farm, web.id, title);
      if (clash && clash.id !== list.id) throw listTitleTaken();
      const rest = omit(settings, ['Title', 'BaseTemplate']);
      if (settings.ReadSecurity !== undefined && settings.ReadSecurity !== list.readSecurity) {
        const hasUnique = fieldsOf(farm, list.id).some((field) =>
          isTrue(field, 'EnforceUniqueValues'),
        );
        refuseBesideReadSecurity(farm, Number(settings.ReadSecurity), hasUnique);
      }
      saveList(farm, list, title, { ...list.properties, ...rest });
      return `"${list.id},${list.version + 1}"`;
    },
    remove: () => {
      access.demandOnList(list, 'ManageLists');
      removeList(context, list);
    },
  };
}

const SHOWN_ON_REQUEST = [
  'ReadSecurity',
  'WriteSecurity',
  'ValidationFormula',
  'ValidationMessage',
  'OnQuickLaunch',
];

/** What an answer shows by itself; ReadSecurity and the like have to be asked for. */
function listProperties(context: Context, list: List): Record<string, unknown> {
  const settings = omit(listSettings(list.properties), SHOWN_ON_REQUEST);
  const { web } = context;
  return {
    ...settings,
    AllowDeletion: true,
    BaseTemplate: list.template,
    BaseType: list.isLibrary ? 1 : 0,
    Created: list.created,
    CurrentChangeToken: { StringValue: `1;3;${list.id};${ticks(list.modified)};-1` },
    DocumentTemplateUrl: null,
    EntityTypeName: list.entityTypeName,
    HasExternalDataSource: false,
    Id: list.id,
    ImagePath: { DecodedUrl: '/_layouts/15/images/itgen.png' },
    IsCatalog: list.url.includes('/_catalogs/'),
    ItemCount: list.itemCount,
    LastItemDeletedDate: lastDeletion(context.farm, list.id) ?? list.created,
    LastItemModifiedDate: list.modified,
    LastItemUserModifiedDate: list.modified,
    ListItemEntityTypeFullName: list.itemType,
    ParentWebPath: { DecodedUrl: web.url },
    ParentWebUrl: web.url,
    ServerTemplateCanCreateFolders: true,
    TemplateFeatureId: '00bfea71-de22-43b2-a848-c05709900100',
    Title: list.title,
  };
}

const formUrl = (list: List, name: string): string =>
  `${list.url}/${list.isLibrary ? 'Forms/' : ''}${name}.aspx`;

const viewUrl = (context: Context, list: List): string =>
  asText(defaultViewOf(context.farm, list).properties.ServerRelativeUrl);
