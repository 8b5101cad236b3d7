import type { Context } from '../context/context.ts';
import { fileNotFound, notEmulated } from '../errors.ts';
import type { ItemCells } from '../items/cells.ts';
import { itemEntity } from '../items/item-entity.ts';
import { insertChecked, removeItem } from '../items/write.ts';
import { findListByUrl, listsOf, type List } from '../lists/list.ts';
import { inMemory } from '../odata/collection.ts';
import { nothing, type Collection, type Entity } from '../odata/resource.ts';
import type { Arguments } from '../odata/arguments.ts';
import { addFile, fileEntity } from './file.ts';
import { listOfPath, rowAt, rowsIn } from './store.ts';

/** The folder of a web, of a list, or one inside of a library. */
export function folderEntity(context: Context, path: string): Entity {
  const { web } = context;
  const list = path === web.url ? undefined : listOfPath(context, path);
  // A closed list does not even show that its folder is there.
  if (list && !context.access.seesList(list)) throw fileNotFound();
  const isRoot = list?.url.toLowerCase() === path.toLowerCase();
  const row = list && !isRoot ? rowAt(context, path) : undefined;
  if (path !== web.url && !isRoot && row?.item.FSObjType !== 1) throw fileNotFound();
  const target = list && { list, path };
  return {
    kind: 'entity',
    typeName: 'SP.Folder',
    path: `Web/GetFolderByServerRelativePath(decodedurl='${encodeURIComponent(path.replaceAll("'", "''"))}')`,
    properties: () => ({
      Exists: true,
      IsWOPIEnabled: false,
      ItemCount: list
        ? isRoot
          ? list.itemCount
          : rowsIn(context, list, path, 0).length
        : listsOf(context.farm, web.id).length,
      Name: path.slice(path.lastIndexOf('/') + 1),
      ProgID: null,
      ServerRelativeUrl: path,
      TimeCreated: row?.item.Created ?? list?.created ?? web.created,
      TimeLastModified: row?.item.Modified ?? list?.modified ?? web.modified,
      UniqueId: row?.item.UniqueId ?? list?.id ?? web.id,
      WelcomePage: path === web.url ? 'SitePages/Home.aspx' : '',
    }),
    onRequest: { ServerRelativePath: () => ({ DecodedUrl: path }) },
    links: {
      Files: () => fileCollection(context, target, path),
      Folders: () => folderCollection(context, target, path),
      ListItemAllFields: () => (row ? itemEntity(context, row.list, row.item) : nothing),
    },
    remove: () => {
      if (!row) throw notEmulated('deleting the folder of a list; delete the list');
      removeItem(context, row.list, row.item);
    },
  };
}

interface Target {
  readonly list: List;
  readonly path: string;
}

/** Files/AddUsingPath takes the name from the address and the content from the body. */
function fileCollection(context: Context, target: Target | undefined, path: string): Collection {
  const rows = (): ItemCells[] =>
    target?.list.isLibrary ? rowsIn(context, target.list, path, 0) : [];
  const library = (): List => {
    if (!target?.list.isLibrary) throw notEmulated('files outside of libraries');
    return target.list;
  };
  const add = (args: Arguments, parameter: string): Entity => {
    const wanted = String(args.fromUrl(parameter, 0) ?? '');
    const name = wanted.slice(wanted.lastIndexOf('/') + 1);
    return addFile(
      context,
      library(),
      path,
      name,
      context.request.bytes,
      args.fromUrl('overwrite', 1) === true,
    );
  };
  return {
    kind: 'collection',
    typeName: 'SP.File',
    path: `${path}/Files`,
    members: (options) =>
      inMemory(
        rows().map((item) => fileEntity(context, library(), item)),
        options,
      ),
    key: (args) => {
      const name = String(args.key()).toLowerCase();
      const item = rows().find((each) => each.FileLeafRef.toLowerCase() === name);
      if (!item) throw fileNotFound();
      return fileEntity(context, library(), item);
    },
    actions: {
      Add: (args) => add(args, 'url'),
      AddUsingPath: (args) => add(args, 'decodedUrl'),
    },
  };
}

function folderCollection(context: Context, target: Target | undefined, path: string): Collection {
  const paths = (): string[] => {
    if (!target)
      return listsOf(context.farm, context.web.id)
        .filter((list) => context.access.seesList(list))
        .map((list) => list.url);
    if (!target.list.isLibrary) return [];
    return rowsIn(context, target.list, path, 1).map((item) => `${path}/${item.FileLeafRef}`);
  };
  return {
    kind: 'collection',
    typeName: 'SP.Folder',
    path: `${path}/Folders`,
    members: (options) =>
      inMemory(
        paths().map((each) => folderEntity(context, each)),
        options,
      ),
    key: (args) => folderEntity(context, `${path}/${String(args.key())}`),
    actions: {
      AddUsingPath: (args) => addFolder(context, path, String(args.fromUrl('decodedUrl') ?? '')),
    },
  };
}

/** Adding a folder that is there already answers that folder. */
function addFolder(context: Context, parent: string, wanted: string): Entity {
  const path = wanted.startsWith('/') ? wanted : `${parent}/${wanted}`;
  const list = listOfPath(context, path);
  if (!list?.isLibrary) throw notEmulated('folders outside of libraries');
  context.access.demandOnList(list, 'AddListItems');
  if (!rowAt(context, path) && !findListByUrl(context.farm, context.web.id, path)) {
    const cut = path.lastIndexOf('/');
    insertChecked(context, list, {
      changes: new Map(),
      folder: path.slice(0, cut),
      name: path.slice(cut + 1),
      isFolder: true,
    });
  }
  return folderEntity(context, path);
}
