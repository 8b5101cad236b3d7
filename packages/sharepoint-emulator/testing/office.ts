import { spfi, SPBrowser, type SPFI } from '@pnp/sp';
import type { Queryable } from '@pnp/queryable';
import '@pnp/sp/presets/all.js';
import { startSharePoint, type SharePoint, type SharePointOptions } from '../start.ts';
import { SAMPLE_TENANT } from '../tenant/sample.ts';

export type Json = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON body; an empty object where there is none. */
  readonly json: Json;
}

/** One person with nothing but fetch. */
export interface Person {
  readonly headers: Readonly<Record<string, string>>;
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  merge(path: string, body: unknown, etag?: string): Promise<Answer>;
  remove(path: string, etag?: string): Promise<Answer>;
}

/** A running tenant: Ada owns the site, Ben is a member, Cleo a visitor and Dan a stranger. */
export interface Office {
  readonly sharePoint: SharePoint;
  readonly api: string;
  readonly ada: Person;
  readonly ben: Person;
  readonly cleo: Person;
  readonly dan: Person;
  pnp(login: string): SPFI;
}

const NO_METADATA = 'application/json;odata=nometadata';

export async function openOffice(options: Partial<SharePointOptions> = {}): Promise<Office> {
  const sharePoint = await startSharePoint({ tenant: SAMPLE_TENANT, ...options });
  const api = `${sharePoint.url}/sites/intranet/_api/`;
  const person = (name: string): Person =>
    personWith(api, sharePoint.signIn(`${name}@contoso.test`).headers);
  return {
    sharePoint,
    api,
    ada: person('ada'),
    ben: person('ben'),
    cleo: person('cleo'),
    dan: person('dan'),
    pnp: (login) => {
      const { headers } = sharePoint.signIn(login);
      const base = `${sharePoint.url}/sites/intranet`;
      return spfi(base).using(SPBrowser({ baseUrl: base }), sendHeaders(headers));
    },
  };
}

/** The behaviour that carries a person's token, as an application would add it. */
const sendHeaders =
  (headers: Readonly<Record<string, string>>) =>
  (instance: Queryable): Queryable => {
    instance.on.pre(async (url, init, result) => {
      init.headers = { ...(init.headers as Record<string, string>), ...headers };
      return [url, init, result];
    });
    return instance;
  };

export function personWith(api: string, identity: Readonly<Record<string, string>>): Person {
  const send: Person['send'] = async (method, path, body, headers = {}) => {
    const response = await fetch(path.startsWith('http') ? path : api + path, {
      method,
      headers: { Accept: NO_METADATA, 'Content-Type': 'application/json', ...identity, ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json') && text !== '';
    const json = isJson ? (JSON.parse(text) as Json) : {};
    return { status: response.status, headers: response.headers, text, json };
  };
  return {
    headers: identity,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body ?? {}, headers),
    merge: (path, body, etag = '*') =>
      send('POST', path, body, { 'X-HTTP-Method': 'MERGE', 'If-Match': etag }),
    remove: (path, etag = '*') =>
      send('POST', path, undefined, { 'X-HTTP-Method': 'DELETE', 'If-Match': etag }),
  };
}

/** The code and text of an error in OData 3 JSON. */
export function errorOf(answer: Answer): { status: number; code: string; message: string } {
  const error = answer.json['odata.error'] as
    { code: string; message: { value: string } } | undefined;
  return { status: answer.status, code: error?.code ?? '', message: error?.message.value ?? '' };
}

export const valuesOf = (answer: Answer): Json[] => (answer.json.value ?? []) as Json[];

/** Makes a list with some columns, each given as the body of a field. */
export async function makeList(
  owner: Person,
  title: string,
  fields: readonly Json[] = [],
  settings: Json = {},
): Promise<string> {
  await owner.post('web/lists', { Title: title, BaseTemplate: 100, ...settings });
  const path = `web/lists/getByTitle('${title}')/`;
  for (const field of fields) await owner.post(`${path}fields`, field);
  return path;
}

export const FieldKind = {
  Text: 2,
  Note: 3,
  DateTime: 4,
  Choice: 6,
  Boolean: 8,
  Number: 9,
  Url: 11,
  MultiChoice: 15,
  User: 20,
} as const;
