/** What collections of tests say of themselves beside their columns. */
import type { Collection } from '@kantine/core';

export const testFacts = {
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
} as const satisfies Omit<Collection, 'name' | 'fields' | 'indexes'>;
