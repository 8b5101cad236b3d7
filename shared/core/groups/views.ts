/** Groups as people see them, put together from rows and from what the host says of its containers. */
import { admitEach } from '../kernel/admit.ts';
import { lookUp, peopleFinder, summaryOf } from '../people/person.ts';
import type { Host, Member } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { maxLimit } from '../kernel/query.ts';
import type { Answers } from '../kernel/query.ts';
import { groupIdOf } from './group.ts';
import type { GroupRecord, GroupView } from './group.ts';
import { isMembership, memberCounts, newestMembers, ownMemberships } from './memberships.ts';

/** Most members that come with a group. */
const mostFaces = 8;

/** The queries for everything about some open groups but their own records. */
export const aboutGroups = (ids: readonly string[], me: PersonId) =>
  [newestMembers(ids), memberCounts(ids), ownMemberships(ids, me)] as const;

const about = ({ fields }: GroupRecord) =>
  ({ name: fields.name, purpose: fields.purpose, requested: false }) as const;

/** @param answers to `aboutGroups` for the same groups. */
export async function openGroupViews(
  { store, directory }: Host,
  found: readonly GroupRecord[],
  [newest, counts, own]: Answers<ReturnType<typeof aboutGroups>>,
): Promise<GroupView[]> {
  const ids = found.map(groupIdOf);
  const { records: members } = await admitEach(store, newestMembers(ids), newest, isMembership);
  const person = await peopleFinder(
    directory,
    members.map(({ author }) => author),
  );
  return found.map((record) => ({
    ...about(record),
    id: record.id,
    access: 'open',
    memberCount: counts.get(record.id) ?? 0,
    members: members
      .filter(({ fields }) => fields.group === record.id)
      .map(({ author }) => person(author))
      .filter(({ active }) => active),
    joined: own.records.some((row) => isMembership(row) && row.fields.group === record.id),
    steward: false,
  }));
}

/** A closed or secret group as anybody sees it who knows of it. */
export const closedGroupView = (record: GroupRecord, joined: boolean): GroupView => ({
  ...about(record),
  id: groupIdOf(record),
  access: record.fields.access === 'secret' ? 'secret' : 'closed',
  members: [],
  joined,
  steward: false,
});

/** A closed or secret group as its members see it. */
export async function groupViewForMembers(
  { directory, identity }: Host,
  record: GroupRecord,
  members: readonly Member[],
): Promise<GroupView> {
  const me = await identity.me();
  const own = members.find(({ person }) => person === me);
  const shown = members.slice(0, maxLimit).map(({ person }) => person);
  const people = (await lookUp(directory, shown, 'names')).filter(({ active }) => active);
  return {
    ...closedGroupView(record, own !== undefined),
    memberCount: members.length <= maxLimit ? people.length : members.length,
    members: people.slice(0, mostFaces).map(summaryOf),
    steward: own?.role === 'steward',
  };
}
