/** Which containers there are, kept in the same ordered map as what they hold. */
import { Forbidden } from '../errors.ts';
import { communityContainer, groupContainer, personContainer } from '../ports.ts';
import type { Audience, ContainerId, DirectoryPerson, PersonId, Right } from '../ports.ts';
import type { Transaction } from './ordered-map.ts';

const containerKey = (container: ContainerId): string =>
  `container/${encodeURIComponent(container)}`;

/** The community is always there and a person's own container is never open: neither is made. */
const isGroup = (container: ContainerId): boolean => container.startsWith(groupContainer(''));

/** Opens a group's container to everybody. @throws Forbidden for any other, and to those who left. */
export async function createContainer(
  transaction: Transaction,
  container: ContainerId,
  person: DirectoryPerson | undefined,
): Promise<void> {
  if (!person?.active || !isGroup(container)) throw new Forbidden(container);
  await registerContainer(transaction, container);
}

/** Makes sure that a container is there. */
async function registerContainer(transaction: Transaction, container: ContainerId): Promise<void> {
  if (isGroup(container)) await transaction.set(containerKey(container), 'open');
}

/** Takes a container away, as an administrator of the host would: what it holds becomes unreadable. */
export async function dropContainer(
  transaction: Transaction,
  container: ContainerId,
): Promise<void> {
  await transaction.delete(containerKey(container));
}

/** What a person may do: everything in the open, everything of their own, nothing elsewhere. */
export async function rightTo(
  transaction: Transaction,
  container: ContainerId,
  person: DirectoryPerson | undefined,
): Promise<Right> {
  if (!person?.active) return 'none';
  if (container === communityContainer || container === personContainer(person.id)) return 'write';
  return (await transaction.get(containerKey(container))) === 'open' ? 'write' : 'none';
}

/** Whether a container that is there would admit a person; only one's own is closed to others. */
export const isOpenTo = (container: ContainerId, person: PersonId): boolean =>
  !container.startsWith(personContainer('')) || container === personContainer(person);

/** Everybody reads what is open; a person's own container has one reader. */
export function audienceOf(
  container: ContainerId,
  people: readonly DirectoryPerson[],
  me: PersonId,
  mayRead: (person: PersonId) => boolean,
): Audience {
  const readers = people.filter(
    ({ id, active }) => active && isOpenTo(container, id) && mayRead(id),
  );
  const names = readers.filter(({ id }) => id !== me).map(({ name }) => firstName(name));
  return {
    known: true,
    count: readers.length,
    firstNames: names.slice(0, 3),
    laterJoiners: !container.startsWith(personContainer('')),
  };
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;
