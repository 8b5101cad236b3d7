import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import { fieldsOf, type Field } from '../fields/field.ts';
import { findListById } from '../lists/list.ts';
import { inMemory } from '../odata/collection.ts';
import { nothing, type Entity, type Resource } from '../odata/resource.ts';
import { findInDirectory, upnOf } from '../people/directory.ts';
import { findPrincipal, findRemoved, type Principal } from '../people/principals.ts';
import type { ItemCell } from './cells.ts';
import { findItem } from './query.ts';
import { fieldByEntityName, isUser } from './columns.ts';
import { fromCell } from './values.ts';

/** What $expand brings for a lookup or person column: one entity, several, or nothing. */
export function lookupResource(
  context: Context,
  field: Field,
  cell: ItemCell | undefined,
): Resource {
  if (field.type.shape === 'lookups') {
    const ids = fromCell(field, cell) as number[];
    const entities = ids.flatMap((id) => targetEntity(context, field, id) ?? []);
    return {
      kind: 'collection',
      typeName: 'SP.ListItem',
      path: field.internalName,
      members: (options) => inMemory(entities, options),
    };
  }
  return (typeof cell === 'number' ? targetEntity(context, field, cell) : undefined) ?? nothing;
}

/**
 * People come from the site's principals, anything else from the list that the column looks into.
 */
function targetEntity(context: Context, field: Field, id: number): Entity | undefined {
  if (isUser(field)) {
    const { siteId } = context.web;
    const principal =
      findPrincipal(context.farm, siteId, id) ?? findRemoved(context.farm, siteId, id);
    return principal && personEntity(context, principal);
  }
  return lookedUpItem(context, asText(field.properties.LookupList), id);
}

/** A person as a row of the hidden User Information List, which person columns look into. */
export function personEntity(context: Context, principal: Principal): Entity {
  const person = findInDirectory(context.farm, principal.login);
  const properties = person?.properties ?? {};
  const [first = '', ...rest] = principal.title.split(' ');
  return {
    kind: 'entity',
    typeName: 'SP.Data.UserInfoItem',
    path: `Web/SiteUserInfoList/Items(${principal.id})`,
    properties: () => ({
      Id: principal.id,
      ID: principal.id,
      Title: principal.title,
      Name: principal.login,
      EMail: principal.email,
      Department: properties.Department ?? null,
      JobTitle: properties['SPS-JobTitle'] ?? null,
      FirstName: first,
      LastName: rest.join(' '),
      UserName: upnOf(principal.login),
      SipAddress: principal.email,
      WorkPhone: properties.WorkPhone ?? null,
      MobilePhone: properties.CellPhone ?? null,
      Office: properties.Office ?? null,
      Picture: null,
    }),
  };
}

/** The target of a lookup stays hidden from readers who have no access to it. */
function lookedUpItem(context: Context, listId: string, id: number): Entity | undefined {
  const list = findListById(context.farm, listId);
  const cells = list && context.access.seesList(list) ? findItem(context, list, id) : undefined;
  if (!list || !cells) return undefined;
  const fields = fieldsOf(context.farm, list.id);
  return {
    kind: 'entity',
    typeName: list.itemType,
    path: `Web/Lists(guid'${list.id}')/Items(${id})`,
    properties: () => ({ Id: id, ID: id, Title: cells.Title ?? null }),
    pick: (name) => {
      const found = fieldByEntityName(fields, name);
      if (!found || found.field.type.shape === 'computed' || name === 'Id') return undefined;
      return [{ name, value: fromCell(found.field, cells[found.field.internalName]) }];
    },
  };
}
