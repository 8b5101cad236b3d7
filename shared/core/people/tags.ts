/**
 * By what people are found: a row for each word of what they say of themselves. The profile stays the truth: a row
 * counts only where it is its author's, and their profile says so.
 */
import { collection } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';

export const tags = collection({
  name: 'tags',
  keptIn: ['community'],
  size: 'few',
  key: 'one',
  about: { of: 'container' },
  subject: ['person'],
  privacy: {
    purpose: 'The words of profiles one by one, so that colleagues are found by them.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'self',
    leaving: 'erase',
  },
  fields: {
    /** Who is found by it; nobody but its author. */
    person: { type: 'text', max: 200 },
    kind: { type: 'text', max: 20 },
    /** What they say, whatever its case. */
    tag: { type: 'text', max: 80 },
    /** One word of it. */
    word: { type: 'text', max: 80 },
  },
  indexes: {
    byTag: { partition: 'tag', order: 'created', proof: 'key', spare: 1 },
    byWord: { partition: 'word', order: 'created', proof: 'key', spare: 2 },
  },
});

export type TagRecord = RecordOf<typeof tags>;
