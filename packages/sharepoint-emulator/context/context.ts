import type { Format, JsonObject, QueryOptions } from '../odata/index.ts';
import type { Access } from '../security/index.ts';
import type { SiteUser } from '../people/index.ts';
import type { Web } from '../webs/index.ts';
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

/** What every part of the emulator needs to answer one request. */
export interface Context {
  readonly farm: Farm;
  readonly request: ODataRequest;
  readonly format: Format;
  readonly options: QueryOptions;
  readonly web: Web;
  readonly user: SiteUser;
  readonly access: Access;
  /** The JSON body, read once and only when something asks for it. */
  body(): JsonObject;
}

/** The absolute address of a path of the site, as this client reaches it. */
export const absolute = (context: Context, serverRelative: string): string =>
  context.request.origin + (serverRelative === '/' ? '' : serverRelative);

export const apiRoot = (context: Context): string => `${absolute(context, context.web.url)}/_api/`;
