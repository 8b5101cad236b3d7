import type { Database } from './database.ts';

/**
 * Everything but the items: each list keeps those in a table of its own (items/table.ts), so that
 * a column of the list is a column of SQLite and can carry a real index.
 */
export function createSchema(db: Database): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS directory (
      login TEXT PRIMARY KEY COLLATE NOCASE, id TEXT NOT NULL, upn TEXT NOT NULL COLLATE NOCASE,
      title TEXT NOT NULL, email TEXT NOT NULL, manager TEXT, properties TEXT NOT NULL,
      photo BLOB, photoType TEXT);
    CREATE TABLE IF NOT EXISTS directory_groups (
      login TEXT PRIMARY KEY COLLATE NOCASE, id TEXT NOT NULL, title TEXT NOT NULL COLLATE NOCASE,
      email TEXT NOT NULL COLLATE NOCASE);
    CREATE TABLE IF NOT EXISTS directory_members (
      memberLogin TEXT NOT NULL COLLATE NOCASE, groupLogin TEXT NOT NULL COLLATE NOCASE,
      PRIMARY KEY (memberLogin, groupLogin)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS sign_ins (token TEXT PRIMARY KEY, login TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS sites (
      id TEXT PRIMARY KEY, url TEXT NOT NULL UNIQUE COLLATE NOCASE, created TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS webs (
      id TEXT PRIMARY KEY, siteId TEXT NOT NULL, parentId TEXT, url TEXT NOT NULL UNIQUE COLLATE NOCASE,
      scopeId TEXT, created TEXT NOT NULL, modified TEXT NOT NULL, properties TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS principals (
      siteId TEXT NOT NULL, id INTEGER NOT NULL, kind INTEGER NOT NULL,
      login TEXT NOT NULL COLLATE NOCASE, title TEXT NOT NULL, email TEXT NOT NULL,
      isAdmin INTEGER NOT NULL DEFAULT 0, properties TEXT NOT NULL DEFAULT '{}',
      PRIMARY KEY (siteId, id));
    CREATE TABLE IF NOT EXISTS removed_principals (
      siteId TEXT NOT NULL, id INTEGER NOT NULL, login TEXT NOT NULL, title TEXT NOT NULL,
      email TEXT NOT NULL, PRIMARY KEY (siteId, id));
    CREATE UNIQUE INDEX IF NOT EXISTS principals_login ON principals (siteId, login);
    CREATE TABLE IF NOT EXISTS group_members (
      siteId TEXT NOT NULL, groupId INTEGER NOT NULL, memberId INTEGER NOT NULL,
      PRIMARY KEY (siteId, groupId, memberId)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS group_members_member ON group_members (siteId, memberId);
    CREATE TABLE IF NOT EXISTS role_definitions (
      siteId TEXT NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE,
      description TEXT NOT NULL, position INTEGER NOT NULL, kind INTEGER NOT NULL,
      low INTEGER NOT NULL, high INTEGER NOT NULL, hidden INTEGER NOT NULL,
      PRIMARY KEY (siteId, id));
    CREATE TABLE IF NOT EXISTS role_assignments (
      scopeId TEXT NOT NULL, principalId INTEGER NOT NULL, roleId INTEGER NOT NULL,
      PRIMARY KEY (scopeId, principalId, roleId)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS lists (
      number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, webId TEXT NOT NULL,
      title TEXT NOT NULL COLLATE NOCASE, url TEXT NOT NULL COLLATE NOCASE, scopeId TEXT,
      itemCount INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL DEFAULT 0,
      created TEXT NOT NULL, modified TEXT NOT NULL, properties TEXT NOT NULL,
      UNIQUE (webId, title), UNIQUE (webId, url));
    CREATE TABLE IF NOT EXISTS fields (
      ownerId TEXT NOT NULL, id TEXT NOT NULL COLLATE NOCASE, internalName TEXT NOT NULL,
      title TEXT NOT NULL, position INTEGER NOT NULL, properties TEXT NOT NULL,
      PRIMARY KEY (ownerId, id), UNIQUE (ownerId, internalName));
    CREATE TABLE IF NOT EXISTS views (
      id TEXT PRIMARY KEY COLLATE NOCASE, listId TEXT NOT NULL, title TEXT NOT NULL,
      position INTEGER NOT NULL, properties TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS attachments (
      listNumber INTEGER NOT NULL, itemId INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE,
      content BLOB NOT NULL, PRIMARY KEY (listNumber, itemId, name));
    CREATE TABLE IF NOT EXISTS files (
      listNumber INTEGER NOT NULL, itemId INTEGER NOT NULL, content BLOB NOT NULL,
      checkedOutBy INTEGER, comment TEXT NOT NULL DEFAULT '', PRIMARY KEY (listNumber, itemId));
    CREATE TABLE IF NOT EXISTS item_versions (
      listNumber INTEGER NOT NULL, itemId INTEGER NOT NULL, version INTEGER NOT NULL,
      cells TEXT NOT NULL, PRIMARY KEY (listNumber, itemId, version));
    CREATE TABLE IF NOT EXISTS changes (
      id INTEGER PRIMARY KEY AUTOINCREMENT, webId TEXT NOT NULL, listId TEXT, itemId INTEGER,
      kind INTEGER NOT NULL, time TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS changes_list ON changes (listId, id);
    CREATE INDEX IF NOT EXISTS changes_kind ON changes (listId, kind, id);
    CREATE TABLE IF NOT EXISTS recycled (
      id TEXT PRIMARY KEY, siteId TEXT NOT NULL, webId TEXT NOT NULL, kind INTEGER NOT NULL,
      title TEXT NOT NULL, dirName TEXT NOT NULL, leafName TEXT NOT NULL, author INTEGER NOT NULL,
      deletedBy INTEGER NOT NULL, deleted TEXT NOT NULL, stage INTEGER NOT NULL DEFAULT 1,
      listId TEXT NOT NULL, itemId INTEGER, snapshot TEXT);
    CREATE TABLE IF NOT EXISTS storage_entities (
      key TEXT PRIMARY KEY, value TEXT, comment TEXT, description TEXT);
  `);
}
