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

/** Stands between the name of what a list holds and that of its closed container. */
export const inClosed = 'In';

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

const nameInClosed = new RegExp(`^(\\w+${inClosed})(\\d+|x(?:[0-9a-f]{2})+)$`);

/** The closed container whose list has this name; a shared list has none. */
export const closedOfList = (name: string): ContainerId | undefined =>
  closedNamed(nameInClosed.exec(name)?.[2] ?? '');

/** A list's name without its container's: the lists of closed containers are all alike. */
export const kindOfList = (name: string): string => nameInClosed.exec(name)?.[1] ?? name;
