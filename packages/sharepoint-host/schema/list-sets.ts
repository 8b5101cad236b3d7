/**
 * Which lists hold a container's records: the only file that knows. Open groups share their lists; a
 * closed container has lists of its own, with role inheritance broken for its members.
 */
import { communityContainer, groupContainer, isClosed, personContainer } from '@kantine/core';
import type { Collection, ContainerId, PersonId } from '@kantine/core';

type ContainerKind = Collection['keptIn'][number];

/** A set of lists that many containers of one kind share. */
export type SharedListSet = Exclude<ContainerKind, 'closed'>;

/** A set of lists with one answer to who may read and write them: a shared one, or a closed container's. */
export type ListSet = SharedListSet | { readonly closed: ContainerId };

/** The list of a collection in a container. */
export interface Where {
  readonly listSet: ListSet;
  readonly name: string;
  /** Below `_api/`. */
  readonly path: string;
  /** The paths of the other lists of a closed container. */
  readonly neighbours?: readonly string[];
  /** Of a closed container: whether an owner made this list. The setup row tells of the others. */
  readonly wasThere?: boolean;
}

/** @returns undefined for a container that is none, or that this person can never reach. */
export function listSetOf(container: ContainerId, me: PersonId): ListSet | undefined {
  if (container === communityContainer) return 'community';
  if (container === personContainer(me)) return 'person';
  if (isClosed(container)) return { closed: container };
  return isGroup(container) ? 'group' : undefined;
}

export const isGroup = (container: ContainerId): boolean =>
  container.startsWith(groupContainer('')) && container !== groupContainer('');

/** In this order their lists are made, and one of the first tells of a reader's right to a set of lists. */
const shared: readonly SharedListSet[] = ['community', 'group', 'person'];

type Kept = Pick<Collection, 'keptIn'>;

/** Whether records of a collection are kept in a set of lists. */
export const isKeptIn = ({ keptIn }: Kept, listSet: ListSet): boolean =>
  keptIn.includes(typeof listSet === 'string' ? listSet : 'closed');

/** The shared sets of lists in which a collection is kept. */
export const sharedListSetsOf = (collection: Kept): readonly SharedListSet[] =>
  shared.filter((listSet) => isKeptIn(collection, listSet));
