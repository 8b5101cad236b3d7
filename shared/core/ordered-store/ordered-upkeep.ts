/** Owners' power over the rows of others, over any ordered map. */
import { Forbidden, NotFound } from '../kernel/errors.ts';
import type { Collection, FieldsOf, FieldSpecs } from '../kernel/collection.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { StoredRecord } from '../kernel/record.ts';
import { assertBlankable, assertPurgeable, isBlanked, mostAtOnce } from '../kernel/upkeep.ts';
import type { ScanStep, Upkeep } from '../kernel/upkeep.ts';
import { madeBy } from './change-hub.ts';
import { after, rowKey, rowPrefix } from './keys.ts';
import type { OrderedHostOptions } from './ordered-host.ts';
import { dropRecord, putRecord } from './ordered-store.ts';
import { recordIn, recordOf } from './read.ts';

/** @returns the port for one person; Forbidden in everything to who owns nothing. */
export function orderedUpkeep({
  map,
  me,
  changes,
  clock,
  owners = [],
}: Pick<OrderedHostOptions, 'map' | 'me' | 'changes' | 'clock' | 'owners'>): Upkeep {
  function demandOwner(): void {
    if (!owners.includes(me)) throw new Forbidden('the rows of others');
  }

  const announce = (container: ContainerId, { name }: Collection): void =>
    changes.announce(madeBy(me, { container, collection: name }));

  async function purge(
    collection: Collection,
    container: ContainerId,
    ids: readonly string[],
  ): Promise<void> {
    demandOwner();
    assertPurgeable(ids);
    const isChanged = await map.transact('write', async (transaction) => {
      let isAny = false;
      for (const id of ids) {
        const record = await recordOf(transaction, { collection, container }, id);
        if (record) await dropRecord(transaction, collection, record);
        isAny ||= record !== undefined;
      }
      return isAny;
    });
    if (isChanged) announce(container, collection);
  }

  async function blank<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    id: string,
    fields: Partial<FieldsOf<Specs>>,
  ): Promise<void> {
    demandOwner();
    assertBlankable(collection, fields);
    const isChanged = await map.transact('write', async (transaction) => {
      const before = await recordOf(transaction, { collection, container }, id);
      if (!before) throw new NotFound(`${collection.name} ${id}`);
      if (isBlanked(before, fields)) return false;
      const blanked: StoredRecord = {
        ...before,
        modified: clock.now(),
        version: String(Number(before.version) + 1),
        fields: { ...(before.fields as object), ...fields },
      };
      await putRecord(transaction, collection, blanked, before);
      return true;
    });
    if (isChanged) announce(container, collection);
  }

  async function scan<Specs extends FieldSpecs>(
    collection: Collection<Specs>,
    container: ContainerId,
    last?: string,
  ): Promise<ScanStep<FieldsOf<Specs>>> {
    demandOwner();
    if (last !== undefined && !/^\d+$/.test(last)) throw new RangeError('No scan ended there.');
    const prefix = rowPrefix(collection, container);
    // The smallest key after one that was seen is that key with the smallest character behind it.
    const from = last === undefined ? prefix : `${rowKey(collection, container, last)}\u0001`;
    // One more than a step holds tells whether there is a next one.
    const entries = await map.transact('read', (transaction) =>
      transaction.scan({ from, to: after(prefix), limit: mostAtOnce + 1 }),
    );
    const records = entries
      .slice(0, mostAtOnce)
      .map(({ value }) => recordIn(collection, value) as StoredRecord<FieldsOf<Specs>>);
    const end = entries.length > mostAtOnce ? records.at(-1)?.id : undefined;
    return { records, ...(end === undefined ? {} : { after: end }) };
  }

  return { purge, blank, scan };
}
