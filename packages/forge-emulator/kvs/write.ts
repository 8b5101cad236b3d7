import { checkFilters, passes, type Filters } from './conditions.ts';
import type { Entities } from './entities.ts';
import { StorageError } from './error.ts';
import { checkKey, checkValue, LARGEST_PAYLOAD, MOST_OPERATIONS, sizeOf } from './limits.ts';
import { kindOf, type Store, type Ttl } from './store.ts';

export interface KvsOperation {
  readonly key: string;
  readonly entityName?: string;
  readonly value?: unknown;
  readonly conditions?: Filters;
  readonly options?: { readonly ttl?: Ttl };
}

export interface Transaction {
  readonly set?: readonly KvsOperation[];
  readonly delete?: readonly KvsOperation[];
  readonly check?: readonly KvsOperation[];
}

export interface BatchResult {
  readonly successfulKeys: readonly object[];
  readonly failedKeys: readonly object[];
}

export function checkSet(entities: Entities, { key, entityName, value }: KvsOperation): void {
  checkKey(key, entityName);
  checkValue(value);
  if (entityName !== undefined) entities.checkValue(entityName, value);
}

/** All or nothing: everything is checked before anything is written. */
export function transact(store: Store, entities: Entities, transaction: Transaction): void {
  const { set = [], delete: remove = [], check = [] } = transaction;
  const operations = [...set, ...remove, ...check];
  checkOperations(operations);
  for (const operation of operations) {
    checkKey(operation.key, operation.entityName);
    if (operation.entityName !== undefined) entities.find(operation.entityName);
    checkFilters(operation.conditions);
  }
  for (const operation of set) checkSet(entities, operation);
  for (const { key, entityName, conditions } of operations) {
    if (conditions && !passes(store.get(kindOf(entityName), key)?.value, conditions)) {
      const message = `The conditions for '${key}' are not met.`;
      throw new StorageError('TRANSACTION_CONDITION_FAILED', message, 409);
    }
  }
  for (const operation of set) write(store, operation);
  for (const { key, entityName } of remove) store.delete(kindOf(entityName), key);
}

/** Each for itself: what fails is reported next to what succeeded. */
export function batch(
  operations: readonly KvsOperation[],
  run: (operation: KvsOperation) => object,
): BatchResult {
  checkOperations(operations);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const operation of operations) {
    const { key, entityName } = operation;
    try {
      successfulKeys.push(run(operation));
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      failedKeys.push({ key, entityName, error: { code: error.code, message: error.message } });
    }
  }
  return { successfulKeys, failedKeys };
}

export function write(store: Store, { key, entityName, value, options }: KvsOperation): void {
  store.set(kindOf(entityName), key, value, options?.ttl, entityName);
}

/** At most 25 operations and 4 MB, and no key twice. */
function checkOperations(operations: readonly KvsOperation[]): void {
  const names = operations.map(({ key, entityName }) => `${entityName ?? ''} ${key}`);
  if (operations.length === 0)
    throw new StorageError('INVALID_REQUEST', 'There are no operations.');
  if (operations.length > MOST_OPERATIONS) {
    throw new StorageError('INVALID_REQUEST', `There are more than ${MOST_OPERATIONS} operations.`);
  }
  if (new Set(names).size < names.length) {
    throw new StorageError('INVALID_REQUEST', 'Each key can only be used once.');
  }
  if (sizeOf(operations) > LARGEST_PAYLOAD) {
    throw new StorageError('MAX_SIZE', 'The payload has exceeded 4 MB.');
  }
}
