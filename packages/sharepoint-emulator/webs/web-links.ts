import { absolute, type Context } from '../context/context.ts';
import { contentTypes } from '../content-types/content-types.ts';
import { fieldCollection } from '../fields/fields.ts';
import { folderEntity } from '../files/folder.ts';
import { Template } from '../lists/list.ts';
import { listCollection } from '../lists/lists.ts';
import { inMemory } from '../odata/collection.ts';
import { nothing, type Collection, type Entity } from '../odata/resource.ts';
import { groupById, groupEntity, siteGroups } from '../people/groups.ts';
import { siteUsers, userEntity } from '../people/users.ts';
import { recycleBin } from '../recycle-bin/recycle-bin.ts';
import { roleDefinitions } from '../security/roles.ts';
import { navigation } from './navigation.ts';
import { regionalSettings } from './regional-settings.ts';
import { webCollection, webInfos } from './sub-webs.ts';
import { templateList } from './template-list.ts';
import { findWebById, rootWebOf, textOf, type Web } from './web.ts';

/** What a web leads to by name. */
export function webLinks(context: Context, web: Web): NonNullable<Entity['links']> {
  const { farm } = context;
  const empty = (name: string, typeName: string) => (): Collection => ({
    kind: 'collection',
    typeName,
    path: `Web/${name}`,
    members: (options) => inMemory([], options),
  });
  const root = rootWebOf(farm, web.siteId);
  const group = (index: string) => () =>
    groupEntity(context, groupById(context, Number(root.properties[index] ?? -1)));
  return {
    AllProperties: () => allProperties(context, web),
    AssociatedMemberGroup: group('memberGroup'),
    AssociatedOwnerGroup: group('ownerGroup'),
    AssociatedVisitorGroup: group('visitorGroup'),
    AvailableContentTypes: () => contentTypes(context, 'Web/AvailableContentTypes'),
    AvailableFields: () =>
      fieldCollection(context, { id: root.id, list: undefined }, 'Web/Available'),
    ContentTypes: () => contentTypes(context, 'Web/ContentTypes'),
    CurrentUser: () => userEntity(context, context.user),
    DefaultDocumentLibrary: () => templateList(context, web, Template.DocumentLibrary),
    EventReceivers: empty('EventReceivers', 'SP.EventReceiverDefinition'),
    Features: empty('Features', 'SP.Feature'),
    Fields: () => fieldCollection(context, { id: web.id, list: undefined }, 'Web'),
    Folders: () => folderEntity(context, web.url).links?.Folders?.() ?? nothing,
    Lists: () => listCollection(context),
    Navigation: () => navigation(context),
    ParentWeb: () => {
      const parent = web.parentId ? findWebById(farm, web.parentId) : undefined;
      return parent ? context.entities.web(context, parent) : nothing;
    },
    RecycleBin: () => recycleBin(context, web),
    RegionalSettings: () => regionalSettings(),
    RoleDefinitions: () => roleDefinitions(context),
    RootFolder: () => folderEntity(context, web.url),
    SiteGroups: () => siteGroups(context),
    SiteUserInfoList: () => templateList(context, root, Template.UserInformation),
    SiteUsers: () => siteUsers(context),
    UserCustomActions: empty('UserCustomActions', 'SP.UserCustomAction'),
    WebInfos: () => webInfos(context, web),
    Webs: () => webCollection(context, web),
  };
}

function allProperties(context: Context, web: Web): Entity {
  return {
    kind: 'entity',
    typeName: 'SP.PropertyValues',
    path: 'Web/AllProperties',
    properties: () => ({
      vti_x005f_defaultlanguage: 'en-us',
      vti_x005f_associategroups: ['ownerGroup', 'memberGroup', 'visitorGroup']
        .map((name) => textOf(rootWebOf(context.farm, web.siteId), name))
        .join(';'),
      SiteFullUrl: absolute(context, web.url),
    }),
  };
}
