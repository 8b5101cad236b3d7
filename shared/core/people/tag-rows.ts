/** The rows by which a profile is found, and which of them count. */
import { isWellFormed } from '../kernel/collection.ts';
import type { Profile } from '../card/profile.ts';
import { contentWords } from './content-words.ts';
import { tags } from './tags.ts';
import type { TagRecord } from './tags.ts';
import { tagKey } from './tag-key.ts';

/** What a word is of, as profiles name it. */
export type TagKind = 'ask' | 'interest' | 'language' | 'department' | 'place';

/** Nobody needs more words of one topic to find it. */
const mostWords = 4;

const keyOf = ({ kind, tag, word }: Omit<TagRecord['fields'], 'person'>): string =>
  `${kind}:${tag}|${word}`;

/** What a profile says of each kind. */
export const saidOf = (profile: Profile): Readonly<Record<TagKind, readonly string[]>> => ({
  ask: profile.askMeAbout,
  interest: profile.interests,
  language: profile.languages,
  department: profile.department === '' ? [] : [profile.department],
  place: profile.place === '' ? [] : [profile.place],
});

/** The rows of a profile, by their keys. */
export function tagsOf(profile: Profile): ReadonlyMap<string, Omit<TagRecord['fields'], 'person'>> {
  const rows = Object.entries(saidOf(profile)).flatMap(([kind, said]) =>
    said.flatMap((each) =>
      contentWords(each)
        .slice(0, mostWords)
        .map((word) => ({ kind, tag: tagKey(each), word })),
    ),
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Drops a row about somebody else, and one whose columns are not those of its key. */
export const isTag = (record: TagRecord): boolean =>
  isWellFormed(tags, record) &&
  record.fields.person === record.author &&
  record.key === keyOf(record.fields);
