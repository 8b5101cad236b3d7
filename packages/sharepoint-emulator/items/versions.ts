import { absolute, type Context } from '../context/index.ts';
import { accessDenied, resourceNotFound } from '../errors.ts';
import { entityName, fieldsOf } from '../fields/index.ts';
import type { List } from '../lists/list.ts';
import { inMemory, type Collection, type Entity } from '../odata/index.ts';
import { has } from '../security/index.ts';
import type { ItemCells } from './cells.ts';
import { fromCell } from './values.ts';

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
  if (!has(context.access.item(list, item), 'ViewListItems')) throw accessDenied();
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
  };
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
