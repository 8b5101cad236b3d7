import type { Farm } from '../context/farm.ts';
import { baseFieldsOf } from '../fields/base-fields.ts';
import { fieldsOf, isIndexed, isTrue } from '../fields/field.ts';
import type { Field } from '../fields/field.ts';
import { findListByTable } from '../lists/list.ts';
import type { List } from '../lists/list.ts';
import { quoted, type Database } from '../store/database.ts';

/**
 * The table of one list is made with the first statement that names it, with the columns that the list has by
 * then: for a column that comes later SQLite reads the schema of the whole farm again.
 */
export function makeItemTables(farm: Farm): void {
  farm.db.whenMissing((table) => {
    const list = findListByTable(farm, table);
    if (list) createItemTable(farm, list);
    return list !== undefined;
  });
}

/**
 * Columns carry the internal names of the fields; `!scope` holds the id of an item's own permission scope, and
 * no internal name can contain the exclamation mark.
 */
function createItemTable(farm: Farm, list: List): void {
  const base = new Set(baseFieldsOf(list.isLibrary).map(({ internalName }) => internalName));
  const fields = fieldsOf(farm, list.id);
  const added = fields.filter(
    ({ internalName, type }) => !base.has(internalName) && type.shape !== 'computed',
  );
  farm.db.exec(`
    CREATE TABLE ${list.table} (
      "ID" INTEGER PRIMARY KEY AUTOINCREMENT,
      "UniqueId" TEXT NOT NULL, "GUID" TEXT NOT NULL, "ContentTypeId" TEXT NOT NULL,
      "Title" TEXT COLLATE NOCASE, "Author" INTEGER NOT NULL, "Editor" INTEGER NOT NULL,
      "Created" TEXT NOT NULL, "Modified" TEXT NOT NULL, "owshiddenversion" INTEGER NOT NULL,
      "_UIVersionString" TEXT NOT NULL, "Attachments" INTEGER NOT NULL DEFAULT 0,
      "FSObjType" INTEGER NOT NULL DEFAULT 0, "FileLeafRef" TEXT COLLATE NOCASE NOT NULL,
      "FileDirRef" TEXT COLLATE NOCASE NOT NULL, "CheckoutUser" INTEGER, "!scope" TEXT
      ${added.map((field) => `, ${columnOf(field)}`).join('')});
    CREATE INDEX ${list.table}_scope ON ${list.table} ("!scope") WHERE "!scope" IS NOT NULL;
    ${list.isLibrary ? `CREATE INDEX ${list.table}_path ON ${list.table} ("FileDirRef", "FileLeafRef");` : ''}
    ${fields
      .filter(isIndexed)
      .map((field) => `${indexOf(list, field, isTrue(field, 'EnforceUniqueValues'))};`)
      .join('\n')}
  `);
}

const columnOf = ({ internalName, type }: Field): string => `${quoted(internalName)} ${type.sql}`;

// A unique index of SQLite lets any number of rows be empty, and so does SharePoint.
function indexOf(list: List, field: Field, unique: boolean): string {
  const kind = unique ? 'UNIQUE INDEX' : 'INDEX';
  return `CREATE ${kind} ${indexName(list, field)} ON ${list.table} (${quoted(field.internalName)})`;
}

export const dropItemTable = (db: Database, list: List): void =>
  db.exec(`DROP TABLE IF EXISTS ${list.table}`);

/** The names of its columns. */
export function storedColumns(db: Database, list: List): readonly string[] {
  // The first statement makes the table; the second one would say that it has none.
  db.all(`SELECT 1 FROM ${list.table} LIMIT 0`);
  return db.all<{ name: string }>(`PRAGMA table_info(${list.table})`).map(({ name }) => name);
}

export function addColumn(db: Database, list: List, field: Field): void {
  if (field.type.shape === 'computed' || !db.has(list.table)) return;
  db.exec(`ALTER TABLE ${list.table} ADD COLUMN ${columnOf(field)}`);
}

/** The index has to go first, or SQLite refuses. */
export function dropColumn(db: Database, list: List, field: Field): void {
  if (field.type.shape === 'computed' || !db.has(list.table)) return;
  dropIndex(db, list, field);
  db.exec(`ALTER TABLE ${list.table} DROP COLUMN ${quoted(field.internalName)}`);
}

export function createIndex(db: Database, list: List, field: Field, unique: boolean): void {
  if (db.has(list.table)) db.exec(indexOf(list, field, unique));
}

export function dropIndex(db: Database, list: List, field: Field): void {
  db.exec(`DROP INDEX IF EXISTS ${indexName(list, field)}`);
}

/** Empty cells are never duplicates. */
export function hasDuplicates(db: Database, list: List, field: Field): boolean {
  if (!db.has(list.table)) return false;
  const column = quoted(field.internalName);
  const sql = `SELECT 1 AS found FROM ${list.table} WHERE ${column} IS NOT NULL GROUP BY ${column} HAVING count(*) > 1 LIMIT 1`;
  return db.all(sql).length > 0;
}

const indexName = (list: List, field: Field): string =>
  quoted(`${list.table}_${field.internalName}`);
