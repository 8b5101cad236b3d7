/**
 * The Store port over any ordered map. Stamps, unique keys, versions and access are kept here once;
 * a driver knows only text keys in order.
 */
import { checkCollection } from '../kernel/check-collection.ts';
import type { Collection, FieldsOf, FieldSpecs } from '../kernel/collection.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { isHeldFrom } from '../kernel/held.ts';
import type { Change } from '../kernel/changes.ts';
import type { Clock, Store } from '../kernel/ports.ts';
import type { ContainerId, Right } from '../kernel/container.ts';
import type { Inserted, PersonId, StoredRecord } from '../kernel/record.ts';
import { authorKey, containersOf } from '../kernel/query.ts';
import type { Answers, Query } from '../kernel/query.ts';
import { counterKey, idText, indexKeys, rowKey, uniqueKey } from './keys.ts';
import type { OrderedMap, Transaction } from './ordered-map.ts';
import { readQuery, recordOf } from './read.ts';
import type { Reader } from './read.ts';

/** What the store needs to know of its user. */
export interface OrderedStoreContext {
  readonly map: OrderedMap;
  readonly me: () => Promise<PersonId>;
  /** Asked before every access; unknown is `none`. */
  readonly right: (transaction: Transaction, container: ContainerId) => Promise<Right>;
  /** Whether somebody who may read a container reads all of it, or what they wrote themselves alone. */
  readonly readsAll: (transaction: Transaction, container: ContainerId) => Promise<boolean>;
  /** Whether records that are held until a moment are kept back. */
  readonly holdsBack: boolean;
  readonly clock: Pick<Clock, 'now'>;
  readonly changed: (change: Change) => void;
}

/** Writes a record and its indexes, in place of the one it follows. */
export async function putRecord(
  transaction: Transaction,
  collection: Collection,
  record: StoredRecord,
  before?: StoredRecord,
): Promise<void> {
  const { container, id, author, key } = record;
  for (const stale of before ? indexKeys(collection, before) : []) await transaction.delete(stale);
  for (const index of indexKeys(collection, record)) await transaction.set(index, id);
  await transaction.set(uniqueKey(collection, container, authorKey(author, key)), id);
  await transaction.set(rowKey(collection, container, id), JSON.stringify(record));
}

/** Removes a record with its indexes. */
export async function dropRecord(
  transaction: Transaction,
  collection: Collection,
  record: StoredRecord,
): Promise<void> {
  const { container, id, author, key } = record;
  for (const index of indexKeys(collection, record)) await transaction.delete(index);
  await transaction.delete(uniqueKey(collection, container, authorKey(author, key)));
  await transaction.delete(rowKey(collection, container, id));
}

/** The next id; ids grow, so that records of one millisecond keep the order they came in. */
async function nextId(transaction: Transaction): Promise<string> {
  const next = Number((await transaction.get(counterKey)) ?? '0') + 1;
  await transaction.set(counterKey, String(next));
  return idText(next);
}

/** The record that a change is about, if it is the reader's own and still as they saw it. */
async function ownRecord(
  transaction: Transaction,
  collection: Collection,
  { container, id, version }: StoredRecord,
  me: PersonId,
): Promise<StoredRecord> {
  const record = await recordOf(transaction, { collection, container }, id);
  if (!record) throw new NotFound(`${collection.name} ${id}`);
  if (record.author !== me) throw new Forbidden(`change ${collection.name} of others`);
  if (record.version !== version) throw new Conflict(`${collection.name} ${id}`);
  return record;
}

/** @returns the Store port over an ordered map, for one person. */
export function orderedStore(context: OrderedStoreContext): Store {
  const { map, clock, changed } = context;

  async function assertRight(
    transaction: Transaction,
    container: ContainerId,
    needed: 'read' | 'write',
  ): Promise<void> {
    const right = await context.right(transaction, container);
    if (right === 'none' || (needed === 'write' && right !== 'write')) {
      throw new Forbidden(container);
    }
  }

  async function insert<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    key: string,
    fields: FieldsOf<Specs>,
    origin?: string,
  ): Promise<Inserted<FieldsOf<Specs>>> {
    checkCollection(collection);
    const author = await context.me();
    const outcome = await map.transact('write', async (transaction) => {
      await assertRight(transaction, container, 'write');
      const holder = await transaction.get(
        uniqueKey(collection, container, authorKey(author, key)),
      );
      if (holder !== undefined) {
        const record = await recordOf(transaction, { collection, container }, holder);
        if (record) return { record, inserted: false };
      }
      const id = await nextId(transaction);
      const now = clock.now();
      const stamp = { id, container, author, created: now, modified: now, version: '1' };
      const record: StoredRecord = { ...stamp, key, fields };
      await putRecord(transaction, collection, record);
      return { record, inserted: true };
    });
    if (outcome.inserted) changed({ container, collection: collection.name, origin });
    return outcome as Inserted<FieldsOf<Specs>>;
  }

  async function update<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    target: StoredRecord<FieldsOf<Specs>>,
    fields: Partial<FieldsOf<Specs>>,
    origin?: string,
  ): Promise<StoredRecord<FieldsOf<Specs>>> {
    const me = await context.me();
    const updated = await map.transact('write', async (transaction) => {
      await assertRight(transaction, target.container, 'write');
      const before = await ownRecord(transaction, collection, target, me);
      const record: StoredRecord = {
        ...before,
        modified: clock.now(),
        version: String(Number(before.version) + 1),
        fields: { ...(before.fields as object), ...fields },
      };
      await putRecord(transaction, collection, record, before);
      return record;
    });
    changed({ container: target.container, collection: collection.name, origin });
    return updated as StoredRecord<FieldsOf<Specs>>;
  }

  async function remove(
    collection: Collection,
    target: StoredRecord,
    origin?: string,
  ): Promise<void> {
    const me = await context.me();
    await map.transact('write', async (transaction) => {
      await assertRight(transaction, target.container, 'write');
      await dropRecord(
        transaction,
        collection,
        await ownRecord(transaction, collection, target, me),
      );
    });
    changed({ container: target.container, collection: collection.name, origin });
  }

  async function read<const Queries extends readonly Query[]>(
    queries: Queries,
  ): Promise<Answers<Queries>> {
    const me = await context.me();
    return map.transact('read', async (transaction) => {
      const ownOnly = new Set<ContainerId>();
      for (const container of new Set(queries.flatMap(containersOf))) {
        await assertRight(transaction, container, 'read');
        if (!(await context.readsAll(transaction, container))) ownOnly.add(container);
      }
      const reader: Reader = {
        onlyBy: (container) => (ownOnly.has(container) ? me : undefined),
        isHeld: (collection, record) =>
          context.holdsBack && isHeldFrom(collection, record, me, clock.now()),
      };
      const answers: unknown[] = [];
      for (const query of queries) answers.push(await readQuery(transaction, query, reader));
      return answers as unknown as Answers<Queries>;
    });
  }

  return { insert, update, remove, read };
}
