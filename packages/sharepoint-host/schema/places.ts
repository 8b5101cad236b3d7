/**
 * Which lists hold a container's records: the one place that knows. Open groups share their lists; a
 * closed container has lists of its own, with role inheritance broken for its members.
 */
import {
  closedContainer,
  communityContainer,
  groupContainer,
  isClosed,
  personContainer,
} from '@kantine/core';
import type { ContainerId, PersonId } from '@kantine/core';

/** A set of lists that many containers share. */
export type SharedPlace = 'community' | 'groups' | 'people';

/** A set of lists with one answer to who may read and write them: a shared one, or a closed container's. */
export type Place = SharedPlace | { readonly closed: ContainerId };

/** @returns undefined for a container that is none, or that this person can never reach. */
export function placeOf(container: ContainerId, me: PersonId): Place | undefined {
  if (container === communityContainer) return 'community';
  if (container === personContainer(me)) return 'people';
  if (isClosed(container)) return { closed: container };
  return isGroup(container) ? 'groups' : undefined;
}

export const isGroup = (container: ContainerId): boolean =>
  container.startsWith(groupContainer('')) && container !== groupContainer('');

/** The kinds of places, as far as collections are concerned: all closed containers are alike. */
type Home = SharedPlace | 'closed';

const everywhere: readonly Home[] = ['community', 'groups', 'people', 'closed'];

/** Where Kantine's own collections are kept; a collection that is not named here may be anywhere. */
const homes: Readonly<Record<string, readonly Home[]>> = {
  profiles: ['community'],
  groups: ['community', 'closed'],
  memberships: ['community'],
  kudos: ['community'],
  posts: ['groups', 'closed'],
  comments: ['groups', 'closed'],
  revisions: ['groups', 'closed'],
  reactions: ['groups', 'closed'],
  readMarks: ['people'],
};

const homesOf = (collection: string): readonly Home[] => homes[collection] ?? everywhere;

/** Whether records of a collection are kept in a place. */
export const isKeptIn = (collection: string, place: Place): boolean =>
  homesOf(collection).includes(typeof place === 'string' ? place : 'closed');

/** The shared places in which a collection is kept. */
export const sharedHomesOf = (collection: string): readonly SharedPlace[] =>
  homesOf(collection).filter((home) => home !== 'closed');

/**
 * A closed container's part in the names of its lists and groups: letters and digits that say which it
 * is, and that no other has, though SharePoint's names know neither case nor most punctuation.
 */
export function closedName(container: ContainerId): string {
  const id = container.slice(closedContainer('').length);
  if (/^\d+$/.test(id)) return id;
  const bytes = new TextEncoder().encode(id);
  return `x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The closed container of a name, if it is one. */
export function closedNamed(name: string): ContainerId | undefined {
  if (/^\d+$/.test(name)) return closedContainer(name);
  const hex = /^x((?:[0-9a-f]{2})+)$/.exec(name)?.[1];
  if (hex === undefined) return undefined;
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return closedContainer(new TextDecoder().decode(bytes));
}
