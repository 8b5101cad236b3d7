/** What a person may do in each kind of container. */
import { isClosed, kindOf, ownerOf, personContainer } from '../kernel/container.ts';
import type { ContainerId, Right } from '../kernel/container.ts';
import type { DirectoryPerson } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { containerKey, roleOf } from './containers.ts';
import type { Transaction } from './ordered-map.ts';

/** Somebody who asks for a right, and whether they are an owner of the host. */
export interface Asker {
  readonly person: DirectoryPerson | undefined;
  readonly isOwner: boolean;
}

/** What a person may do. Nothing is theirs in what nobody made. */
export async function rightTo(
  transaction: Transaction,
  container: ContainerId,
  { person, isOwner }: Asker,
): Promise<Right> {
  if (!person?.active) return 'none';
  switch (kindOf(container)) {
    case undefined:
      return 'none';
    case 'community':
      return 'write';
    case 'person':
      return container === personContainer(person.id) ? 'write' : 'none';
    case 'governed':
      return isOwner ? 'write' : 'read';
    case 'office':
      return isOwner ? 'write' : 'none';
    case 'group':
      return (await transaction.get(containerKey(container))) === 'open' ? 'write' : 'none';
    case 'closed':
      return (await roleInClosed(transaction, container, person.id)) === undefined
        ? 'none'
        : 'write';
    case 'desk':
    case 'letters':
      return rightBeside(transaction, container, { person, isOwner });
  }
}

/** The right to a desk or to letters follows from that to the container that they belong to. */
async function rightBeside(
  transaction: Transaction,
  container: ContainerId,
  asker: Asker,
): Promise<Right> {
  const owner = ownerOf(container) ?? '';
  if ((await rightTo(transaction, owner, asker)) === 'none') return 'none';
  if (kindOf(container) === 'letters') return 'write';
  return (await answersFor(transaction, owner, asker)) ? 'write' : 'read';
}

/**
 * Whether somebody answers for a group's container, so that they write at its desk and its letters are addressed
 * to them: its stewards where it is closed, the host's owners where it is open.
 */
export async function answersFor(
  transaction: Transaction,
  container: ContainerId,
  { person, isOwner }: Asker,
): Promise<boolean> {
  if (!isClosed(container)) return isOwner;
  return (await roleInClosed(transaction, container, person?.id ?? '')) === 'steward';
}

async function roleInClosed(
  transaction: Transaction,
  container: ContainerId,
  person: PersonId,
): Promise<string | undefined> {
  const made = await transaction.get(containerKey(container));
  return made === undefined ? undefined : roleOf(transaction, container, person);
}

/** Whether a container that is there, and not closed, would admit a person. */
export const isOpenTo = (container: ContainerId, person: PersonId): boolean =>
  container === personContainer(person) || !container.startsWith(personContainer(''));
