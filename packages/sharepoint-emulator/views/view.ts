import { newGuid, type Farm } from '../context/farm.ts';
import { resourceNotFound } from '../errors.ts';
import type { List } from '../lists/list.ts';

export interface View {
  readonly id: string;
  readonly listId: string;
  readonly title: string;
  readonly position: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface StoredView extends Omit<View, 'properties'> {
  readonly properties: string;
}

const revive = (row: StoredView): View => ({
  ...row,
  properties: JSON.parse(row.properties) as Record<string, unknown>,
});

export function viewsOf(farm: Farm, list: List): View[] {
  const sql = 'SELECT * FROM views WHERE listId = ? ORDER BY position';
  return farm.db.all<StoredView>(sql, [list.id]).map(revive);
}

export function viewById(farm: Farm, list: List, id: string): View {
  const wanted = id.replace(/[{}]/g, '').toLowerCase();
  const view = viewsOf(farm, list).find((each) => each.id === wanted);
  if (!view) throw resourceNotFound(`View ${id}`);
  return view;
}

/** Exactly one view of a list is the default; when none says so it is the first. */
export function defaultViewOf(farm: Farm, list: List): View {
  const views = viewsOf(farm, list);
  const view = views.find((each) => each.properties.DefaultView === true) ?? views[0];
  if (!view) throw resourceNotFound('DefaultView');
  return view;
}

export function insertView(
  farm: Farm,
  list: List,
  title: string,
  properties: Readonly<Record<string, unknown>>,
): View {
  const id = newGuid();
  const position = viewsOf(farm, list).length;
  farm.db.run(
    'INSERT INTO views (id, listId, title, position, properties) VALUES (?, ?, ?, ?, ?)',
    [id, list.id, title, position, JSON.stringify(properties)],
  );
  return { id, listId: list.id, title, position, properties };
}

export function saveView(
  farm: Farm,
  view: View,
  changes: Readonly<Record<string, unknown>>,
  title: string = view.title,
): void {
  const properties = JSON.stringify({ ...view.properties, ...changes });
  farm.db.run('UPDATE views SET title = ?, properties = ? WHERE id = ?', [
    title,
    properties,
    view.id,
  ]);
}

export const viewFieldsOf = (view: View): string[] =>
  (view.properties.ViewFields as string[] | undefined) ?? [];

export function createDefaultView(farm: Farm, list: List): void {
  const title = list.isLibrary ? 'All Documents' : 'All Items';
  const page = list.isLibrary ? 'Forms/AllItems.aspx' : 'AllItems.aspx';
  insertView(farm, list, title, {
    DefaultView: true,
    ServerRelativeUrl: `${list.url}/${page}`,
    ViewFields: list.isLibrary ? ['DocIcon', 'LinkFilename', 'Modified', 'Editor'] : ['LinkTitle'],
  });
}

/** AddFieldOptions.AddFieldToDefaultView. */
export function showInDefaultView(farm: Farm, listId: string, internalName: string): void {
  const row = farm.db
    .all<StoredView>('SELECT * FROM views WHERE listId = ? ORDER BY position LIMIT 1', [listId])
    .map(revive)[0];
  if (row) saveView(farm, row, { ViewFields: [...viewFieldsOf(row), internalName] });
}
