import type { Context } from '../context/context.ts';
import { notExpandable } from '../errors.ts';
import { entityName, fieldsOf } from '../fields/field.ts';
import { isLookup } from '../items/columns.ts';
import { itemEntity } from '../items/item-entity.ts';
import { queryItems } from '../items/query.ts';
import { writePageToken } from '../items/paging.ts';
import { refuseFolder, type List } from '../lists/list.ts';
import type { Collection } from '../odata/resource.ts';
import { readViewQuery } from './view-query.ts';

/** Without a RowLimit a query asks for everything, which a large list refuses. */
const NO_LIMIT = 2147483646;

/** SP.List.GetItems with an SP.CamlQuery. */
export function getItems(
  context: Context,
  list: List,
  query: Readonly<Record<string, unknown>>,
): Collection {
  refuseExpanding(context, list);
  refuseFolder(list, query.FolderServerRelativeUrl);
  const view = readViewQuery(context, list, query.ViewXml as string | undefined);
  const position = query.ListItemCollectionPosition as { PagingInfo?: string } | null | undefined;
  const page = queryItems(context, list, {
    condition: view.condition,
    ordering: [...view.groupBy, ...view.ordering],
    limit: view.rowLimit ?? NO_LIMIT,
    page: position?.PagingInfo === '' ? undefined : position?.PagingInfo,
  });
  const last = page.items.at(-1);
  const next = page.hasMore && last ? { PagingInfo: writePageToken(last, page.ordering) } : null;
  return {
    kind: 'collection',
    typeName: list.itemType,
    path: `Web/Lists(guid'${list.id}')/GetItems`,
    members: () => ({ entities: page.items.map((item) => itemEntity(context, list, item)) }),
    functions: { ListItemCollectionPosition: () => ({ kind: 'value', value: next }) },
  };
}

/** Lookups stay numbers in what CAML finds, unless a tenant is said to do otherwise. */
function refuseExpanding({ farm, options }: Context, list: List): void {
  const { expandInCaml } = farm.behaviours;
  if (expandInCaml === 'lookups') return;
  const lookups = new Set(fieldsOf(farm, list.id).filter(isLookup).map(entityName));
  const refused = [...options.expand.keys()].find(
    (name) => expandInCaml === 'nothing' || lookups.has(name),
  );
  if (refused !== undefined) throw notExpandable(refused);
}
