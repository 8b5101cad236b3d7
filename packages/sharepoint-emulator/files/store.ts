import type { Context } from '../context/context.ts';
import type { ItemCells } from '../items/cells.ts';
import { findListByUrl, listsOf, type List } from '../lists/list.ts';
import { has } from '../security/permissions.ts';

/** The library that a server-relative path lies in. */
export function listOfPath(context: Context, path: string): List | undefined {
  const lower = path.toLowerCase();
  const exact = findListByUrl(context.farm, context.web.id, path);
  if (exact) return exact;
  return listsOf(context.farm, context.web.id).find((list) =>
    lower.startsWith(`${list.url.toLowerCase()}/`),
  );
}

/** The row of a file or folder at a path, if this person may read it. */
export function rowAt(context: Context, path: string): { list: List; item: ItemCells } | undefined {
  const list = listOfPath(context, path);
  const cut = path.lastIndexOf('/');
  if (!list?.isLibrary || !context.access.seesList(list)) return undefined;
  const item = context.farm.db.one<ItemCells>(
    `SELECT * FROM ${list.table} WHERE "FileDirRef" = ? AND "FileLeafRef" = ?`,
    [path.slice(0, cut), path.slice(cut + 1)],
  );
  if (!item || !has(context.access.item(list, item), 'ViewListItems')) return undefined;
  return { list, item };
}

/** What lies directly in a folder: 0 asks for files, 1 for folders (FSObjType). */
export function rowsIn(context: Context, list: List, folder: string, kind: 0 | 1): ItemCells[] {
  return context.farm.db
    .all<ItemCells>(
      `SELECT * FROM ${list.table} WHERE "FileDirRef" = ? AND "FSObjType" = ? ORDER BY "FileLeafRef"`,
      [folder, kind],
    )
    .filter((item) => has(context.access.item(list, item), 'ViewListItems'));
}
