/**
 * Which lists hold a container's records: the one place that knows. Open groups share their lists; a
 * closed container has lists of its own, with role inheritance broken for its members.
 */
import { communityContainer, groupContainer, isClosed, personContainer } from '@kantine/core';
import type { Collection, ContainerId, PersonId } from '@kantine/core';

type ContainerKind = Collection['keptIn'][number];

/** A set of lists that many containers of one kind share. */
export type SharedPlace = Exclude<ContainerKind, 'closed'>;

/** A set of lists with one answer to who may read and write them: a shared one, or a closed container's. */
export type Place = SharedPlace | { readonly closed: ContainerId };

/** @returns undefined for a container that is none, or that this person can never reach. */
export function placeOf(container: ContainerId, me: PersonId): Place | undefined {
  if (container === communityContainer) return 'community';
  if (container === personContainer(me)) return 'person';
  if (isClosed(container)) return { closed: container };
  return isGroup(container) ? 'group' : undefined;
}

export const isGroup = (container: ContainerId): boolean =>
  container.startsWith(groupContainer('')) && container !== groupContainer('');

/** In this order their lists are made, and one of the first tells of a reader's right to a place. */
const shared: readonly SharedPlace[] = ['community', 'group', 'person'];

type Kept = Pick<Collection, 'keptIn'>;

/** Whether records of a collection are kept in a place. */
export const isKeptIn = ({ keptIn }: Kept, place: Place): boolean =>
  keptIn.includes(typeof place === 'string' ? place : 'closed');

/** The shared places in which a collection is kept. */
export const sharedPlacesOf = (collection: Kept): readonly SharedPlace[] =>
  shared.filter((place) => isKeptIn(collection, place));
