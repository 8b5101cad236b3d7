import type { Clock } from '../clock/index.ts';
import { NotImplementedError } from '../errors.ts';
import { bodyOf, json, noContent, type Service } from '../gateway/index.ts';
import type { Manifest } from '../manifest/index.ts';
import { Entities } from './entities.ts';
import { StorageError } from './error.ts';
import { checkKey, RateLimit, sizeOf } from './limits.ts';
import { queryEntities, queryKeys, type EntityQuery, type KeyQuery, type Page } from './query.ts';
import { kindOf, SECRET, Store, type Entry } from './store.ts';
import { batch, checkSet, transact, write, type KvsOperation, type Transaction } from './write.ts';

interface Single extends KvsOperation {
  readonly options?: NonNullable<KvsOperation['options']> & {
    readonly keyPolicy?: 'OVERRIDE' | 'FAIL_IF_EXISTS';
    readonly returnValue?: 'PREVIOUS' | 'LATEST';
  };
}

type Route = (body: never) => Response;

/** The storage behind `@forge/kvs`: one POST a call, under `/api/v1`. */
export function createKvs(manifest: Manifest, clock: Clock): Service {
  const store = new Store(clock);
  const entities = new Entities(manifest.app.storage?.entities ?? []);
  const limit = new RateLimit(clock);

  const get = (kind: string, key: string, entityName?: string): Entry => {
    checkKey(key, entityName);
    if (entityName !== undefined) entities.find(entityName);
    const entry = store.get(kind, key);
    limit.read(entry ? sizeOf(entry.value) : 0);
    if (!entry) throw new StorageError('KEY_NOT_FOUND', 'The specified key does not exist.', 404);
    return entry;
  };
  const set = (kind: string, { key, value, entityName, options }: Single): Response => {
    checkSet(entities, { key, value, ...(entityName === undefined ? {} : { entityName }) });
    limit.write(sizeOf(value));
    const previous = store.get(kind, key);
    if (previous && options?.keyPolicy === 'FAIL_IF_EXISTS') {
      throw new StorageError('KEY_CONFLICT', 'The specified key already exists.', 409);
    }
    const latest = store.set(kind, key, value, options?.ttl, entityName);
    if (options?.returnValue === undefined) return noContent();
    const shown = options.returnValue === 'PREVIOUS' ? previous : latest;
    return shown ? json(shown) : noContent();
  };
  const remove = (kind: string, key: string, entityName?: string): Response => {
    checkKey(key, entityName);
    limit.write(0);
    if (store.delete(kind, key)) return noContent();
    throw new StorageError('KEY_NOT_FOUND', 'The specified key does not exist.', 404);
  };
  const page = (found: Page): Response => {
    limit.read(sizeOf(found.data));
    return json(found);
  };

  const routes: Readonly<Record<string, Route>> = {
    get: ({ key }: Single) => json(get(kindOf(undefined), key)),
    set: (body: Single) => set(kindOf(undefined), body),
    delete: ({ key }: Single) => remove(kindOf(undefined), key),
    'secret/get': ({ key }: Single) => json(get(SECRET, key)),
    'secret/set': (body: Single) => set(SECRET, body),
    'secret/delete': ({ key }: Single) => remove(SECRET, key),
    'entity/get': ({ key, entityName }: Single) => json(get(kindOf(entityName), key, entityName)),
    'entity/set': (body: Single) => set(kindOf(body.entityName), body),
    'entity/delete': ({ key, entityName }: Single) => remove(kindOf(entityName), key, entityName),
    query: (body: KeyQuery) => page(queryKeys(store, body)),
    'entity/query': (body: EntityQuery) => page(queryEntities(store, entities, body)),
    transaction: (body: Transaction) => {
      limit.write(sizeOf(body));
      transact(store, entities, body);
      return noContent();
    },
    'batch/set': (operations: KvsOperation[]) => {
      limit.write(sizeOf(operations));
      const run = (operation: KvsOperation) => {
        checkSet(entities, operation);
        write(store, operation);
        return { key: operation.key, entityName: operation.entityName };
      };
      return json(batch(operations, run));
    },
    'batch/get': (operations: KvsOperation[]) =>
      json(batch(operations, ({ key, entityName }) => get(kindOf(entityName), key, entityName))),
    'batch/delete': (operations: KvsOperation[]) => {
      limit.write(0);
      const run = ({ key, entityName }: KvsOperation) => {
        checkKey(key, entityName);
        store.delete(kindOf(entityName), key);
        return { key, entityName };
      };
      return json(batch(operations, run));
    },
  };

  return async (call) => {
    if (!manifest.permissions?.scopes?.includes('storage:app')) {
      return json({ code: 'FORBIDDEN', message: 'The app has no scope storage:app.' }, 403);
    }
    const route = routes[call.path.replace('/api/v1/', '')];
    if (!route) throw new NotImplementedError(`@forge/kvs ${call.method} ${call.path}`);
    try {
      limit.request();
      return route(bodyOf<never>(call));
    } catch (error) {
      if (error instanceof StorageError) return error.toResponse();
      throw error;
    }
  };
}
