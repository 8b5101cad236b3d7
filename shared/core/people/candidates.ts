/** Who may be meant by what somebody looks for: by name, by a word of a profile, by the list of staff. */
import { admitEach, admitPage, readAdmitted } from '../kernel/admit.ts';
import { communityContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { maxIn, maxLimit, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { staffUnder } from './staff.ts';
import type { StaffRecord } from './staff.ts';
import { tagKey } from './tag-key.ts';
import { isTag } from './tag-rows.ts';
import { tags } from './tags.ts';
import type { TagRecord } from './tags.ts';

/** What somebody looks for. Text and chips narrow each other down. */
export interface Wanted {
  /** A name, a department, a place, a topic or a language. */
  readonly text: string;
  readonly department?: string | undefined;
  readonly place?: string | undefined;
}

/** As many are asked for by name, and where the host's directory knows where people work. */
const mostNamed = 21;
const shortestStem = 4;
/** So many words of a text are looked for among the departments and places of the list of staff, each by itself. */
const mostParts = 3;

/** The forms under which a word may stand: «report» and «reports». */
const formsOf = (word: string): readonly string[] => [
  word,
  `${word}s`,
  `${word}en`,
  ...[word.slice(0, -1), word.slice(0, -2)].filter(({ length }) => length >= shortestStem),
];

/** The distinct keys of texts; those that are not there have none. */
const keysOf = (texts: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(texts.flatMap((each) => (each ? [tagKey(each)] : []))),
];

const newestTags = {
  container: communityContainer,
  order: 'descending',
  limit: maxLimit,
} as const;

/** Who may be meant: by name in the directory, by a word of a profile, by the list of staff. */
export async function candidates(
  { store, directory, supports }: Host,
  { text, department, place }: Wanted,
  words: readonly string[],
) {
  const forms = [...new Set(words.flatMap(formsOf))].slice(0, maxIn);
  const ofTags = keysOf([text, department, place]).map((eq) =>
    rows(tags, { ...newestTags, index: 'byTag', eq }),
  );
  const ofWords = rows(tags, { ...newestTags, index: 'byWord', in: forms });
  // «service leeds» is a title, or a department, and a place.
  const parts = words.slice(0, mostParts);
  const ofStaff = [
    ...keysOf([department, text, ...parts]).map((eq) => staffUnder('byDepartment', eq)),
    ...keysOf([place, text, ...parts]).map((eq) => staffUnder('byPlace', eq)),
  ];
  const [named, within, answers] = await Promise.all([
    text === '' ? [] : directory.search(text, mostNamed),
    supports.departments
      ? directory.find({ text, department, place }, mostNamed)
      : { people: [], departments: [], places: [] },
    store.read([ofWords, ...ofTags, ...ofStaff]),
  ]);
  const [ofAll, ...others] = answers;
  const exact = await Promise.all(
    ofTags.map((query, at) =>
      admitPage(store, query, others[at] as Rows<TagRecord['fields']>, isTag),
    ),
  );
  const worded = await admitEach(store, ofWords, ofAll, isTag);
  const crowded = await Promise.all(
    [...worded.crowded].map((eq) =>
      readAdmitted(store, rows(tags, { ...newestTags, index: 'byWord', eq }), isTag),
    ),
  );
  const listed = others.slice(ofTags.length) as readonly Rows<StaffRecord['fields']>[];
  const people: readonly PersonId[] = [
    ...named.map(({ id }) => id),
    ...within.people.map(({ id }) => id),
    ...[...exact, worded].flatMap(({ records }) => records.map(({ author }) => author)),
    ...crowded.flat().map(({ author }) => author),
    ...listed.flatMap(({ records }) => records.map(({ fields }) => fields.account)),
  ];
  const isMore = exact.some(({ cursor }) => cursor !== undefined) || worded.crowded.size > 0;
  return { people: [...new Set(people)], within, isMore };
}
