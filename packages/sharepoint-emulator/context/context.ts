import type { Collection, Entity } from '../odata/resource.ts';
import type { ItemCells } from '../items/cells.ts';
import type { List } from '../lists/list.ts';
import type { Format } from '../odata/format.ts';
import type { JsonObject } from '../odata/body.ts';
import type { QueryOptions } from '../odata/query-options.ts';
import type { Access } from '../security/access.ts';
import type { Principal, SiteUser } from '../people/principals.ts';
import type { Web } from '../webs/web.ts';
import type { Farm } from './farm.ts';

/** One request as SharePoint reads it, whether it came alone or inside of a batch. */
export interface ODataRequest {
  /** The verb after X-HTTP-Method has been taken into account. */
  readonly verb: string;
  /** Scheme and host that the client used: links in answers lead back to it. */
  readonly origin: string;
  readonly path: string;
  readonly search: URLSearchParams;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/**
 * Entities that lead to each other: an item to its list, a list to its web. Their files find each other's
 * here instead of importing each other.
 */
export interface Entities {
  web(context: Context, web: Web): Entity;
  list(context: Context, list: List): Entity;
  file(context: Context, list: List, item: ItemCells): Entity;
  folder(context: Context, path: string): Entity;
  groups(context: Context, path: string, find: () => readonly Principal[]): Collection;
}

/** What every part of the emulator needs to answer one request. */
export interface Context {
  readonly farm: Farm;
  readonly request: ODataRequest;
  readonly format: Format;
  readonly options: QueryOptions;
  readonly web: Web;
  readonly user: SiteUser;
  readonly access: Access;
  readonly entities: Entities;
  /** The JSON body, read once and only when something asks for it. */
  body(): JsonObject;
}

/** The absolute address of a path of the site, as this client reaches it. */
export const absolute = (context: Context, serverRelative: string): string =>
  context.request.origin + (serverRelative === '/' ? '' : serverRelative);

export const apiRoot = (context: Context): string => `${absolute(context, context.web.url)}/_api/`;
