/** Where rows of one's own may lie, in parts that one question is about. */
import type { Collection } from '../kernel/collection.ts';
import {
  communityContainer,
  deskOf,
  governedContainer,
  groupContainer,
  isClosed,
  kindOf,
  lettersOf,
  personContainer,
} from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { maxContainers } from '../kernel/newest-query.ts';
import type { PersonId } from '../kernel/record.ts';

/** What everybody reads, what the reader alone reads, and what lies in some groups. */
export const placeKinds = ['everybody', 'own', 'groups'] as const;

export interface Place {
  readonly kind: (typeof placeKinds)[number];
  /** Of groups: open ones together, or one that is closed. */
  readonly groups: readonly string[];
}

/** At most so many places, of which a closed group is one each. */
export const mostGroupsOfAPlace = maxContainers;

/** What belongs to a group besides its own records. An open group's desk is the owners' alone. */
const belonging = (group: string): readonly ContainerId[] => {
  const container = groupContainer(group);
  const letters = lettersOf(container);
  return isClosed(group) ? [container, letters, deskOf(container)] : [container, letters];
};

/** The containers of a place that hold records of a collection: each list is asked about in one question. */
export function containersIn(
  { keptIn, choice }: Collection,
  { kind, groups }: Place,
  me: PersonId,
): readonly (readonly ContainerId[])[] {
  const isKept = (container: ContainerId): boolean => {
    const each = kindOf(container);
    return each !== undefined && keptIn.includes(each);
  };
  if (kind !== 'groups') {
    const all = kind === 'own' ? [personContainer(me)] : [communityContainer, governedContainer];
    return all.filter(isKept).map((container) => [container]);
  }
  const all = groups.flatMap(belonging).filter(isKept);
  // A host keeps choices in a form of their own, in which one question is about one container.
  if (choice) return all.map((container) => [container]);
  const byKind = new Map<string | undefined, ContainerId[]>();
  for (const container of all) {
    const each = kindOf(container);
    byKind.set(each, [...(byKind.get(each) ?? []), container]);
  }
  return [...byKind.values()];
}

/** Open groups in parts that one question is about, each closed one, and what is no group's, in this order. */
export function placesOf(open: readonly string[], closed: readonly string[]): readonly Place[] {
  const parts = Array.from({ length: Math.ceil(open.length / mostGroupsOfAPlace) }, (_, part) =>
    open.slice(part * mostGroupsOfAPlace, (part + 1) * mostGroupsOfAPlace),
  );
  return [
    ...parts.map((groups) => ({ kind: 'groups', groups }) as const),
    ...closed.map((group) => ({ kind: 'groups', groups: [group] }) as const),
    // What says which groups there are goes last: an erasure that is taken up again has to find them.
    { kind: 'everybody', groups: [] },
    { kind: 'own', groups: [] },
  ];
}
