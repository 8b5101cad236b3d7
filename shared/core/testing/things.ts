import { collection } from '../kernel/collection.ts';

/** A collection of nothing in particular. */
export const entries = collection({
  name: 'entries',
  keptIn: ['community', 'group', 'closed', 'person'],
  size: 'many',
  key: 'once',
  about: { of: 'container' },
  subject: [],
  privacy: {
    purpose: 'Tests.',
    readers: 'everybody',
    keep: 'author',
    erasing: 'self',
    leaving: 'unname',
  },
  fields: { shelf: { type: 'text', max: 100 } },
  indexes: { byShelf: { partition: 'shelf', order: 'created' } },
});
