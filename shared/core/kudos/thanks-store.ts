/** Where thanks are written: for everybody in the community, or in the one group that reads them. */
import { removeIfThere } from '../kernel/admit.ts';
import { communityContainer, groupContainer } from '../kernel/container.ts';
import type { Store } from '../kernel/ports.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { RowsQuery } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { groupThanks, kudos, thanksKind } from './collection.ts';
import { isGroupThanks, isThanks } from './kudos.ts';
import type { GroupThanksRecord, KudosRecord } from './kudos.ts';

type ThanksFields = KudosRecord['fields'];

type BatchQuery = RowsQuery<typeof kudos.fields>;

export interface ThanksStore {
  /** The question for the rows that a giver made of one thank-you, in whatever week. */
  batchOf(giver: PersonId, batch: string): BatchQuery;
  isThanks(record: KudosRecord): boolean;
  insert(key: string, fields: ThanksFields): Promise<KudosRecord>;
  update(row: KudosRecord, fields: Pick<ThanksFields, 'value' | 'reason'>): Promise<KudosRecord>;
  remove(row: KudosRecord): Promise<void>;
}

const ofBatch = (batch: string, giver: PersonId) =>
  ({ index: 'byBatch', eq: batch, author: giver, order: 'ascending', limit: maxLimit }) as const;

/** @param group absent for everybody. */
export function thanksStore(store: Store, group: string | undefined): ThanksStore {
  if (group === undefined) {
    const container = communityContainer;
    return {
      batchOf: (giver, batch) => rows(kudos, { container, ...ofBatch(batch, giver) }),
      isThanks,
      insert: async (key, fields) => (await store.insert(kudos, container, key, fields)).record,
      update: (row, fields) => store.update(kudos, row, fields),
      remove: (row) => removeIfThere(store, kudos, row),
    };
  }
  const container = groupContainer(group);
  return {
    // Such rows have all that those of the community have.
    batchOf: (giver, batch) =>
      rows(groupThanks, { container, ...ofBatch(batch, giver) }) as unknown as BatchQuery,
    isThanks: (record) => isGroupThanks(record as GroupThanksRecord),
    insert: async (key, fields) => {
      const written = { ...fields, kind: thanksKind };
      return (await store.insert(groupThanks, container, key, written)).record;
    },
    update: (row, fields) => store.update(groupThanks, row as GroupThanksRecord, fields),
    remove: (row) => removeIfThere(store, groupThanks, row),
  };
}
