/** Requests to one web, single or up to a hundred in one $batch, over pnp's pipeline. */
import { createBatch } from '@pnp/sp/batching.js';
import { SPQueryable, spGet, spPost } from '@pnp/sp/spqueryable.js';
import type { ISPQueryable } from '@pnp/sp/spqueryable.js';
import { DefaultParse, InjectHeaders, RejectOnError, ResolveOnData } from '@pnp/queryable';
import type { Queryable } from '@pnp/queryable';
import type { Environment } from './context.ts';
import { formDigest } from './digest.ts';
import { isStaleDigest, translate } from './refusal.ts';
import { retrying } from './retry.ts';

export interface Operation {
  readonly method: 'GET' | 'POST' | 'MERGE' | 'DELETE';
  /** Below `_api/`. */
  readonly path: string;
  readonly body?: unknown;
  /** The version that a MERGE or DELETE is based on. */
  readonly version?: string;
}

/** How one operation of a batch ended. */
export type Outcome =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error };

export interface Wire {
  /** @throws Refusal, Offline, Throttled */
  send<T>(operation: Operation): Promise<T>;
  /** Asks several things at once; may be repeated, so it is for questions and idempotent steps. */
  batch(operations: readonly Operation[]): Promise<readonly Outcome[]>;
}

/** SharePoint's own limit. */
export const maxOperations = 100;

export const get = (path: string): Operation => ({ method: 'GET', path });
export const post = (path: string, body: unknown = {}): Operation => ({
  method: 'POST',
  path,
  body,
});
export const merge = (path: string, body: unknown, version = '*'): Operation => ({
  method: 'MERGE',
  path,
  body,
  version,
});

/** The answer of an operation of a batch. @throws its error */
export function answerOf<T>(outcome: Outcome | undefined): T {
  if (!outcome) throw new RangeError('A batch answered fewer operations than it was asked.');
  if (!outcome.ok) throw outcome.error;
  return outcome.value as T;
}

export function openWire(environment: Environment): Wire {
  const { webUrl } = environment;
  const digest = formDigest(environment);
  const root = SPQueryable(webUrl).using(
    InjectHeaders({
      Accept: 'application/json;odata=minimalmetadata',
      'Content-Type': 'application/json;charset=utf-8',
    }),
    RejectOnError(),
    ResolveOnData(),
    DefaultParse(),
    sendWith(environment, () => digest.value()),
  );

  const start = ({ method, path, body, version }: Operation, base: ISPQueryable) => {
    const query = SPQueryable([base, `${webUrl}/_api/${path}`]);
    if (method === 'GET') return spGet<unknown>(query);
    return spPost<unknown>(query, {
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        ...(method === 'POST' ? {} : { 'X-HTTP-Method': method }),
        ...(version === undefined ? {} : { 'IF-Match': version }),
      },
    });
  };

  async function sendBatch(operations: readonly Operation[]): Promise<readonly Outcome[]> {
    const batched = SPQueryable(root);
    const [join, execute] = createBatch(batched, { maxRequests: maxOperations });
    batched.using(join);
    const outcomes = operations.map((operation) =>
      start(operation, batched).then(
        (value): Outcome => ({ ok: true, value }),
        async (error: unknown): Promise<Outcome> => ({ ok: false, error: await translate(error) }),
      ),
    );
    await execute();
    return Promise.all(outcomes);
  }

  /** An expired digest is renewed once; nothing had happened yet. */
  async function withDigest<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      const translated = await translate(error);
      if (!isStaleDigest(translated)) throw translated;
      digest.forget();
      return await request().catch(async (again: unknown) => {
        throw await translate(again);
      });
    }
  }

  return {
    send: <T>(operation: Operation) =>
      retrying(environment, operation.method === 'GET', () =>
        withDigest(() => start(operation, root) as Promise<T>),
      ),
    batch: async (operations) => {
      const outcomes: Outcome[] = [];
      for (let first = 0; first < operations.length; first += maxOperations) {
        const part = operations.slice(first, first + maxOperations);
        outcomes.push(
          ...(await retrying(environment, true, () => withDigest(() => sendBatch(part)))),
        );
      }
      return outcomes;
    },
  };
}

/** Ends pnp's pipeline in the page's own fetch, with a digest on whatever is not a GET. */
const sendWith =
  ({ fetch }: Environment, digest: () => Promise<string>) =>
  (instance: Queryable): Queryable => {
    instance.on.send.replace(async (url, init) => {
      const headers: Record<string, string> = { ...(init.headers as Record<string, string>) };
      if (init.method !== 'GET') headers['X-RequestDigest'] = await digest();
      return fetch(url.toString(), { ...init, headers, credentials: 'same-origin' });
    });
    return instance;
  };
