/** Groups as people see them, put together from rows and from what the host says of its containers. */
import { admitEach } from '../kernel/admit.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { lookUp, peopleFinder, summaryOf } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import type { Host, Member } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { maxLimit } from '../kernel/query.ts';
import type { Answers } from '../kernel/query.ts';
import type { memberships } from './collections.ts';
import type { GroupRecord, GroupView, KnownGroup } from './group.ts';
import { formerName, knownGroup, rememberedGroup } from './known.ts';
import { isMembership, memberCounts, newestMembers, ownMemberships } from './memberships.ts';

/** Most members that come with a group. */
const mostFaces = 8;

/** The queries for everything about some open groups but their own records. */
export const aboutGroups = (ids: readonly string[], me: PersonId) =>
  [newestMembers(ids), memberCounts(ids), ownMemberships(ids, me)] as const;

/** A group by its id, with its record if it has one. */
export interface FoundGroup {
  readonly id: string;
  readonly record?: GroupRecord | undefined;
}

type Membership = RecordOf<typeof memberships>;

function known({ id, record }: FoundGroup, members: readonly Membership[]): KnownGroup | undefined {
  if (!record) return rememberedGroup(id, members);
  const formerly = formerName(record, members);
  return { ...knownGroup(record), ...(formerly === undefined ? {} : { formerly }) };
}

/**
 * Open groups as people see them; those that nobody remembers are left out.
 * @param answers to `aboutGroups` for the same groups.
 */
export async function openGroupViews(
  { store, directory }: Host,
  found: readonly FoundGroup[],
  [newest, counts, own]: Answers<ReturnType<typeof aboutGroups>>,
): Promise<GroupView[]> {
  const ids = found.map(({ id }) => id);
  const { records: members } = await admitEach(store, newestMembers(ids), newest, isMembership);
  const person = await peopleFinder(
    directory,
    members.map(({ author }) => author),
  );
  return found.flatMap((group) => {
    const joined = members.filter(({ fields }) => fields.group === group.id);
    const about = known(group, joined);
    if (!about) return [];
    return {
      ...about,
      requested: false,
      memberCount: counts.get(group.id) ?? 0,
      members: joined.map(({ author }) => person(author)).filter(({ active }) => active),
      joined: own.records.some((row) => isMembership(row) && row.fields.group === group.id),
      steward: false,
    };
  });
}

/** An open group as somebody sees it who has joined this moment. */
export const withMember = (group: GroupView, person: PersonSummary): GroupView => ({
  ...group,
  joined: true,
  memberCount: (group.memberCount ?? 0) + 1,
  members: [person, ...group.members].slice(0, mostFaces),
});

/** The order of a list of groups. */
export const byName = (a: GroupView, b: GroupView): number => a.name.localeCompare(b.name);

/** A closed or secret group as anybody sees it who knows of it. */
export const closedGroupView = (group: KnownGroup, joined: boolean): GroupView => ({
  ...group,
  requested: false,
  members: [],
  joined,
  steward: false,
});

/** A closed group as a list shows it to those outside. @param asked whether the reader asked to be let in. */
export const outsideView = (
  { supports: { asking } }: Host,
  group: KnownGroup,
  asked: boolean,
): GroupView => ({
  ...closedGroupView(group, false),
  ...(asking ? { asking } : {}),
  ...(asked ? { asked } : {}),
});

/** A closed or secret group that the reader is in, as a list shows it. */
export const ownClosedGroupView = ({ supports }: Host, group: KnownGroup): GroupView => ({
  ...closedGroupView(group, true),
  ...(supports.leaving === 'asked' ? { leaving: 'asked' } : {}),
});

/** A closed or secret group as its members see it. */
export async function groupViewForMembers(
  host: Host,
  group: KnownGroup,
  members: readonly Member[],
): Promise<GroupView> {
  const { directory, identity } = host;
  const me = await identity.me();
  const own = members.find(({ person }) => person === me);
  const shown = members.slice(0, maxLimit).map(({ person }) => person);
  const people = (await lookUp(directory, shown, 'names')).filter(({ active }) => active);
  return {
    ...(own ? ownClosedGroupView(host, group) : closedGroupView(group, false)),
    memberCount: members.length <= maxLimit ? people.length : members.length,
    members: people.slice(0, mostFaces).map(summaryOf),
    steward: own?.role === 'steward',
  };
}
