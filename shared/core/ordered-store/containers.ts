/** Which containers there are, kept in the same ordered map as what they hold. */
import { communityContainer, personContainer } from '../ports.ts';
import type { Audience, ContainerId, DirectoryPerson, PersonId, Right } from '../ports.ts';
import type { Transaction } from './ordered-map.ts';

const containerKey = (container: ContainerId): string =>
  `container/${encodeURIComponent(container)}`;

export async function registerContainer(
  transaction: Transaction,
  container: ContainerId,
): Promise<void> {
  await transaction.set(containerKey(container), 'open');
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

/** Everybody reads what is open; a person's own container has one reader. */
export function audienceOf(
  container: ContainerId,
  people: readonly DirectoryPerson[],
  me: PersonId,
): Audience {
  const readers = people.filter(
    ({ id, active }) => active && (!container.startsWith('person:') || container === personContainer(id)),
  );
  const names = readers.filter(({ id }) => id !== me).map(({ name }) => firstName(name));
  return {
    known: true,
    count: readers.length,
    firstNames: names.slice(0, 3),
    laterJoiners: !container.startsWith('person:'),
  };
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;
