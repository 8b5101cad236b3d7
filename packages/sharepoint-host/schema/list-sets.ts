/**
 * Which lists hold a container's records: the only file that knows. Open groups share their lists; a
 * closed container has lists of its own, with role inheritance broken for its members.
 */
import { isClosed, kindOf, ownerOf, personContainer } from '@kantine/core';
import type { Collection, ContainerId, ContainerKind, PersonId } from '@kantine/core';

/** A set of lists that many containers of one kind share. */
export type SharedListSet = Exclude<ContainerKind, 'closed'>;

/** Lists of a closed container: its members', or that of its desk. */
interface ClosedListSet {
  readonly closed: ContainerId;
  readonly isDesk: boolean;
}

/** A set of lists with one answer to who may read and write them: a shared one, or a closed container's. */
export type ListSet = SharedListSet | ClosedListSet;

/** The list of a collection in a container. */
export interface Where {
  readonly listSet: ListSet;
  readonly name: string;
  /** Below `_api/`. */
  readonly path: string;
  /** The paths of the other lists of a closed container. */
  readonly neighbours?: readonly string[];
  /** Of letters about a closed container: one of its lists, and whether the reader is a member. */
  readonly about?: { readonly path: string; readonly isMember: boolean };
  /** Of a closed container: whether an owner made this list. The setup row tells of the others. */
  readonly wasThere?: boolean;
}

/** The container that a right hangs on: of a desk and of letters the one that they belong to. */
export const groupOf = (container: ContainerId): ContainerId => ownerOf(container) ?? container;

/** @returns undefined for a container that is none, or that this person can never reach. */
export function listSetOf(container: ContainerId, me: PersonId): ListSet | undefined {
  const kind = kindOf(container);
  if (kind === 'person' && container !== personContainer(me)) return undefined;
  const closed = groupOf(container);
  if (kind === 'letters' || !isClosed(closed)) return kind as SharedListSet | undefined;
  return { closed, isDesk: kind === 'desk' };
}

/** The parts of names of the lists that collections have for themselves in sets that may hold many rows. */
export const ownSuffixes = { community: '', group: 'OfGroups', person: 'OfPeople' } as const;

type OwnSet = keyof typeof ownSuffixes;

/** Whether a row in a set of lists proves by lying there that its author had a right to write it. */
export const isProof = (listSet: ListSet): boolean =>
  typeof listSet === 'string' ? !(listSet in ownSuffixes) : listSet.isDesk;

/** Whether others may know when something was written in a set of lists: its readers see all of it. */
export const isWatched = (listSet: ListSet): boolean =>
  listSet !== 'person' && listSet !== 'letters';

/** In this order their lists are made, and one of the first tells of a reader's right to a set of lists. */
const shared = Object.keys(ownSuffixes) as readonly OwnSet[];

type KeptIn = Pick<Collection, 'keptIn'>;

/** Whether records of a collection are kept in a set of lists. */
export const isKeptIn = ({ keptIn }: KeptIn, listSet: ListSet): boolean =>
  keptIn.includes(typeof listSet === 'string' ? listSet : listSet.isDesk ? 'desk' : 'closed');

/** The shared sets in which a collection with many records is kept. */
export const sharedListSetsOf = (collection: KeptIn): readonly OwnSet[] =>
  shared.filter((listSet) => isKeptIn(collection, listSet));
