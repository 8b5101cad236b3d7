import type { Context } from '../context/context.ts';
import { fileAt } from '../files/file.ts';
import { folderEntity } from '../files/folder.ts';
import { listByUrl } from '../lists/lists.ts';
import { listEntity } from '../lists/list-entity.ts';
import { inMemory } from '../odata/collection.ts';
import { value, type Collection, type Entity } from '../odata/resource.ts';
import { userById, userEntity } from '../people/users.ts';
import { storageFunctions } from './storage-entities.ts';
import { webInfos } from './sub-webs.ts';
import { templateList } from './template-list.ts';
import { serverRelative, type Web } from './web.ts';

/** What a web finds by an argument. */
export function webFunctions(context: Context, web: Web): NonNullable<Entity['functions']> {
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
    GetFileByServerRelativePath: (args) =>
      fileAt(context, serverRelative(web, args.text('decodedUrl'))),
    GetFileByServerRelativeUrl: (args) =>
      fileAt(context, serverRelative(web, args.text('serverRelativeUrl'))),
    GetFolderByServerRelativePath: (args) =>
      folderEntity(context, serverRelative(web, args.text('decodedUrl'))),
    GetFolderByServerRelativeUrl: (args) =>
      folderEntity(context, serverRelative(web, args.text('serverRelativeUrl'))),
    GetList: (args) => listEntity(context, listByUrl(context, args.text('strUrl'))),
    GetListUsingPath: (args) => listEntity(context, listByUrl(context, args.text('decodedUrl'))),
    GetSubwebsFilteredForCurrentUser: () => webInfos(context, web),
    GetUserById: (args) => userEntity(context, userById(context, args.number('userId'))),
    // A site that belongs to no hub answers the text "null".
    HubSiteData: () => value('null'),
    MapToIcon: (args) => value(iconFor(args.text('fileName'))),
  };
}

/** MapToIcon answers the name of an icon file by the ending of a file's name. */
const iconFor = (name: string): string =>
  `ic${name.slice(name.lastIndexOf('.') + 1).toLowerCase()}.png`;

function plainEntity(
  typeName: string,
  path: string,
  content: Readonly<Record<string, unknown>>,
): Entity {
  return { kind: 'entity', typeName, path, properties: () => content };
}

/** One template, for clients that ask which there are. Webs are made without it. */
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

/** The text web part alone: the emulator has no pages to put others on. */
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
