import type { Context } from '../context/context.ts';
import { forgetFields } from '../fields/field.ts';
import { dropItemTable } from '../items/table.ts';
import type { List } from './list.ts';

/** Takes a list away with everything that belongs to it. */
export function removeList(context: Context, list: List): void {
  const { db } = context.farm;
  clearItemScopes(context, list);
  dropItemTable(db, list);
  for (const table of ['attachments', 'files', 'item_versions']) {
    db.run(`DELETE FROM ${table} WHERE listNumber = ?`, [list.number]);
  }
  db.run('DELETE FROM role_assignments WHERE scopeId = ?', [list.id]);
  db.run('DELETE FROM fields WHERE ownerId = ?', [list.id]);
  db.run('DELETE FROM views WHERE listId = ?', [list.id]);
  db.run('DELETE FROM lists WHERE id = ?', [list.id]);
  forgetFields(context.farm);
}

/** Gives every item of the list back to the permissions of the list. */
export function clearItemScopes(context: Context, list: List): void {
  const { db } = context.farm;
  if (!db.has(list.table)) return;
  db.run(
    `DELETE FROM role_assignments WHERE scopeId IN (SELECT "!scope" FROM ${list.table} WHERE "!scope" IS NOT NULL)`,
  );
  db.run(`UPDATE ${list.table} SET "!scope" = NULL WHERE "!scope" IS NOT NULL`);
}
