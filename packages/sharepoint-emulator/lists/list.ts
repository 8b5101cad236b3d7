import { notEmulated } from '../errors.ts';
import { newGuid, timestamp, type Farm } from '../context/farm.ts';
import type { Web } from '../webs/web.ts';

/** BaseTemplate of a list: what kind of content it holds. */
export const Template = {
  GenericList: 100,
  DocumentLibrary: 101,
  UserInformation: 112,
  WebPartCatalog: 113,
  MasterPageCatalog: 116,
  SitePages: 119,
  ThemeCatalog: 123,
} as const;

/** Templates whose items are files. */
const LIBRARIES: ReadonlySet<number> = new Set([101, 109, 113, 115, 116, 119, 123, 851]);

export interface StoredList {
  readonly number: number;
  readonly id: string;
  readonly webId: string;
  readonly title: string;
  /** The server-relative URL of the root folder. */
  readonly url: string;
  readonly scopeId: string | null;
  readonly itemCount: number;
  readonly version: number;
  readonly created: string;
  readonly modified: string;
  readonly properties: string;
}

export class List {
  readonly number: number;
  readonly id: string;
  readonly webId: string;
  readonly title: string;
  readonly url: string;
  readonly scopeId: string | null;
  readonly itemCount: number;
  readonly version: number;
  readonly created: string;
  readonly modified: string;
  readonly properties: Readonly<Record<string, unknown>>;

  constructor(row: StoredList) {
    this.number = row.number;
    this.id = row.id;
    this.webId = row.webId;
    this.title = row.title;
    this.url = row.url;
    this.scopeId = row.scopeId;
    this.itemCount = row.itemCount;
    this.version = row.version;
    this.created = row.created;
    this.modified = row.modified;
    this.properties = JSON.parse(row.properties) as Record<string, unknown>;
  }

  /** The SQLite table that holds the items. */
  get table(): string {
    return `items_${this.number}`;
  }

  get template(): number {
    return Number(this.properties.BaseTemplate);
  }

  get isLibrary(): boolean {
    return LIBRARIES.has(this.template);
  }

  get readSecurity(): number {
    return Number(this.properties.ReadSecurity ?? 1);
  }

  get writeSecurity(): number {
    return Number(this.properties.WriteSecurity ?? 1);
  }

  /** `SP.Data.My_x0020_ListListItem`: made from the URL, so a new title leaves it alone. */
  get itemType(): string {
    return `SP.Data.${this.entityTypeName}Item`;
  }

  get entityTypeName(): string {
    const leaf = this.url.slice(this.url.lastIndexOf('/') + 1);
    const encoded = leaf.replaceAll(/[^A-Za-z0-9]/g, (char) => {
      if (char === '_') return '_';
      return `_x${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}_`;
    });
    const name = encoded.charAt(0).toUpperCase() + encoded.slice(1);
    return this.isLibrary ? name : `${name}List`;
  }

  hasUniqueItems(farm: Farm): boolean {
    if (!farm.db.has(this.table)) return false;
    const sql = `SELECT 1 AS found FROM ${this.table} WHERE "!scope" IS NOT NULL LIMIT 1`;
    return farm.db.all(sql).length > 0;
  }
}

/** Stands before the web of a list that lies in the recycle bin: nothing finds it there. */
const inBin = 'recycled from ';

/** Takes a list off its web, with everything in it. */
export const putIntoBin = (farm: Farm, list: List): void =>
  void farm.db.run(`UPDATE lists SET webId = '${inBin}' || webId || ' ' || id WHERE id = ?`, [
    list.id,
  ]);

/** Brings it back, under its GUID, with its items and permissions. */
export const takeFromBin = (farm: Farm, id: string, webId: string): void =>
  void farm.db.run('UPDATE lists SET webId = ? WHERE id = ?', [webId, id]);

export function listsOf(farm: Farm, webId: string): List[] {
  const sql = 'SELECT * FROM lists WHERE webId = ? ORDER BY title';
  return farm.db.all<StoredList>(sql, [webId]).map((row) => new List(row));
}

function findOne(farm: Farm, where: string, parameters: readonly string[]): List | undefined {
  const sql = `SELECT * FROM lists WHERE ${where}`;
  const row = farm.db.one<StoredList>(sql, [...parameters]);
  return row && new List(row);
}

export const findListById = (farm: Farm, id: string): List | undefined =>
  findOne(farm, `id = ? AND webId NOT LIKE '${inBin}%'`, [id.replace(/[{}]/g, '').toLowerCase()]);

export const findListByTitle = (farm: Farm, webId: string, title: string): List | undefined =>
  findOne(farm, 'webId = ? AND title = ?', [webId, title]);

export const findListByUrl = (farm: Farm, webId: string, url: string): List | undefined =>
  findOne(farm, 'webId = ? AND url = ?', [webId, url]);

export const findListByTemplate = (farm: Farm, webId: string, template: number): List | undefined =>
  listsOf(farm, webId).find((list) => list.template === template);

export const findListByTable = (farm: Farm, table: string): List | undefined =>
  findOne(farm, "'items_' || number = ?", [table]);

/** The number names the table, and SQLite never gives it out again. */
export function insertList(
  farm: Farm,
  web: Web,
  list: { title: string; url: string; properties: Readonly<Record<string, unknown>> },
): List {
  const id = newGuid();
  const now = timestamp(farm.now());
  farm.db.run(
    'INSERT INTO lists (id, webId, title, url, created, modified, properties) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [id, web.id, list.title, list.url, now, now, JSON.stringify(list.properties)],
  );
  const stored = findListById(farm, id);
  if (!stored) throw new Error(`List ${list.title} has just been written and is not there.`);
  return stored;
}

/** Every change counts the list's version up, and with it the ETag. */
export function saveList(
  farm: Farm,
  list: List,
  title: string,
  properties: Readonly<Record<string, unknown>>,
): void {
  farm.db.run(
    'UPDATE lists SET title = ?, properties = ?, version = version + 1, modified = ? WHERE id = ?',
    [title, JSON.stringify(properties), timestamp(farm.now()), list.id],
  );
}

export const setListScope = (farm: Farm, list: List, scopeId: string | null): void =>
  void farm.db.run('UPDATE lists SET scopeId = ? WHERE id = ?', [scopeId, list.id]);

/** The count is kept, since counting a large table would read all of it. */
export function countItems(farm: Farm, list: List, change: number): void {
  farm.db.run('UPDATE lists SET itemCount = itemCount + ? WHERE id = ?', [change, list.id]);
  const moves = change > 0 || farm.behaviours.modifiedDateOnDelete === 'moves';
  if (moves) noteItemChange(farm, list);
}

/**
 * "LastItemModifiedDate: the date and time that an item, field, or property of the list was last
 * modified"; a deletion has a date of its own besides. (SPList, Microsoft.SharePoint; S-C1)
 */
export const noteItemChange = (farm: Farm, list: List): void =>
  void farm.db.run('UPDATE lists SET modified = ? WHERE id = ?', [timestamp(farm.now()), list.id]);

/** Lists of the emulator have no folders; a query may still name the root folder as its place. */
export function refuseFolder(list: List, url: unknown): void {
  if (typeof url !== 'string' || url === '') return;
  const path = `/${url.replace(/^https?:\/\/[^/]+/i, '').replace(/^\/+|\/+$/g, '')}`;
  if (path.toLowerCase() !== list.url.toLowerCase()) throw notEmulated('folders in lists');
}
