/** Thanks that their recipients keep between them and who thanked them: a row for each thanks that is hidden. */
import { collection } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';

export const keptThanks = collection({
  name: 'keptThanks',
  // Where the thanks are.
  keptIn: ['community', 'group', 'closed'],
  size: 'few',
  // The key is the id of the thanks, so a person hides it once.
  key: 'one',
  about: { of: 'records', ids: { kudos: 'kudos', groupThanks: 'thanks' } },
  subject: [],
  privacy: {
    purpose: 'Which thanks their recipients keep between them and who thanked them.',
    readers: 'readers of its container',
    keep: 'with',
    erasing: 'given',
    leaving: 'erase',
  },
  fields: {
    /** The id of the row of thanks to its author, in the community; empty in a group. */
    kudos: { type: 'text', max: 100 },
    /** The same in a group; empty in the community. */
    thanks: { type: 'text', max: 100, default: '' },
    /** The same in every row of groups: by it the newest of many groups are one question. */
    kind: { type: 'text', max: 20, default: '' },
  },
  indexes: {
    byKudos: { partition: 'kudos', order: 'created', proof: 'key', spare: 1 },
    byKind: { partition: 'kind', order: 'created', proof: 'look', spare: 2 },
    byThanks: { partition: 'thanks', order: 'created', proof: 'key', spare: 3 },
  },
});

export type KeptRecord = RecordOf<typeof keptThanks>;

/** What `kind` says in groups. */
const inGroups = 'kept';

/** The fields of a row that hides thanks. @param id of their row. */
export const keptFields = (id: string, isInGroup: boolean): KeptRecord['fields'] =>
  isInGroup ? { kudos: '', thanks: id, kind: inGroups } : { kudos: id, thanks: '', kind: '' };

export { inGroups as keptInGroups };
