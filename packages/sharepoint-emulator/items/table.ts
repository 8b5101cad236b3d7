import type { Field } from '../fields/field.ts';
import type { List } from '../lists/list.ts';
import { quoted, type Database } from '../store/database.ts';

/**
 * The table of one list. Columns carry the internal names of the fields; `!scope` holds the id of
 * an item's own permission scope, and no internal name can contain the exclamation mark.
 */
export function createItemTable(db: Database, list: List): void {
  db.exec(`
    CREATE TABLE ${list.table} (
      "ID" INTEGER PRIMARY KEY AUTOINCREMENT,
      "UniqueId" TEXT NOT NULL, "GUID" TEXT NOT NULL, "ContentTypeId" TEXT NOT NULL,
      "Title" TEXT COLLATE NOCASE, "Author" INTEGER NOT NULL, "Editor" INTEGER NOT NULL,
      "Created" TEXT NOT NULL, "Modified" TEXT NOT NULL, "owshiddenversion" INTEGER NOT NULL,
      "_UIVersionString" TEXT NOT NULL, "Attachments" INTEGER NOT NULL DEFAULT 0,
      "FSObjType" INTEGER NOT NULL DEFAULT 0, "FileLeafRef" TEXT COLLATE NOCASE NOT NULL,
      "FileDirRef" TEXT COLLATE NOCASE NOT NULL, "CheckoutUser" INTEGER, "!scope" TEXT);
    CREATE INDEX ${list.table}_scope ON ${list.table} ("!scope") WHERE "!scope" IS NOT NULL;
    ${list.isLibrary ? `CREATE INDEX ${list.table}_path ON ${list.table} ("FileDirRef", "FileLeafRef");` : ''}
  `);
}

export function dropItemTable(db: Database, list: List): void {
  db.exec(`DROP TABLE ${list.table}`);
}

export function addColumn(db: Database, list: List, field: Field): void {
  if (field.type.shape === 'computed') return;
  db.exec(`ALTER TABLE ${list.table} ADD COLUMN ${quoted(field.internalName)} ${field.type.sql}`);
}

/** The index has to go first, or SQLite refuses. */
export function dropColumn(db: Database, list: List, field: Field): void {
  if (field.type.shape === 'computed') return;
  dropIndex(db, list, field);
  db.exec(`ALTER TABLE ${list.table} DROP COLUMN ${quoted(field.internalName)}`);
}

// A unique index of SQLite lets any number of rows be empty, and so does SharePoint.
export function createIndex(db: Database, list: List, field: Field, unique: boolean): void {
  const kind = unique ? 'UNIQUE INDEX' : 'INDEX';
  db.exec(
    `CREATE ${kind} ${indexName(list, field)} ON ${list.table} (${quoted(field.internalName)})`,
  );
}

export function dropIndex(db: Database, list: List, field: Field): void {
  db.exec(`DROP INDEX IF EXISTS ${indexName(list, field)}`);
}

/** Empty cells are never duplicates. */
export function hasDuplicates(db: Database, list: List, field: Field): boolean {
  const column = quoted(field.internalName);
  const sql = `SELECT 1 AS found FROM ${list.table} WHERE ${column} IS NOT NULL GROUP BY ${column} HAVING count(*) > 1 LIMIT 1`;
  return db.all(sql).length > 0;
}

const indexName = (list: List, field: Field): string =>
  quoted(`${list.table}_${field.internalName}`);
