/** Who is in a group, and stewards who let people in and take them out. */
import { admitEach } from '../admit.ts';
import { Forbidden, Invalid, isKantineError } from '../errors.ts';
import { acceptColleague } from '../people/colleague.ts';
import { peopleFinder } from '../people/person.ts';
import type { PersonSummary } from '../people/person.ts';
import { isClosed } from '../ports.ts';
import type { ContainerId, Host, Member, MemberRole, PersonId } from '../ports.ts';
import { maxLimit } from '../query.ts';
import { isMembership, newestMembers } from './memberships.ts';

export interface GroupMember {
  readonly person: PersonSummary;
  readonly role: MemberRole;
}

export interface NewMember {
  readonly group: string;
  readonly person: PersonId;
  readonly role: MemberRole;
}

/** The members of a closed group, or undefined to those who are not among them. */
export async function membersIfAny(
  { containers }: Host,
  group: ContainerId,
): Promise<readonly Member[] | undefined> {
  try {
    return await containers.members(group);
  } catch (error) {
    if (isKantineError(error, 'Forbidden')) return undefined;
    throw error;
  }
}

/** A group that has members has a steward. @throws Invalid `last-steward` */
export function assertAnotherSteward(members: readonly Member[], person: PersonId): void {
  const others = members.filter((member) => member.person !== person);
  const isSteward = members.some((member) => member.person === person && member.role === 'steward');
  if (!isSteward || others.length === 0 || others.some(({ role }) => role === 'steward')) return;
  throw new Invalid(
    { field: 'person', reason: 'last-steward' },
    'This is the last steward of the group. Make somebody else a steward first.',
  );
}

export function memberOperations(host: Host) {
  const { store, containers, directory } = host;

  /** Members of an open group: the newest 100. @throws Forbidden to who is not in a closed group. */
  async function readMembers({ group }: { group: string }): Promise<readonly GroupMember[]> {
    const members = isClosed(group) ? await containers.members(group) : await newest(group);
    const person = await peopleFinder(
      directory,
      members.map((member) => member.person),
    );
    const shown = members.map((member) => ({ person: person(member.person), role: member.role }));
    return shown.sort((one, other) => one.person.name.localeCompare(other.person.name));
  }

  async function newest(group: string): Promise<readonly Member[]> {
    const query = newestMembers([group], maxLimit);
    const [answer] = await store.read([query]);
    const { records } = await admitEach(store, query, answer, isMembership);
    return records.map(({ author }) => ({ person: author, role: 'member' }));
  }

  /** People join open groups by themselves. @throws Forbidden */
  function assertClosed(group: string): void {
    if (!isClosed(group)) throw new Forbidden(`the members of group ${group}`);
  }

  /** Lets somebody into a closed group, or changes their role in it. Stewards only. */
  async function addMember({ group, person, role }: NewMember): Promise<void> {
    assertClosed(group);
    await acceptColleague(host, 'person', person);
    if (role === 'member') assertAnotherSteward(await containers.members(group), person);
    await containers.admit(group, person, role);
  }

  async function removeMember({ group, person }: Omit<NewMember, 'role'>): Promise<void> {
    assertClosed(group);
    assertAnotherSteward(await containers.members(group), person);
    await containers.expel(group, person);
  }

  return { readMembers, addMember, removeMember };
}
