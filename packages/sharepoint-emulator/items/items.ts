import { apiRoot, type Context } from '../context/context.ts';
import { itemNotFound, notEmulated, tooManyLookups } from '../errors.ts';
import { fieldsOf } from '../fields/field.ts';
import { Template, type List } from '../lists/list.ts';
import { inMemory } from '../odata/collection.ts';
import {
  value,
  type Collection,
  type Entity,
  type Members,
  type ODataOperation,
  type Resource,
} from '../odata/resource.ts';
import type { QueryOptions } from '../odata/query-options.ts';
import { getItems } from '../caml/get-items.ts';
import { renderListData, renderListDataAsStream, renderListFormData } from '../caml/render.ts';
import { listPrincipals, findPrincipal, PrincipalType } from '../people/principals.ts';
import { columnOf, fieldByEntityName, isLookup, isUser } from './columns.ts';
import { filterCondition } from './filter.ts';
import { addValidated } from './form-values.ts';
import { itemEntity } from './item-entity.ts';
import { personEntity } from './lookup-entity.ts';
import { writePageToken } from './paging.ts';
import { findItem, queryItems, type ItemPage } from './query.ts';
import type { Ordering } from './ordering.ts';
import { addItem } from './write.ts';

/** "By default, 100 items are returned." */
const DEFAULT_PAGE = 100;
/** The lookup column threshold: how many other lists one query may join. */
const LOOKUP_LIMIT = 12;

interface ListItemMembers {
  readonly links: Readonly<Record<string, () => Resource>>;
  readonly functions: Readonly<Record<string, ODataOperation>>;
  readonly actions: Readonly<Record<string, ODataOperation>>;
}

/** What a list offers for its items. */
export function itemMembers(context: Context, list: List): ListItemMembers {
  const isPeople = list.template === Template.UserInformation;
  return {
    links: { Items: () => (isPeople ? peopleItems(context, list) : itemCollection(context, list)) },
    functions: {
      GetItemById: (args) => itemById(context, list, args.number('id')),
      RenderListData: (args) => renderListData(context, list, args.text('viewXml')),
      RenderListFormData: (args) => renderListFormData(context, list, args),
    },
    actions: {
      AddItem: () => {
        throw notEmulated('AddItem; POST to items, or AddValidateUpdateItemUsingPath');
      },
      AddValidateUpdateItem: (args) => addValidated(context, list, args),
      AddValidateUpdateItemUsingPath: (args) => addValidated(context, list, args),
      GetItems: (args) => getItems(context, list, args.object('query')),
      RenderListDataAsStream: (args) => renderListDataAsStream(context, list, args),
      ReserveListItemId: () => value(reserveId(context, list)),
    },
  };
}

/** Not there and not visible answer alike, so that nobody learns what exists. */
function itemById(context: Context, list: List, id: number): Entity {
  const item = findItem(context, list, id);
  if (!item) throw itemNotFound();
  return itemEntity(context, list, item);
}

/** list/items. Only here $skiptoken pages, and $skip does nothing. */
function itemCollection(context: Context, list: List): Collection {
  const path = `Web/Lists(guid'${list.id}')/Items`;
  return {
    kind: 'collection',
    typeName: list.itemType,
    path,
    members: (options) => readItems(context, list, path, options),
    // SharePoint answers the size of the list here, whatever $filter says.
    count: () => list.itemCount,
    key: (args) => itemById(context, list, Number(args.key())),
    functions: { GetById: (args) => itemById(context, list, args.number('id')) },
    create: (body) => itemById(context, list, addItem(context, list, body)),
  };
}

function readItems(context: Context, list: List, path: string, options: QueryOptions): Members {
  const limit = options.top ?? DEFAULT_PAGE;
  checkLookups(context, list, options);
  const ordering = options.orderBy.map(({ name, descending }): Ordering => {
    const [head = '', below] = name.split('/');
    const column = columnOf(context, list, below === undefined ? [head] : [head, below]);
    if (below !== undefined || !isUser(column.field)) return { column, descending };
    // Ordering by a person sorts by name, not by number.
    return { column: columnOf(context, list, [head, 'Title']), descending };
  });
  const page = queryItems(context, list, {
    condition: options.filter ? filterCondition(context, list, options.filter) : undefined,
    ordering,
    limit,
    page: options.skipToken,
  });
  // "The $skip query option does not work" for list items: SharePoint ignores it.
  return {
    entities: page.items.map((item) => itemEntity(context, list, item)),
    nextLink: nextLink(context, path, page),
  };
}

/** Only what $expand names is joined; ids stand in the item itself. */
function checkLookups(context: Context, list: List, options: QueryOptions): void {
  const fields = fieldsOf(context.farm, list.id);
  const joined = [...options.expand.keys()].filter((name) => {
    const found = fieldByEntityName(fields, name);
    return found && isLookup(found.field);
  });
  if (joined.length > LOOKUP_LIMIT) throw tooManyLookups();
}

/** The same query with a token that leads behind the last item. $skip has no part in it. */
function nextLink(context: Context, path: string, page: ItemPage): string | undefined {
  const last = page.items.at(-1);
  if (!page.hasMore || !last) return undefined;
  const search = new URLSearchParams(context.request.search);
  for (const name of [...search.keys()]) {
    if (/^\$skip(token)?$/i.test(name)) search.delete(name);
  }
  const token = encodeURIComponent(writePageToken(last, page.ordering));
  const rest = search.toString();
  return `${apiRoot(context)}${path}?%24skiptoken=${token}${rest ? `&${rest}` : ''}`;
}

/** The User Information List is a view of the site's principals, and is only read. */
function peopleItems(context: Context, list: List): Collection {
  const { farm, web, access } = context;
  access.demandOnWeb(web, 'BrowseUserInfo');
  const kinds = [PrincipalType.User, PrincipalType.SharePointGroup];
  return {
    kind: 'collection',
    typeName: list.itemType,
    path: 'Web/SiteUserInfoList/Items',
    members: (options) =>
      inMemory(
        listPrincipals(farm, web.siteId, kinds).map((each) => personEntity(context, each)),
        options,
      ),
    key: (args) => {
      const principal = findPrincipal(farm, web.siteId, Number(args.key()));
      if (!principal) throw itemNotFound();
      return personEntity(context, principal);
    },
  };
}

/** SQLite's counter of the table moves on, so the id is never given to another item. */
function reserveId(context: Context, list: List): number {
  context.access.demandOnList(list, 'AddListItems');
  const { db } = context.farm;
  const taken = db.one<{ seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = ?', [
    list.table,
  ]);
  const id = (taken?.seq ?? 0) + 1;
  if (taken) db.run('UPDATE sqlite_sequence SET seq = ? WHERE name = ?', [id, list.table]);
  else db.run('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)', [list.table, id]);
  return id;
}
