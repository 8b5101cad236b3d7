import { newGuid, timestamp } from '../context/farm.ts';
import type { Context } from '../context/context.ts';
import type { ItemCells } from '../items/cells.ts';
import type { List } from '../lists/list.ts';
import type { Web } from '../webs/web.ts';
import { takeSnapshot } from './snapshot.ts';

/** RecycleBinItemType of the client object model. */
const Kind = { file: 1, item: 3, list: 4, folder: 5 } as const;

/** RecycleBinItemState: people see the first stage, site collection administrators both. */
const Stage = { first: 1, second: 2 } as const;

export interface Recycled {
  readonly id: string;
  readonly siteId: string;
  readonly webId: string;
  readonly kind: number;
  readonly title: string;
  readonly dirName: string;
  readonly leafName: string;
  readonly author: number;
  readonly deletedBy: number;
  readonly deleted: string;
  readonly stage: number;
  readonly listId: string;
  readonly itemId: number | null;
  /** Null of a list. */
  readonly snapshot: string | null;
}

/** Keeps an item before it is removed. @returns its number in the recycle bin. */
export function recycleItem(context: Context, list: List, item: ItemCells): string {
  const plain = item.FSObjType === 1 ? Kind.folder : Kind.item;
  return keep(context, {
    kind: list.isLibrary && item.FSObjType === 0 ? Kind.file : plain,
    title: list.isLibrary ? item.FileLeafRef : (item.Title ?? ''),
    dirName: item.FileDirRef,
    leafName: item.FileLeafRef,
    author: item.Author,
    listId: list.id,
    itemId: item.ID,
    snapshot: takeSnapshot(context.farm, list, item),
  });
}

/** Notes that a list went; what was in it stays in its own tables. */
export function recycleList(context: Context, list: List): string {
  const slash = list.url.lastIndexOf('/');
  return keep(context, {
    kind: Kind.list,
    title: list.title,
    dirName: list.url.slice(0, slash),
    leafName: list.url.slice(slash + 1),
    author: context.user.id,
    listId: list.id,
    itemId: null,
    snapshot: null,
  });
}

function keep(
  context: Context,
  what: Omit<Recycled, 'id' | 'siteId' | 'webId' | 'deletedBy' | 'deleted' | 'stage'>,
): string {
  const id = newGuid();
  const row: Record<string, string | number | null> = {
    ...what,
    id,
    siteId: context.web.siteId,
    webId: context.web.id,
    deletedBy: context.user.id,
    deleted: timestamp(context.farm.now()),
    stage: Stage.first,
  };
  const names = Object.keys(row);
  const sql = `INSERT INTO recycled (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  context.farm.db.run(sql, Object.values(row));
  return id;
}

/** Newest first. Without a web: all of the site collection, in both stages. */
export function recycledIn(context: Context, web: Web | undefined): Recycled[] {
  const { db } = context.farm;
  if (!web) {
    const sql = 'SELECT * FROM recycled WHERE siteId = ? ORDER BY deleted DESC, rowid DESC';
    return db.all<Recycled>(sql, [context.web.siteId]);
  }
  const sql =
    'SELECT * FROM recycled WHERE webId = ? AND stage = ? ORDER BY deleted DESC, rowid DESC';
  return db.all<Recycled>(sql, [web.id, Stage.first]);
}

export const forget = (context: Context, id: string): void =>
  void context.farm.db.run('DELETE FROM recycled WHERE id = ?', [id]);

export const moveToSecondStage = (context: Context, id: string): void =>
  void context.farm.db.run('UPDATE recycled SET stage = ? WHERE id = ?', [Stage.second, id]);
