/** The contract's own collections, so that its rules do not depend on Kantine's. */
import { collection } from '@kantine/core';
import type { FieldsOf } from '@kantine/core';

export const entries = collection({
  name: 'contractEntries',
  fields: {
    shelf: { type: 'text', max: 200 },
    label: { type: 'text', max: 100 },
    body: { type: 'text', max: 10_000 },
    /** An order column: whole numbers from 0. */
    rank: { type: 'number' },
    amount: { type: 'number' },
    done: { type: 'flag' },
    tags: { type: 'list', max: 12 },
  },
  indexes: {
    recent: { order: 'created' },
    byShelf: { partition: 'shelf', order: 'created' },
    byRank: { order: 'rank' },
    byShelfAndRank: { partition: 'shelf', order: 'rank' },
  },
});

/** A second collection, to find out whether the two are kept apart. */
export const marks = collection({
  name: 'contractMarks',
  fields: { shelf: { type: 'text', max: 200 } },
  indexes: { byShelf: { partition: 'shelf', order: 'created' } },
});

/** The same collection a version later: a column was declared, with what earlier marks say in it. */
export const laterMarks = collection({
  ...marks,
  fields: { ...marks.fields, mood: { type: 'text', max: 20, default: 'calm' } },
});

/** For hosts that derive schemas: what must be there besides Kantine's own collections. */
export const contractCollections = { entries, marks: laterMarks } as const;

export type EntryFields = FieldsOf<typeof entries.fields>;

/** An entry with only what matters to a rule spelled out. */
export const entry = (fields: Partial<EntryFields> = {}): EntryFields => ({
  shelf: 'shelf',
  label: '',
  body: '',
  rank: 0,
  amount: 0,
  done: false,
  tags: [],
  ...fields,
});
