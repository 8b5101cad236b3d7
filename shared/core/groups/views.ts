/** Groups as people see them, put together from rows and from what the host says of its containers. */
import { admitEach } from '../kernel/admit.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import type { Answers } from '../kernel/query.ts';
import type { memberships } from './collections.ts';
import type { GroupRecord, GroupView, KnownGroup } from './group.ts';
import { formerName, knownGroup, rememberedGroup } from './known.ts';
import { isMembership, memberCounts, newestMembers, ownMemberships } from './memberships.ts';

/** Most members that come with a group. */
export const mostFaces = 8;

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

/** An open group as somebody sees it who has joined this moment, and so is asked no more whether they want to. */
export function withMember(group: GroupView, person: PersonSummary): GroupView {
  const joined = {
    ...group,
    joined: true,
    memberCount: (group.memberCount ?? 0) + 1,
    members: [person, ...group.members].slice(0, mostFaces),
  };
  Reflect.deleteProperty(joined, 'invited');
  return joined;
}

/** The order of a list of groups. */
export const byName = (a: GroupView, b: GroupView): number => a.name.localeCompare(b.name);
