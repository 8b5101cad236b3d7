/** Groups as people see them, put together from rows. */
import { admitEach } from '../admit.ts';
import { peopleFinder } from '../people/person.ts';
import type { Host, PersonId } from '../ports.ts';
import type { Answers } from '../query.ts';
import type { GroupView } from './group.ts';
import { isMembership, memberCounts, newestMembers, ownMemberships } from './memberships.ts';

/** The queries for everything about some groups but their own records. */
export const aboutGroups = (ids: readonly string[], me: PersonId) =>
  [newestMembers(ids), memberCounts(ids), ownMemberships(ids, me)] as const;

/** @param about the answers to `aboutGroups` for the same groups. */
export async function groupViews(
  { store, directory }: Host,
  found: readonly { id: string; fields: { name: string; purpose: string } }[],
  [newest, counts, own]: Answers<ReturnType<typeof aboutGroups>>,
): Promise<GroupView[]> {
  const ids = found.map(({ id }) => id);
  const { records: members } = await admitEach(store, newestMembers(ids), newest, isMembership);
  const person = await peopleFinder(
    directory,
    members.map(({ author }) => author),
  );
  return found.map(({ id, fields }) => ({
    id,
    name: fields.name,
    purpose: fields.purpose,
    memberCount: counts.get(id) ?? 0,
    members: members
      .filter((record) => record.fields.group === id)
      .map(({ author }) => person(author))
      .filter(({ active }) => active),
    joined: own.records.some((record) => isMembership(record) && record.fields.group === id),
  }));
}
