/** Thanks that their recipients keep between them and who thanked them: a row for each kudos that is hidden. */
import { collection } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';

export const keptThanks = collection({
  name: 'keptThanks',
  keptIn: ['community'],
  size: 'few',
  // The key is the kudos, so a person hides it once.
  key: 'one',
  about: { of: 'records', ids: { kudos: 'kudos' } },
  subject: [],
  privacy: {
    purpose: 'Which thanks their recipients keep between them and who thanked them.',
    readers: 'everybody',
    keep: 'with',
    erasing: 'given',
    leaving: 'erase',
  },
  fields: {
    /** The id of the row of thanks to its author. */
    kudos: { type: 'text', max: 100 },
  },
  indexes: { byKudos: { partition: 'kudos', order: 'created', proof: 'key', spare: 1 } },
});

export type KeptRecord = RecordOf<typeof keptThanks>;
