import { newGuid, timestamp } from '../context/farm.ts';
import type { Context } from '../context/context.ts';
import type { List } from '../lists/list.ts';
import { quoted, type Parameter } from '../store/database.ts';
import type { ItemCells } from './cells.ts';

/** Columns that the server fills. No client's value for them is ever read from a payload. */
export const SERVER_STAMPED: ReadonlySet<string> = new Set([
  'ID',
  'UniqueId',
  'GUID',
  'Author',
  'Editor',
  'Created',
  'Modified',
  'owshiddenversion',
  '_UIVersionString',
  'FileDirRef',
  'FSObjType',
  'Attachments',
  'CheckoutUser',
  'ContentTypeId',
]);

export type Changes = ReadonlyMap<string, Parameter>;

export interface NewItem {
  readonly changes: Changes;
  readonly folder?: string;
  readonly name?: string;
  readonly isFolder?: boolean;
}

const CONTENT_TYPES = { item: '0x0100', document: '0x0101', folder: '0x0120' } as const;

/** Writes a new row with author and time of the request. */
export function insertItem(context: Context, list: List, item: NewItem): number {
  const now = timestamp(context.farm.now());
  const guid = newGuid();
  const kind = item.isFolder ? 'folder' : list.isLibrary ? 'document' : 'item';
  const row = new Map<string, Parameter>([
    ...item.changes,
    ['UniqueId', guid],
    ['GUID', newGuid()],
    ['ContentTypeId', CONTENT_TYPES[kind] + list.id.replaceAll('-', '').toUpperCase()],
    ['Author', context.user.id],
    ['Editor', context.user.id],
    ['Created', now],
    ['Modified', now],
    ['owshiddenversion', 1],
    ['_UIVersionString', '1.0'],
    ['FSObjType', item.isFolder ? 1 : 0],
    ['FileLeafRef', item.name ?? ''],
    ['FileDirRef', item.folder ?? list.url],
  ]);
  const columns = [...row.keys()].map(quoted).join(', ');
  const marks = [...row].map(() => '?').join(', ');
  const sql = `INSERT INTO ${list.table} (${columns}) VALUES (${marks})`;
  const { id } = context.farm.db.run(sql, [...row.values()]);
  // An item of a plain list is called after its ID.
  if (item.name === undefined) {
    context.farm.db.run(`UPDATE ${list.table} SET "FileLeafRef" = ? WHERE "ID" = ?`, [
      `${id}_.000`,
      id,
    ]);
  }
  return id;
}

/** Changes a row, counts its version up, and keeps what it held before in the history. */
export function updateItemRow(
  context: Context,
  list: List,
  item: ItemCells,
  changes: Changes,
  options: { readonly keepVersion: boolean },
): void {
  const { db } = context.farm;
  const versioned = list.properties.EnableVersioning !== false && !options.keepVersion;
  if (versioned) rememberVersion(context, list, item);
  const row = new Map<string, Parameter>([
    ['Editor', context.user.id],
    ['Modified', timestamp(context.farm.now())],
    ...changes,
    ['owshiddenversion', item.owshiddenversion + 1],
    ...(versioned ? [['_UIVersionString', nextLabel(item)] as const] : []),
  ]);
  const assignments = [...row.keys()].map((name) => `${quoted(name)} = ?`).join(', ');
  db.run(`UPDATE ${list.table} SET ${assignments} WHERE "ID" = ?`, [...row.values(), item.ID]);
}

/** Major versions only: 1.0, 2.0, 3.0. */
const nextLabel = (item: ItemCells): string =>
  `${Number.parseInt(item._UIVersionString, 10) + 1}.0`;

/** Keeps what the item held. MajorVersionLimit drops the oldest. */
function rememberVersion(context: Context, list: List, item: ItemCells): void {
  const version = Number.parseInt(item._UIVersionString, 10);
  const { db } = context.farm;
  db.run(
    'INSERT OR REPLACE INTO item_versions (listNumber, itemId, version, cells) VALUES (?, ?, ?, ?)',
    [list.number, item.ID, version, JSON.stringify(item)],
  );
  const limit = Number(list.properties.MajorVersionLimit ?? 50);
  if (version > limit) {
    db.run('DELETE FROM item_versions WHERE listNumber = ? AND itemId = ? AND version <= ?', [
      list.number,
      item.ID,
      version - limit,
    ]);
  }
}
