/**
 * Which lists hold a container's records: the one place that knows. Open groups share their lists.
 * A closed or secret group will get lists of its own, with role inheritance broken for its members.
 */
import { communityContainer, groupContainer, personContainer } from '@kantine/core';
import type { ContainerId, PersonId } from '@kantine/core';

/** A set of lists with one answer to who may read and write them. */
export type Place = 'community' | 'groups' | 'people';

const places: readonly Place[] = ['community', 'groups', 'people'];

/** @returns undefined for a container that is none, or that this person can never reach. */
export function placeOf(container: ContainerId, me: PersonId): Place | undefined {
  if (container === communityContainer) return 'community';
  if (container === personContainer(me)) return 'people';
  return isGroup(container) ? 'groups' : undefined;
}

export const isGroup = (container: ContainerId): boolean =>
  container.startsWith(groupContainer('')) && container !== groupContainer('');

/** Where Kantine's own collections are kept; a collection that is not named here may be anywhere. */
const homes: Readonly<Record<string, readonly Place[]>> = {
  profiles: ['community'],
  groups: ['community'],
  memberships: ['community'],
  kudos: ['community'],
  posts: ['groups'],
  comments: ['groups'],
  revisions: ['groups'],
  reactions: ['groups'],
  readMarks: ['people'],
};

export const homesOf = (collection: string): readonly Place[] => homes[collection] ?? places;
