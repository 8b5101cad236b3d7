/** What owners settle for the whole community, and the log of it. */
import { collection } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';

export const settings = collection({
  name: 'settled',
  keptIn: ['governed', 'office'],
  size: 'few',
  key: 'one',
  about: { of: 'container' },
  subject: [],
  privacy: {
    purpose: 'Values, allowance and languages of the community, and which owner changed them when.',
    readers: 'readers of its container',
    keep: 'author',
    erasing: 'stays',
    leaving: 'unname',
  },
  fields: {
    /** `value`, `allowance`, `languages`; in the office `change`. */
    kind: { type: 'text', max: 20 },
    /** Which of several; empty where there is one. */
    name: { type: 'text', max: 80 },
    /** What holds, as JSON. */
    said: { type: 'text', max: 4_000 },
  },
  indexes: { byKind: { partition: 'kind', order: 'created', proof: 'key', spare: 1 } },
});

export type SettingRecord = RecordOf<typeof settings>;
