import { absolute, type Context } from '../context/context.ts';
import { findChanges } from '../changes/find.ts';
import { invalidArgument, unknownProperty } from '../errors.ts';
import { nothing, type Entity } from '../odata/resource.ts';
import { ensureUser, userEntity } from '../people/users.ts';
import { basePermissions } from '../security/permissions.ts';
import { securableMembers, type Securable } from '../security/securable.ts';
import { webScope } from '../security/access.ts';
import { removeWeb } from './create.ts';
import { storageActions } from './storage-entities.ts';
import { webFunctions } from './web-functions.ts';
import { webLinks } from './web-links.ts';
import {
  allWebsOfSite,
  findWebById,
  saveWebProperties,
  setWebScope,
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

/** SP.Web. A web other than that of the request brings a context of its own. */
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

/** What was set, over the values of a new site, and what SharePoint works out. */
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

/** The root web always has a scope of its own; there is nothing above it. */
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
