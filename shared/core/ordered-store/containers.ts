/** Which containers there are, and who is in the closed ones, kept in the same ordered map as what they hold. */
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { audienceOfPrincipals, audienceOfReaders } from '../people/audience.ts';
import { groupContainer, isClosed, personContainer } from '../kernel/container.ts';
import type { Audience } from '../kernel/audience.ts';
import type { Ask, DirectoryPerson, Member, MemberRole } from '../kernel/ports.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { PersonId } from '../kernel/record.ts';
import { endJoin } from './joins.ts';
import { after } from './keys.ts';
import type { Transaction } from './ordered-map.ts';

const part = encodeURIComponent;
export const containerKey = (container: ContainerId): string => `container/${part(container)}`;
const founderKey = (container: ContainerId): string => `founder/${part(container)}`;
const membersPrefix = (container: ContainerId): string => `member/${part(container)}/`;
/** What members of a closed container ask its stewards for. */
const asksPrefix = (container: ContainerId): string => `ask/${part(container)}/`;

const joinedPrefix = (person: PersonId): string => `joined/${part(person)}/`;

/** The community is always there and a person's own container is never open: neither is made. */
const isOpenGroup = (container: ContainerId): boolean => container.startsWith(groupContainer(''));

/** Opens a group's container to everybody. @throws Forbidden for any other, and to those who left. */
export async function createContainer(
  transaction: Transaction,
  container: ContainerId,
  person: DirectoryPerson | undefined,
): Promise<void> {
  if (!person?.active || !isOpenGroup(container)) throw new Forbidden(container);
  if ((await transaction.get(containerKey(container))) !== undefined) return;
  await transaction.set(containerKey(container), 'open');
  await transaction.set(founderKey(container), person.id);
}

/** Who made open containers; of those that an earlier version made nobody knows it. */
export async function foundersOf(
  transaction: Transaction,
  containers: readonly ContainerId[],
): Promise<ReadonlyMap<ContainerId, PersonId>> {
  const founders = new Map<ContainerId, PersonId>();
  for (const container of containers) {
    const founder = await transaction.get(founderKey(container));
    if (founder !== undefined) founders.set(container, founder);
  }
  return founders;
}

/** Who made a closed container, if somebody did. */
export const closedMaker = (
  transaction: Transaction,
  container: ContainerId,
): Promise<PersonId | undefined> => transaction.get(containerKey(container));

/** Makes a closed container with one member. @throws Forbidden, Conflict when somebody else made it. */
export async function createClosedContainer(
  transaction: Transaction,
  container: ContainerId,
  person: DirectoryPerson | undefined,
): Promise<void> {
  if (!person?.active || !isClosed(container)) throw new Forbidden(container);
  const maker = await closedMaker(transaction, container);
  if (maker === person.id) return;
  if (maker !== undefined) throw new Conflict(container);
  await transaction.set(containerKey(container), person.id);
  await setMember(transaction, container, person.id, 'steward');
}

async function setMember(
  transaction: Transaction,
  container: ContainerId,
  person: PersonId,
  role: MemberRole,
): Promise<void> {
  await transaction.set(membersPrefix(container) + part(person), role);
  await transaction.set(joinedPrefix(person) + part(container), role);
  await transaction.delete(asksPrefix(container) + part(person));
  await endJoin(transaction, container, person);
}

/** A person's role in a closed container, if they have one. */
export const roleOf = (
  transaction: Transaction,
  container: ContainerId,
  person: PersonId,
): Promise<string | undefined> => transaction.get(membersPrefix(container) + part(person));

/** @param role any unless told otherwise. */
export async function isMember(
  transaction: Transaction,
  container: ContainerId,
  person: PersonId,
  role?: MemberRole,
): Promise<boolean> {
  const own = await roleOf(transaction, container, person);
  return own !== undefined && (role === undefined || own === role);
}

/** Every member of a closed container. */
export async function membersOf(
  transaction: Transaction,
  container: ContainerId,
): Promise<readonly Member[]> {
  const prefix = membersPrefix(container);
  const entries = await transaction.scan({ from: prefix, to: after(prefix) });
  return entries.map(({ key, value }) => ({
    person: decodeURIComponent(key.slice(prefix.length)),
    role: value as MemberRole,
  }));
}

/** The closed containers that a person is in. */
export async function joinedBy(
  transaction: Transaction,
  person: PersonId,
): Promise<readonly ContainerId[]> {
  const prefix = joinedPrefix(person);
  const entries = await transaction.scan({ from: prefix, to: after(prefix) });
  return entries.map(({ key }) => decodeURIComponent(key.slice(prefix.length)));
}

/** @throws Forbidden to everybody but stewards. */
export async function admitMember(
  transaction: Transaction,
  container: ContainerId,
  { person, role }: Member,
  by: PersonId,
): Promise<void> {
  if ((await roleOf(transaction, container, by)) !== 'steward') throw new Forbidden(container);
  await setMember(transaction, container, person, role);
}

/** @throws Forbidden, unless a steward takes somebody out or a member leaves. */
export async function expelMember(
  transaction: Transaction,
  container: ContainerId,
  person: PersonId,
  by: PersonId,
): Promise<void> {
  const role = await roleOf(transaction, container, by);
  const may = role === 'steward' || (role !== undefined && person === by);
  if (!may) throw new Forbidden(container);
  await transaction.delete(membersPrefix(container) + part(person));
  await transaction.delete(joinedPrefix(person) + part(container));
  await transaction.delete(asksPrefix(container) + part(person));
}

/** A member's wish to be taken out: the container is none of theirs from now on. @throws Forbidden */
export async function askToLeave(
  transaction: Transaction,
  container: ContainerId,
  person: PersonId,
): Promise<void> {
  if ((await roleOf(transaction, container, person)) === undefined) throw new Forbidden(container);
  await transaction.set(asksPrefix(container) + part(person), 'leave');
  await transaction.delete(joinedPrefix(person) + part(container));
}

/** What members ask the stewards for: all of it for a steward, their own for others. */
export async function asksOf(
  transaction: Transaction,
  container: ContainerId,
  me: PersonId,
): Promise<readonly Ask[]> {
  const prefix = asksPrefix(container);
  const entries = await transaction.scan({ from: prefix, to: after(prefix) });
  const all = entries.map(({ key }) => decodeURIComponent(key.slice(prefix.length)));
  const isSteward = (await roleOf(transaction, container, me)) === 'steward';
  return all.filter((by) => isSteward || by === me).map((by) => ({ by, kind: 'leave' }));
}

/** Takes a person's own ask back. */
export async function endAsk(
  transaction: Transaction,
  container: ContainerId,
  person: PersonId,
): Promise<void> {
  const role = await roleOf(transaction, container, person);
  if (role !== undefined) await setMember(transaction, container, person, role as MemberRole);
}

/** Takes a container away, as an administrator of the host would: what it holds becomes unreadable. */
export async function dropContainer(
  transaction: Transaction,
  container: ContainerId,
): Promise<void> {
  await transaction.delete(containerKey(container));
}

/** People who may read what is open, as one group of the host. */
export interface ReadingGroup {
  readonly name: string;
  readonly people: readonly PersonId[];
  /** Whether the host keeps to itself how many they are. */
  readonly isUntold?: boolean;
}

export interface Readers {
  readonly people: readonly DirectoryPerson[];
  readonly mayRead: (person: PersonId) => boolean;
  /** What is told instead of the people where some of them are readers as a group. */
  readonly groups: readonly ReadingGroup[];
}

/** Everybody reads what is open, members what is closed; a person's own container has one reader. */
export function audienceOf(
  container: ContainerId,
  me: PersonId,
  { people, mayRead, groups }: Readers,
): Audience {
  const readers = people.filter(({ id }) => mayRead(id));
  const isOwn = container.startsWith(personContainer(''));
  if (isOwn || isClosed(container) || groups.length === 0) {
    return audienceOfReaders(readers, me, !isOwn, isClosed(container) ? 'members' : 'readers');
  }
  const inGroup = new Set(groups.flatMap((group) => group.people));
  const alone = readers.filter(({ id, active }) => active && !inGroup.has(id));
  return audienceOfPrincipals([
    ...alone.map(({ id, guest }) => ({ kind: 'person', id, guest: guest === true }) as const),
    ...groups.map(
      ({ name, people: { length: size }, isUntold }) =>
        ({ kind: 'group', name, ...(isUntold ? {} : { size }) }) as const,
    ),
  ]);
}
