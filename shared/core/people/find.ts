/** Finding colleagues by name, department, place, skill, interest or language, with why each was found. */
import { admitEach } from '../kernel/admit.ts';
import { isWellFormed, keyIndex } from '../kernel/collection.ts';
import { communityContainer } from '../kernel/container.ts';
import type { DirectoryPerson, Host } from '../kernel/ports.ts';
import { authorKey, maxIn, maxLimit, rows } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { noProfile, profileKey } from '../card/profile.ts';
import type { Profile } from '../card/profile.ts';
import { profiles } from '../card/profiles.ts';
import { joinedBy } from '../groups/memberships-of.ts';
import { memberships } from '../groups/collections.ts';
import { isMembership } from '../groups/memberships.ts';
import { candidates } from './candidates.ts';
import type { Wanted } from './candidates.ts';
import { areAlike, contentWords } from './content-words.ts';
import { factsOf } from './facts.ts';
import type { WorkFacts } from './facts.ts';
import { lookUp, summaryOf } from './person.ts';
import type { PersonSummary } from './person.ts';
import { staffIn, staffOf } from './staff.ts';
import type { Staff } from './staff.ts';
import { saidOf } from './tag-rows.ts';
import type { TagKind } from './tag-rows.ts';
import { startsWords } from './words.ts';
import { tagKey } from './tag-key.ts';

/** A word of their profile by which somebody was found, in their own spelling. */
export interface FoundBy {
  readonly kind: TagKind;
  readonly text: string;
}

export interface FoundPerson extends WorkFacts {
  readonly person: PersonSummary;
  /** What of their profile fits; empty where their name, or where they work, was looked for. */
  readonly by: readonly FoundBy[];
  /** How many open groups they share with the reader. */
  readonly groups: number;
}

export interface FoundPeople {
  /** By name; nobody is ranked. At most 20. */
  readonly people: readonly FoundPerson[];
  /** Whether there may be more, whom a more exact question finds. */
  readonly isMore: boolean;
  /** By which the question can be narrowed down, those of most people first. */
  readonly departments: readonly string[];
  readonly places: readonly string[];
  /** Whether the host's directory tells where people work; else it is what owners list and people write. */
  readonly isWorkKnown: boolean;
}

const mostShown = 20;
const mostChips = 8;
/** Of whom more is asked than their name. */
const mostLookedAt = maxIn;

/** Whether a text holds every word of another, in whatever form. */
function holds(text: string, words: readonly string[]): boolean {
  const own = contentWords(text);
  return words.length > 0 && words.every((word) => own.some((each) => areAlike(each, word)));
}

const isSame = (one: string | undefined, other: string): boolean =>
  one !== undefined && tagKey(one) === tagKey(other);

/** What profiles, the list of staff and memberships say of some people. */
async function aboutPeople({ store }: Host, me: PersonId, people: readonly PersonId[]) {
  const memberOf = rows(memberships, {
    container: communityContainer,
    index: 'byPerson',
    in: people,
    order: 'descending',
    limit: maxLimit,
  });
  const [written, listed, joined, own] = await store.read([
    rows(profiles, {
      container: communityContainer,
      index: keyIndex,
      in: people.map((person) => authorKey(person, profileKey)),
      order: 'ascending',
      limit: 1,
    }),
    staffOf(people),
    memberOf,
    joinedBy(me),
  ]);
  const honest = await admitEach(store, memberOf, joined, isMembership);
  const mine = new Set(own.records.filter(isMembership).map(({ fields }) => fields.group));
  const shared = new Map<PersonId, Set<string>>();
  for (const { author, fields } of honest.records) {
    if (!mine.has(fields.group)) continue;
    shared.set(author, (shared.get(author) ?? new Set()).add(fields.group));
  }
  const saidBy = new Map<PersonId, Profile>(
    written.records
      .filter((record) => isWellFormed(profiles, record))
      .map(({ author, fields }) => [author, fields]),
  );
  return { saidBy, staffBy: staffIn(listed.records), shared };
}

/** What of a profile is what was looked for. */
function foundBy(profile: Profile, { text }: Wanted, words: readonly string[]): FoundBy[] {
  const kinds = Object.entries(saidOf(profile)) as [TagKind, readonly string[]][];
  return kinds.flatMap(([kind, said]) =>
    said
      .filter((each) => isSame(each, text) || holds(each, words))
      .map((each) => ({ kind, text: each })),
  );
}

/** Whether where they work, or their name, is what was looked for; of several words each by itself, in any of it. */
const fitsText = (
  person: DirectoryPerson,
  { title, department, place }: WorkFacts,
  { text }: Wanted,
  words: readonly string[],
): boolean =>
  text === '' ||
  startsWords(text, {
    ...person,
    title: [title, department, place].flatMap((fact) => fact?.text ?? []).join(' '),
  }) ||
  [department, place].some((fact) => fact && (isSame(fact.text, text) || holds(fact.text, words)));

/** What of a profile fits one of several words, where what is known of them fits all others: «rye lund». */
function foundByParts(
  person: DirectoryPerson,
  facts: WorkFacts,
  profile: Profile,
  words: readonly string[],
): FoundBy[] {
  const by = words.map((word) => foundBy(profile, { text: word }, [word]));
  const isFitting = words.every(
    (word, at) => by[at]?.length !== 0 || fitsText(person, facts, { text: word }, [word]),
  );
  const each = new Map(by.flat().map((found) => [`${found.kind}:${found.text}`, found]));
  return isFitting ? [...each.values()] : [];
}

function chipsOf(facts: readonly (string | undefined)[], known: readonly string[]): string[] {
  const counts = new Map<string, number>(known.map((each) => [each, 0]));
  for (const fact of facts) if (fact) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  const most = [...counts].toSorted(
    ([one, ones], [other, others]) => others - ones || one.localeCompare(other),
  );
  return most.slice(0, mostChips).map(([text]) => text);
}

/** Those who take part and are here; who left is found by a link alone. */
const isOffered = ({ active, guest }: DirectoryPerson): boolean => active && guest !== true;

/** Three round trips, whatever the size of the organisation. */
export async function findPeople(host: Host, asked: Wanted): Promise<FoundPeople> {
  const wanted = { ...asked, text: asked.text.trim() };
  const isWorkKnown = host.supports.departments;
  const words = contentWords(wanted.text);
  const me = await host.identity.me();
  const { people: all, within, isMore } = await candidates(host, wanted, words);
  const some = all.slice(0, mostLookedAt);
  if (some.length === 0) {
    const { departments, places } = within;
    return { people: [], isMore, departments, places, isWorkKnown };
  }
  const [known, { saidBy, staffBy, shared }] = await Promise.all([
    lookUp(host.directory, some, 'work'),
    aboutPeople(host, me, some),
  ]);
  const fitting = known.filter(isOffered).flatMap((person): readonly FoundPerson[] => {
    const profile = saidBy.get(person.id) ?? noProfile;
    const staff: Staff | undefined = staffBy.get(person.id);
    const facts = factsOf(person, staff, profile);
    const whole = foundBy(profile, wanted, words);
    const by = whole.length > 0 ? whole : foundByParts(person, facts, profile, words);
    if (by.length === 0 && !fitsText(person, facts, wanted, words)) return [];
    const groups = person.id === me ? 0 : (shared.get(person.id)?.size ?? 0);
    return [{ person: summaryOf(person), ...facts, by, groups }];
  });
  const people = fitting
    .filter(
      ({ department, place }) =>
        (wanted.department === undefined || isSame(department?.text, wanted.department)) &&
        (wanted.place === undefined || isSame(place?.text, wanted.place)),
    )
    .toSorted((one, other) => one.person.name.localeCompare(other.person.name));
  return {
    people: people.slice(0, mostShown),
    isMore: isMore || people.length > mostShown || all.length > mostLookedAt,
    departments: chipsOf(
      fitting.map(({ department }) => department?.text),
      within.departments,
    ),
    places: chipsOf(
      fitting.map(({ place }) => place?.text),
      within.places,
    ),
    isWorkKnown,
  };
}
