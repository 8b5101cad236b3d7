import { absolute, type Context } from '../context/context.ts';
import { accessDenied, invalidArgument, resourceNotFound } from '../errors.ts';
import { entityName, fieldsOf } from '../fields/field.ts';
import type { List } from '../lists/list.ts';
import { inMemory } from '../odata/collection.ts';
import { nothing, type Collection, type Entity } from '../odata/resource.ts';
import { has } from '../security/permissions.ts';
import type { ItemCells } from './cells.ts';
import { SERVER_STAMPED } from './stamp.ts';
import { fromCell } from './values.ts';
import { updateItem } from './write.ts';

/** SharePoint numbers versions in steps of 512: a major version and room for minor ones. */
const STEP = 512;

/** Newest first: the item as it is, then what it was before. */
export function versionCollection(
  context: Context,
  list: List,
  item: ItemCells,
  itemPath: string,
): Collection {
  const { db } = context.farm;
  const mask = context.access.item(list, item);
  if (!has(mask, 'ViewListItems') || !has(mask, 'ViewVersions')) throw accessDenied();
  const path = `${itemPath}/Versions`;
  const older = (): ItemCells[] =>
    db
      .all<{ cells: string }>(
        'SELECT cells FROM item_versions WHERE listNumber = ? AND itemId = ? ORDER BY version DESC',
        [list.number, item.ID],
      )
      .map((row) => JSON.parse(row.cells) as ItemCells);
  const entities = (): Entity[] =>
    [item, ...older()].map((cells, at) => versionEntity(context, list, path, cells, at === 0));
  return {
    kind: 'collection',
    typeName: 'SP.ListItemVersion',
    path,
    members: (options) => inMemory(entities(), options),
    key: (args) => {
      const wanted = Number(args.key());
      const found = entities().find((entity) => entity.properties().VersionId === wanted);
      if (!found) throw resourceNotFound(`Version ${wanted}`);
      return found;
    },
    actions: {
      DeleteAll: () => {
        for (const { _UIVersionString: label } of older()) forget(context, list, item, label);
        return nothing;
      },
      DeleteByID: (args) => {
        forget(context, list, item, labelOf(args.number('vid')));
        return nothing;
      },
      DeleteByLabel: (args) => {
        forget(context, list, item, args.text('versionlabel'));
        return nothing;
      },
      RestoreByLabel: (args) => {
        restoreVersion(context, list, item, older(), args.text('versionlabel'));
        return nothing;
      },
    },
  };
}

const labelOf = (versionId: number): string => `${versionId / STEP}.0`;

/** Deletes what an item was once. The current version goes only with the item. */
function forget(context: Context, list: List, item: ItemCells, label: string): void {
  if (!has(context.access.item(list, item), 'DeleteVersions')) throw accessDenied();
  if (label === item._UIVersionString) {
    throw invalidArgument('You cannot delete the current version.');
  }
  context.farm.db.run(
    'DELETE FROM item_versions WHERE listNumber = ? AND itemId = ? AND version = ?',
    [list.number, item.ID, Number.parseInt(label, 10)],
  );
}

/** The earlier state of the item becomes a new version; nothing in between is lost. */
function restoreVersion(
  context: Context,
  list: List,
  item: ItemCells,
  older: readonly ItemCells[],
  label: string,
): void {
  const version = older.find((each) => each._UIVersionString === label);
  if (!version) throw resourceNotFound(`Version ${label}`);
  const changes = fieldsOf(context.farm, list.id)
    .filter(({ internalName, type }) => type.shape !== 'computed' && internalName in version)
    .filter(
      ({ internalName }) => !SERVER_STAMPED.has(internalName) && !internalName.startsWith('File'),
    )
    .map(({ internalName }) => [internalName, version[internalName] ?? null] as const);
  updateItem(context, list, item, new Map(changes));
}

/** A version shows the columns that the list has today, as far as it knew them. */
function versionEntity(
  context: Context,
  list: List,
  path: string,
  cells: ItemCells,
  isCurrent: boolean,
): Entity {
  const label = cells._UIVersionString;
  const versionId = Number.parseInt(label, 10) * STEP;
  const own = fieldsOf(context.farm, list.id).filter(
    ({ type, internalName }) =>
      type.shape !== 'computed' && internalName !== 'FileRef' && internalName in cells,
  );
  return {
    kind: 'entity',
    typeName: 'SP.ListItemVersion',
    path: `${path}(${versionId})`,
    properties: () => ({
      ...Object.fromEntries(
        own.map((field) => [entityName(field), fromCell(field, cells[field.internalName])]),
      ),
      Created: cells.Modified,
      IsCurrentVersion: isCurrent,
      VersionId: versionId,
      VersionLabel: label,
      IsVersionUrl: absolute(context, `${list.url}/_vti_history/${versionId}`),
    }),
  };
}
