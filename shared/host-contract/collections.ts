/** The contract's own collections, so that its rules do not depend on Kantine's. */
import { collection, idIndex } from '@kantine/core';
import type { FieldsOf } from '@kantine/core';

export const entries = collection({
  name: 'contractEntries',
  keptIn: ['community', 'group', 'closed', 'person'],
  size: 'many',
  key: 'once',
  about: { of: 'container' },
  subject: [],
  privacy: {
    purpose: 'The contract.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'self',
    leaving: 'unname',
  },
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
  keptIn: ['community', 'group', 'closed', 'person'],
  size: 'many',
  key: 'once',
  about: { of: 'container' },
  subject: [],
  privacy: {
    purpose: 'The contract.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'self',
    leaving: 'unname',
  },
  fields: { shelf: { type: 'text', max: 200 } },
  indexes: { byShelf: { partition: 'shelf', order: 'created' } },
});

/** The same collection a version later: columns were declared, with the values of earlier marks. */
export const laterMarks = collection({
  ...marks,
  fields: {
    ...marks.fields,
    mood: { type: 'text', max: 20, default: 'calm' },
    weight: { type: 'number', default: 7 },
    loud: { type: 'flag', default: true },
    tags: { type: 'list', max: 3, default: ['plain'] },
  },
});

/** A mark of today, with only what matters to a test spelled out. */
export const mark = (
  fields: Partial<FieldsOf<typeof laterMarks.fields>> = {},
): FieldsOf<typeof laterMarks.fields> => ({
  shelf: '',
  mood: 'calm',
  weight: 7,
  loud: true,
  tags: ['plain'],
  ...fields,
});

/** A collection of which a person has one record for each key. */
export const ballots = collection({
  name: 'contractBallots',
  keptIn: ['community', 'group', 'closed', 'person'],
  size: 'many',
  key: 'one',
  about: { of: 'container' },
  subject: [],
  privacy: {
    purpose: 'The contract.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'self',
    leaving: 'unname',
  },
  fields: {
    /** Also the key. */
    topic: { type: 'text', max: 100 },
    choice: { type: 'text', max: 100 },
    voter: { type: 'text', max: 200 },
  },
  indexes: {
    byTopic: { partition: 'topic', order: 'created', proof: 'key' },
    byChoice: { partition: 'choice', order: 'created', proof: 'look' },
    byVoter: { partition: 'voter', order: 'created', proof: 'own' },
  },
});

/** A small collection, kept in every kind of container. */
export const notes = collection({
  name: 'contractNotes',
  keptIn: ['community', 'group', 'closed', 'person', 'governed', 'office', 'desk', 'letters'],
  size: 'few',
  key: 'once',
  about: { of: 'container' },
  subject: [],
  privacy: {
    purpose: 'The contract.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'self',
    leaving: 'unname',
  },
  fields: {
    topic: { type: 'text', max: 100 },
    text: { type: 'text', max: 1000 },
    to: { type: 'text', max: 200 },
  },
  indexes: {
    recent: { order: 'created', spare: 1 },
    byTopic: { partition: 'topic', order: 'created', spare: 2 },
    byPerson: { partition: 'to', order: 'created', spare: 3 },
  },
});

/** Another small one with the same columns, to find out whether the two are kept apart. */
export const memos = collection({ ...notes, name: 'contractMemos' });

/** A note with only what matters to a rule spelled out. */
export const note = (
  fields: Partial<FieldsOf<typeof notes.fields>> = {},
): FieldsOf<typeof notes.fields> => ({ topic: '', text: '', to: '', ...fields });

/** A collection whose records are groups: each belongs to the part of the host that its container was made in. */
export const clubs = collection({
  name: 'contractClubs',
  keptIn: ['community'],
  size: 'few',
  key: 'once',
  about: { of: 'group', index: idIndex },
  subject: [],
  privacy: {
    purpose: 'The contract.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'self',
    leaving: 'unname',
  },
  fields: { label: { type: 'text', max: 100 } },
  indexes: { recent: { order: 'created', spare: 1 } },
});

/** A collection whose records are held back until a moment. */
export const parcels = collection({
  name: 'contractParcels',
  keptIn: ['group', 'closed'],
  size: 'few',
  key: 'once',
  about: { of: 'container' },
  subject: [],
  privacy: {
    purpose: 'The contract.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'self',
    leaving: 'unname',
  },
  heldUntil: 'at',
  fields: { at: { type: 'number' }, topic: { type: 'text', max: 100 } },
  indexes: {
    recent: { order: 'at', spare: 1 },
    byTopic: { partition: 'topic', order: 'created', spare: 2 },
  },
});

/** For hosts that derive schemas: what must be there besides Kantine's own collections. */
export const contractCollections = {
  entries,
  marks: laterMarks,
  ballots,
  notes,
  memos,
  clubs,
  parcels,
} as const;

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
