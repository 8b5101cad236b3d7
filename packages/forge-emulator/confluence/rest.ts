import type { Clock } from '../clock/index.ts';
import type { Directory } from '../site/index.ts';
import { RestError } from './errors.ts';
import type { Properties } from './property-store.ts';

/** A request to Confluence as one of its endpoints sees it. */
export interface RestRequest {
  readonly site: Directory;
  readonly properties: Properties;
  readonly clock: Clock;
  /** Who is asking: a person, or the app. */
  readonly accountId: string;
  /** The parts of the path that the pattern names. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** Alternatives, each of which may take several scopes: classic ones, or granular ones. */
type ScopeSets = readonly (readonly string[])[];

export interface Endpoint {
  /** `GET /rest/api/user`, with names in braces for what differs. */
  readonly route: string;
  /** Any of these sets opens it, where the manifest has the whole set; from Atlassian's reference. */
  readonly scopes: ScopeSets;
  /** The parameters of the query that are known; any other one ends loudly. */
  readonly query?: readonly string[];
  readonly answer: (request: RestRequest) => Response;
}

export function param({ params }: RestRequest, name: string): string {
  const value = params[name];
  if (value === undefined) throw new TypeError(`The route names no {${name}}.`);
  return value;
}

export function required({ query }: RestRequest, name: string): string {
  const value = query.get(name);
  if (!value) throw new RestError(400, `${name} is required`);
  return value;
}

function limitOf(query: URLSearchParams, usual: number, most: number): number {
  const limit = Number(query.get('limit') ?? usual);
  if (Number.isInteger(limit) && limit >= 0) return Math.min(limit, most);
  throw new RestError(400, 'limit must be a whole number');
}

/** The parameters of a page that begins at a number. */
export const PAGED = ['start', 'limit'];

/** Pages of the first API count from `start`. */
export function pageFromStart<Row>(
  rows: readonly Row[],
  query: URLSearchParams,
  { usual = 200, most = 200 }: { readonly usual?: number; readonly most?: number } = {},
) {
  const start = Number(query.get('start') ?? 0);
  const limit = limitOf(query, usual, most);
  const results = rows.slice(start, start + limit);
  return { results, start, limit, size: results.length };
}

/** The parameters of a page that goes on from a cursor. */
export const FROM_CURSOR = ['cursor', 'limit'];

/** Pages of the second API go on from an opaque cursor, which comes inside of a link. */
export function pageFromCursor<Row extends { readonly id: string }>(
  rows: readonly Row[],
  query: URLSearchParams,
  path: string,
) {
  const after = query.get('cursor');
  const start = after === null ? 0 : rows.findIndex(({ id }) => id === decode(after)) + 1;
  const results = rows.slice(start, start + limitOf(query, 25, 250));
  const last = results.at(-1);
  const links: Record<string, string> = {};
  if (last && start + results.length < rows.length) {
    const next = new URLSearchParams(query);
    next.set('cursor', Buffer.from(last.id).toString('base64url'));
    links.next = `/wiki${path}?${next}`;
  }
  return { results, _links: links };
}

function decode(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString();
}
