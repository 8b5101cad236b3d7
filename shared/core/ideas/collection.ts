/** Fates: what becomes of ideas. */
import { collection } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { longestWhy } from './limits.ts';

/** Rows are added, and none is changed: what was said before stays readable. */
export const fates = collection({
  name: 'fates',
  keptIn: ['group', 'closed', 'desk'],
  size: 'few',
  key: 'once',
  about: { of: 'records', ids: { posts: 'post' } },
  subject: ['who'],
  privacy: {
    purpose: 'What became of ideas, who decided it and why.',
    readers: 'readers of its container',
    keep: 'with',
    erasing: 'stays',
    leaving: 'unname',
    named: 'stays',
  },
  fields: {
    post: { type: 'text', max: 100 },
    /** One of `fateStates`; or `noted`: a decision was written, whose id is in `why`. */
    state: { type: 'text', max: 20 },
    /** Who tries it; of a note whose decision it is, where it is another steward's. Empty for nobody. */
    who: { type: 'text', max: 200 },
    /** Until when it is tried, or when it is looked at again; 0 for never. */
    again: { type: 'number' },
    why: { type: 'text', max: longestWhy },
  },
  indexes: {
    byPost: { partition: 'post', order: 'created', spare: 1 },
    byState: { partition: 'state', order: 'created', spare: 2 },
  },
});

export type FateRecord = RecordOf<typeof fates>;
