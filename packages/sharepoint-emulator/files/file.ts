import type { Context } from '../context/context.ts';
import { accessDenied, fileNotFound, SharePointError } from '../errors.ts';
import type { ItemCells } from '../items/cells.ts';
import { itemEntity } from '../items/item-entity.ts';
import { findItem } from '../items/query.ts';
import { insertChecked, removeItem, updateItem } from '../items/write.ts';
import { recycleItem } from '../recycle-bin/store.ts';
import type { List } from '../lists/list.ts';
import { nothing, value, type Content, type Entity } from '../odata/resource.ts';
import { findPrincipal } from '../people/principals.ts';
import { userEntity } from '../people/users.ts';
import { has } from '../security/permissions.ts';
import { bytesOf, type Cell } from '../store/database.ts';
import { contentTypeOfName } from './content-type.ts';
import { rowAt } from './store.ts';

interface StoredFile {
  readonly content: Cell;
  readonly checkedOutBy: number | null;
  readonly comment: string;
}

/** GetFileByServerRelativePath. */
export function fileAt(context: Context, path: string): Entity {
  const found = rowAt(context, path);
  if (found?.item.FSObjType !== 0) throw fileNotFound();
  return fileEntity(context, found.list, found.item);
}

/** SP.File. Its properties mirror those of the item that carries it in the library. */
export function fileEntity(context: Context, list: List, item: ItemCells): Entity {
  const name = item.FileLeafRef;
  const url = `${item.FileDirRef}/${name}`;
  const stored = readFile(context, list, item.ID);
  const person = (column: string): Entity | typeof nothing => {
    const principal = findPrincipal(context.farm, context.web.siteId, Number(item[column]));
    return principal ? userEntity(context, principal) : nothing;
  };
  return {
    kind: 'entity',
    typeName: 'SP.File',
    path: `Web/GetFileByServerRelativePath(decodedurl='${encodeURIComponent(url.replaceAll("'", "''"))}')`,
    properties: () => ({
      CheckInComment: stored.comment,
      CheckOutType: stored.checkedOutBy === null ? 2 : 0,
      ContentTag: `{${item.UniqueId.toUpperCase()}},${item.owshiddenversion},1`,
      CustomizedPageStatus: 0,
      ETag: `"{${item.UniqueId.toUpperCase()}},${item.owshiddenversion}"`,
      Exists: true,
      IrmEnabled: false,
      Length: String(bytesOf(stored.content).length),
      Level: 1,
      LinkingUri: null,
      LinkingUrl: '',
      MajorVersion: Number.parseInt(item._UIVersionString, 10),
      MinorVersion: 0,
      Name: name,
      ServerRelativeUrl: url,
      TimeCreated: item.Created,
      TimeLastModified: item.Modified,
      Title: item.Title ?? null,
      UIVersion: Number.parseInt(item._UIVersionString, 10) * 512,
      UIVersionLabel: item._UIVersionString,
      UniqueId: item.UniqueId,
    }),
    onRequest: { ServerRelativePath: () => ({ DecodedUrl: url }) },
    links: {
      Author: () => person('Author'),
      CheckedOutByUser: () => person('CheckoutUser'),
      ListItemAllFields: () => itemEntity(context, list, item),
      ModifiedBy: () => person('Editor'),
    },
    actions: {
      CheckIn: () => setCheckout(context, list, item, null),
      CheckOut: () => setCheckout(context, list, item, context.user.id),
      UndoCheckOut: () => setCheckout(context, list, item, null),
      Recycle: () => {
        const id = recycleItem(context, list, item);
        removeItem(context, list, item);
        return value(id);
      },
    },
    content: () => contentOf(context, list, item),
    writeContent: (bytes) => replaceContent(context, list, item, bytes),
    remove: () => removeItem(context, list, item),
  };
}

export function contentOf(context: Context, list: List, item: ItemCells): Content {
  const bytes = bytesOf(readFile(context, list, item.ID).content);
  return { kind: 'content', bytes, contentType: contentTypeOfName(item.FileLeafRef) };
}

function readFile(context: Context, list: List, itemId: number): StoredFile {
  const sql =
    'SELECT content, checkedOutBy, comment FROM files WHERE listNumber = ? AND itemId = ?';
  const row = context.farm.db.one<StoredFile>(sql, [list.number, itemId]);
  return row ?? { content: new Uint8Array(), checkedOutBy: null, comment: '' };
}

/** Adds a file, or replaces one when the client said so. */
export function addFile(
  context: Context,
  list: List,
  folder: string,
  name: string,
  bytes: Uint8Array,
  overwrite: boolean,
): Entity {
  context.access.demandOnList(list, 'AddListItems');
  const existing = rowAt(context, `${folder}/${name}`);
  if (existing && !overwrite) {
    throw new SharePointError(
      400,
      '-2130575257, Microsoft.SharePoint.SPException',
      `A file or folder with the name ${folder}/${name} already exists.`,
    );
  }
  if (existing) {
    replaceContent(context, list, existing.item, bytes);
    return fileAt(context, `${folder}/${name}`);
  }
  const id = insertChecked(context, list, { changes: new Map(), folder, name });
  context.farm.db.run('INSERT INTO files (listNumber, itemId, content) VALUES (?, ?, ?)', [
    list.number,
    id,
    bytes,
  ]);
  const item = findItem(context, list, id);
  if (!item) throw fileNotFound();
  return fileEntity(context, list, item);
}

/** New content is a change to the item: version, editor and time move on. */
function replaceContent(context: Context, list: List, item: ItemCells, bytes: Uint8Array): void {
  updateItem(context, list, item, new Map());
  context.farm.db.run('UPDATE files SET content = ? WHERE listNumber = ? AND itemId = ?', [
    bytes,
    list.number,
    item.ID,
  ]);
}

/** A file that somebody has checked out is theirs: others may neither change nor check it in. */
function setCheckout(
  context: Context,
  list: List,
  item: ItemCells,
  holder: number | null,
): typeof nothing {
  if (!has(context.access.item(list, item), 'EditListItems')) throw accessDenied();
  const current = item.CheckoutUser;
  if (typeof current === 'number' && current !== context.user.id) throw accessDenied();
  const { db } = context.farm;
  db.run(`UPDATE ${list.table} SET "CheckoutUser" = ? WHERE "ID" = ?`, [holder, item.ID]);
  db.run('UPDATE files SET checkedOutBy = ? WHERE listNumber = ? AND itemId = ?', [
    holder,
    list.number,
    item.ID,
  ]);
  return nothing;
}
