/** Open groups that several of the reader's people are in: those of their department, and who answered them lately. */
import { communityContainer, groupContainer } from '../kernel/container.ts';
import { maxNewest, newestStamps } from '../kernel/newest-query.ts';
import type { DirectoryPerson, Host } from '../kernel/ports.ts';
import { maxIn, maxLimit, rows } from '../kernel/query.ts';
import type { PersonId } from '../kernel/record.ts';
import { lookUp, summaryOf } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { comments } from '../wall/message.ts';
import { memberships } from './collections.ts';
import { accessOf } from './group.ts';
import type { GroupSummary } from './group.ts';
import { knownGroup } from './known.ts';
import { decidedAbout } from './list-acts.ts';
import { readable } from './readable.ts';
import { findGroup, groupsById, isMembership, newestMembers } from './memberships.ts';
import { joinedBy } from './memberships-of.ts';

const mostSuggested = 3;
/** A group counts with so many of the reader's people: fewer would tell of each of them. */
const fewest = 3;
/** So many groups are looked at, those with the most of them first. */
const mostLookedAt = 12;
/** So many are named beside the department. */
const mostNamed = 2;
/** Who answered longer ago is not asked for, in milliseconds. */
const lately = 90 * 24 * 3_600_000;

export interface Suggestion {
  readonly group: GroupSummary;
  /** The reader's department, and how many of it are in the group; zero without a name where it is not known. */
  readonly department: string;
  readonly colleagues: number;
  /** Others who are in it and answered the reader, at most two. */
  readonly others: readonly PersonSummary[];
  /** How many more of these there are. */
  readonly more: number;
}

/** The reader's people, and what is said of them. */
interface Circle {
  readonly department: string;
  readonly colleagues: ReadonlySet<PersonId>;
  readonly people: ReadonlyMap<PersonId, DirectoryPerson>;
}

async function circleOf(host: Host, mine: readonly string[], me: PersonId): Promise<Circle> {
  const { store, directory, clock } = host;
  const [members, answers] = await store.read([
    newestMembers(mine, 20),
    newestStamps(comments, {
      containers: mine.map(groupContainer),
      of: { index: 'byPerson', eq: me },
      since: clock.now() - lately,
      limit: maxNewest,
    }),
  ]);
  const around = members.records.filter(isMembership).map(({ author }) => author);
  const answered = new Set(answers.records.map(({ author }) => author));
  const known = [...new Set([me, ...answered, ...around])].slice(0, maxLimit);
  const found = await lookUp(directory, known, 'work');
  const department = found.find(({ id }) => id === me)?.department ?? '';
  const others = found.filter(({ id, active, guest }) => active && !guest && id !== me);
  const isNear = (person: DirectoryPerson): boolean =>
    department !== '' && person.department === department;
  const near = others.filter((person) => isNear(person) || answered.has(person.id));
  return {
    department,
    colleagues: new Set(near.filter(isNear).map(({ id }) => id)),
    people: new Map(near.slice(0, maxIn).map((person) => [person.id, person])),
  };
}

/** Who of some people is in which open group; nobody writes a membership for another. */
async function groupsOf({ store }: Host, people: readonly PersonId[]) {
  const [{ records }] = await store.read([
    rows(memberships, {
      container: communityContainer,
      index: 'byPerson',
      in: people,
      order: 'descending',
      limit: 20,
    }),
  ]);
  const groups = new Map<string, Set<PersonId>>();
  for (const { fields, author } of records.filter(isMembership)) {
    if (accessOf(fields.group) !== 'open') continue;
    groups.set(fields.group, (groups.get(fields.group) ?? new Set()).add(author));
  }
  return groups;
}

/** At most three, those with the most of the reader's people first; none that they are in, or that is archived. */
export async function readSuggestions(host: Host): Promise<readonly Suggestion[]> {
  const { store, identity } = host;
  const me = await identity.me();
  const [{ records }] = await store.read([joinedBy(me)]);
  const mine = [...new Set(records.filter(isMembership).map(({ fields }) => fields.group))];
  const read = await readable(host, mine.slice(0, maxIn));
  if (read.length === 0) return [];
  const { department, colleagues, people } = await circleOf(host, read, me);
  if (people.size < fewest) return [];
  const strange = [...(await groupsOf(host, [...people.keys()]))]
    .filter(([group, inside]) => inside.size >= fewest && !mine.includes(group))
    .sort(([, one], [, other]) => other.size - one.size)
    .slice(0, mostLookedAt);
  if (strange.length === 0) return [];
  const ids = strange.map(([group]) => group);
  const [[found], there, decided] = await Promise.all([
    store.read([groupsById(ids)]),
    readable(host, ids),
    decidedAbout(host, ids),
  ]);
  const suggested = strange.flatMap(([group, inside]): Suggestion[] => {
    const record = findGroup(found.records, group);
    if (!record || !there.includes(group) || decided.get(group)?.archived) return [];
    const others = [...inside].filter((person) => !colleagues.has(person));
    return [
      {
        group: { id: group, name: knownGroup(record).name },
        department,
        colleagues: inside.size - others.length,
        others: others
          .slice(0, mostNamed)
          .flatMap((person) => people.get(person) ?? [])
          .map(summaryOf),
        more: Math.max(0, others.length - mostNamed),
      },
    ];
  });
  return suggested.slice(0, mostSuggested);
}
