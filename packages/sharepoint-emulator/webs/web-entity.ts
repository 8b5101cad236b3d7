import { absolute, type Context } from '../context/index.ts';
import { findChanges } from '../changes/index.ts';
import { contentTypes } from '../content-types/index.ts';
import { accessDenied, invalidArgument, notEmulated, unknownProperty } from '../errors.ts';
import { fieldCollection } from '../fields/index.ts';
import { fileAt, folderEntity } from '../files/index.ts';
import { findListByTemplate, Template } from '../lists/list.ts';
import { listByUrl, listCollection, listEntity } from '../lists/index.ts';
import { inMemory, nothing, value, type Collection, type Entity } from '../odata/index.ts';
import {
  ensureUser,
  groupById,
  groupEntity,
  siteGroups,
  siteUsers,
  userById,
  userEntity,
} from '../people/index.ts';
import {
  basePermissions,
  has,
  roleDefinitions,
  securableMembers,
  webScope,
  type Securable,
} from '../security/index.ts';
import { createWeb, removeWeb } from './create.ts';
import { navigation } from './navigation.ts';
import { regionalSettings } from './regional-settings.ts';
import { storageActions, storageFunctions } from './storage-entities.ts';
import {
  allWebsOfSite,
  findWebById,
  rootWebOf,
  saveWebProperties,
  setWebScope,
  textOf,
  websBelow,
  type Web,
} from './web.ts';

/** What a client may set on SP.Web. */
const SETTABLE: Readonly<Record<string, unknown>> = {
  AlternateCssUrl: '',
  CommentsOnSitePagesDisabled: false,
  CustomMasterUrl: '',
  Description: '',
  EnableMinimalDownload: false,
  FooterEmphasis: 0,
  FooterEnabled: false,
  FooterLayout: 0,
  HeaderEmphasis: 0,
  HeaderLayout: 0,
  HorizontalQuickLaunch: false,
  IsMultilingual: true,
  MasterUrl: '',
  MegaMenuEnabled: true,
  NavAudienceTargetingEnabled: false,
  NoCrawl: false,
  ObjectCacheEnabled: false,
  OverwriteTranslationsOnChange: false,
  QuickLaunchEnabled: true,
  SearchScope: 0,
  SiteLogoUrl: null,
  SyndicationEnabled: true,
  TenantAdminMembersCanShare: 0,
  Title: '',
  TreeViewEnabled: false,
  UIVersion: 15,
  UIVersionConfigurationEnabled: false,
};

export function webEntity(context: Context, web: Web): Entity {
  const here: Context = web.id === context.web.id ? context : { ...context, web };
  const { farm, access } = context;
  const securable = securableMembers(here, webSecurable(here, web));
  return {
    kind: 'entity',
    typeName: 'SP.Web',
    path: 'Web',
    properties: () => webProperties(context, web),
    onRequest: {
      ...securable.onRequest,
      AllowCreateDeclarativeWorkflowForCurrentUser: () => false,
      EffectiveBasePermissions: () => basePermissions(access.web(web)),
      ServerRelativePath: () => ({ DecodedUrl: web.url }),
      SupportedUILanguageIds: () => [1033],
    },
    links: { ...securable.links, ...webLinks(here, web) },
    functions: { ...securable.functions, ...webFunctions(here, web) },
    actions: {
      ...securable.actions,
      ...storageActions(here),
      EnsureUser: (args) => userEntity(here, ensureUser(here, args.text('logonName'))),
      GetChanges: (args) => findChanges(here, args.object('query')),
      SyncHubSiteTheme: () => nothing,
    },
    update: (changes) => {
      access.demandOnWeb(web, 'ManageWeb');
      for (const name of Object.keys(changes)) {
        if (!(name in SETTABLE)) throw unknownProperty(name, 'SP.Web');
      }
      saveWebProperties(farm, web, changes);
    },
    remove: () => {
      access.demandOnWeb(web, 'ManageWeb');
      if (websBelow(farm, web.id).length > 0) {
        throw invalidArgument('Error deleting Web site: sites below it have to go first.');
      }
      removeWeb(here, web);
    },
  };
}

function webProperties(context: Context, web: Web): Record<string, unknown> {
  const shown = Object.keys(SETTABLE).map((name) => [name, web.properties[name] ?? SETTABLE[name]]);
  return {
    ...(Object.fromEntries(shown) as Record<string, unknown>),
    AllowRssFeeds: true,
    AppInstanceId: '00000000-0000-0000-0000-000000000000',
    ClassicWelcomePage: null,
    Configuration: 3,
    Created: web.created,
    CurrentChangeToken: { StringValue: `1;2;${web.id};0;-1` },
    DesignPackageId: '00000000-0000-0000-0000-000000000000',
    DocumentLibraryCalloutOfficeWebAppPreviewersDisabled: false,
    Id: web.id,
    IsHomepageModernized: false,
    IsRevertHomepageLinkHidden: false,
    Language: 1033,
    LastItemModifiedDate: web.modified,
    LastItemUserModifiedDate: web.modified,
    RecycleBinEnabled: true,
    ResourcePath: { DecodedUrl: absolute(context, web.url) },
    ServerRelativeUrl: web.url,
    Url: absolute(context, web.url),
    WebTemplate: 'STS',
    WelcomePage: 'SitePages/Home.aspx',
  };
}

function webLinks(context: Context, web: Web): NonNullable<Entity['links']> {
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
      return parent ? webEntity(context, parent) : nothing;
    },
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

function webFunctions(context: Context, web: Web): NonNullable<Entity['functions']> {
  return {
    ...storageFunctions(context),
    GetAvailableWebTemplates: () => webTemplates(),
    GetCatalog: (args) => templateList(context, web, args.number('typeCatalog')),
    GetClientSideWebParts: () => clientSideWebParts(),
    GetCustomListTemplates: () => ({
      kind: 'collection',
      typeName: 'SP.ListTemplate',
      path: 'Web/GetCustomListTemplates',
      members: (options) => inMemory([], options),
    }),
    GetFileByServerRelativePath: (args) => fileAt(context, args.text('decodedUrl')),
    GetFileByServerRelativeUrl: (args) => fileAt(context, args.text('serverRelativeUrl')),
    GetFolderByServerRelativePath: (args) => folderEntity(context, args.text('decodedUrl')),
    GetFolderByServerRelativeUrl: (args) => folderEntity(context, args.text('serverRelativeUrl')),
    GetList: (args) => listEntity(context, listByUrl(context, args.text('strUrl'))),
    GetListUsingPath: (args) => listEntity(context, listByUrl(context, args.text('decodedUrl'))),
    GetSubwebsFilteredForCurrentUser: () => webInfos(context, web),
    GetUserById: (args) => userEntity(context, userById(context, args.number('userId'))),
    // A site that belongs to no hub answers the text "null".
    HubSiteData: () => value('null'),
    MapToIcon: (args) => value(iconFor(args.text('fileName'))),
  };
}

const iconFor = (name: string): string =>
  `ic${name.slice(name.lastIndexOf('.') + 1).toLowerCase()}.png`;

function templateList(context: Context, web: Web, template: number): Entity {
  const list = findListByTemplate(context.farm, web.id, template);
  if (!list) throw notEmulated(`a list of the template ${template}`);
  return listEntity({ ...context, web }, list);
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

function visibleBelow(context: Context, web: Web): Web[] {
  return websBelow(context.farm, web.id).filter((each) => has(context.access.web(each), 'Open'));
}

function webCollection(context: Context, web: Web): Collection {
  return {
    kind: 'collection',
    typeName: 'SP.Web',
    path: 'Web/Webs',
    members: (options) =>
      inMemory(
        visibleBelow(context, web).map((each) => subWeb(context, each)),
        options,
      ),
    actions: {
      Add: (args) => {
        if (!has(context.access.web(web), 'ManageSubwebs')) throw accessDenied();
        return subWeb(context, createWeb(context, web, args.object('parameters')));
      },
    },
  };
}

/** A web below has its own service root, so its links must not lead through this one. */
function subWeb(context: Context, web: Web): Entity {
  const entity = webEntity(context, web);
  return { ...entity, path: `${absolute(context, web.url)}/_api/Web` };
}

function webInfos(context: Context, web: Web): Collection {
  const entities = (): Entity[] =>
    visibleBelow(context, web).map((each) => ({
      kind: 'entity',
      typeName: 'SP.WebInformation',
      path: `Web/WebInfos('${each.id}')`,
      properties: () => ({
        Configuration: 3,
        Created: each.created,
        Description: textOf(each, 'Description'),
        Id: each.id,
        Language: 1033,
        LastItemModifiedDate: each.modified,
        LastItemUserModifiedDate: each.modified,
        ServerRelativeUrl: each.url,
        Title: textOf(each, 'Title'),
        WebTemplate: 'STS',
        WebTemplateId: 1,
      }),
    }));
  return {
    kind: 'collection',
    typeName: 'SP.WebInformation',
    path: 'Web/WebInfos',
    members: (options) => inMemory(entities(), options),
  };
}

function plainEntity(
  typeName: string,
  path: string,
  content: Readonly<Record<string, unknown>>,
): Entity {
  return { kind: 'entity', typeName, path, properties: () => content };
}

function webTemplates(): Collection {
  const template = plainEntity('SP.WebTemplate', "Web/GetAvailableWebTemplates('STS#3')", {
    Description: 'A site to work together on.',
    DisplayCategory: 'Collaboration',
    Id: 1,
    IsHidden: false,
    IsRootWebOnly: false,
    IsSubWebOnly: false,
    Lcid: 1033,
    Name: 'STS#3',
    Title: 'Team site (no Microsoft 365 group)',
  });
  return {
    kind: 'collection',
    typeName: 'SP.WebTemplate',
    path: 'Web/GetAvailableWebTemplates',
    members: (options) => inMemory([template], options),
  };
}

function clientSideWebParts(): Collection {
  const text = plainEntity('SP.ClientSideComponentQueryResult', 'Web/GetClientSideWebParts', {
    ComponentType: 1,
    Id: 'd1d91016-032f-456d-98a4-721247c305e8',
    Manifest: JSON.stringify({ alias: 'TextWebPart', id: 'd1d91016-032f-456d-98a4-721247c305e8' }),
    ManifestType: 1,
    Name: 'Text',
    Status: 0,
  });
  return {
    kind: 'collection',
    typeName: 'SP.ClientSideComponentQueryResult',
    path: 'Web/GetClientSideWebParts',
    members: (options) => inMemory([text], options),
  };
}

function webSecurable(context: Context, web: Web): Securable {
  const { farm } = context;
  const current = (): Web => findWebById(farm, web.id) ?? web;
  return {
    path: 'Web',
    ownScopeId: web.id,
    scopeId: () => webScope(farm, current()),
    isUnique: () => current().scopeId !== null,
    scopesAbove: () => [],
    setUnique: (unique) => {
      if (!unique && !web.parentId)
        throw invalidArgument('The root web has nothing to inherit from.');
      setWebScope(farm, web, unique ? web.id : null);
    },
    mask: (access) => access.web(current()),
    clearSubscopes: () => {
      const below = allWebsOfSite(farm, web.siteId).filter((each) =>
        each.url.startsWith(`${web.url}/`),
      );
      for (const each of below) setWebScope(farm, each, null);
    },
    uniqueAncestor: () => {
      const owner = findWebById(farm, webScope(farm, current())) ?? web;
      return webEntity(context, owner);
    },
  };
}
