/** What a person chose for themselves alone: groups that stay quiet, people whom they would rather not see. */
import { collection, isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { personContainer } from '../kernel/container.ts';
import type { PersonId } from '../kernel/record.ts';
import { maxLimit, rows } from '../kernel/query.ts';

/** Each stands while its row does. */
export const preferences = collection({
  name: 'preferences',
  keptIn: ['person'],
  size: 'few',
  key: 'one',
  about: { of: 'container' },
  subject: ['person'],
  privacy: {
    purpose:
      'Which groups a person muted, what they are done with there, which posts, writers and series they follow, and whom they would rather not see.',
    readers: 'its author',
    keep: 'author',
    erasing: 'self',
    leaving: 'erase',
  },
  fields: {
    kind: { type: 'text', max: 20 },
    /**
     * The group that is muted, whose invitation or first steps one is done with, or in which a followed post is;
     * empty for other kinds.
     */
    group: { type: 'text', max: 100 },
    /** The person who is blocked, or whose articles are followed; empty for other kinds. */
    person: { type: 'text', max: 200 },
  },
  indexes: { byKind: { partition: 'kind', order: 'created', proof: 'key', spare: 1 } },
});

type PreferenceRecord = RecordOf<typeof preferences>;

/** What a preference is about. */
export type Preference = { readonly group: string } | { readonly person: PersonId };

/** One row a group or person. */
export const preferenceKey = (preference: Preference): string =>
  'group' in preference ? `mute:${preference.group}` : `block:${preference.person}`;

export const fieldsOf = (preference: Preference) =>
  'group' in preference
    ? { kind: 'mute', group: preference.group, person: '' }
    : { kind: 'block', group: '', person: preference.person };

/** The query for everything that a person chose; the newest 100 of each kind. */
export const ownPreferences = (me: PersonId) =>
  rows(preferences, {
    container: personContainer(me),
    index: 'byKind',
    in: ['mute', 'block'],
    order: 'descending',
    limit: maxLimit,
  });

/** What a person chose, as a page needs it. */
export interface Preferences {
  /** Ids of groups. */
  readonly muted: ReadonlySet<string>;
  readonly blocked: ReadonlySet<PersonId>;
}

/** Rows that do not fit their key are nobody's choice. */
const isFit = (record: PreferenceRecord): boolean => {
  if (!isWellFormed(preferences, record)) return false;
  const { kind, group, person } = record.fields;
  return record.key === preferenceKey(kind === 'mute' ? { group } : { person });
};

export function preferencesIn(records: readonly PreferenceRecord[]): Preferences {
  const fit = records.filter(isFit).map(({ fields }) => fields);
  return {
    muted: new Set(fit.flatMap(({ kind, group }) => (kind === 'mute' ? [group] : []))),
    blocked: new Set(fit.flatMap(({ kind, person }) => (kind === 'block' ? [person] : []))),
  };
}
