/** What one is doing about one's own data, until it is done: a page that closes goes on with it next time. */
import { collection } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';

export const jobs = collection({
  name: 'jobs',
  keptIn: ['person'],
  size: 'few',
  key: 'one',
  about: { of: 'container' },
  subject: [],
  privacy: {
    purpose: 'That somebody is erasing what is stored about them, until that is done.',
    readers: 'its author',
    keep: 'author',
    erasing: 'self',
    leaving: 'erase',
  },
  fields: {
    /** What is being erased. */
    kind: { type: 'text', max: 20 },
    /** The collection that is erased, where it is one alone. */
    collection: { type: 'text', max: 40, default: '' },
    /** What was written later stays. */
    upTo: { type: 'number' },
  },
  indexes: {},
});

export type JobRecord = RecordOf<typeof jobs>;
