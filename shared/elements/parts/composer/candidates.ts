/** Who may be mentioned in a group: its members first, then others, with whether they can read it. */
import { isClosed, startsWords } from '@kantine/core';
import type { GroupMember, PersonSummary } from '@kantine/core';

export interface Candidate {
  readonly person: PersonSummary;
  /** Whether the id of the person is the one that records bear. */
  readonly isKnown: boolean;
  /** Whether they can read the group, and are told. */
  readonly canRead: boolean;
}

const mostOffered = 8;

/** Neither guests nor people who left are offered. */
const isOffered = ({ active, guest }: PersonSummary): boolean => active && guest !== true;

/**
 * @param typed the beginning of a name.
 * @param members undefined where the reader is told nothing of them.
 * @param found colleagues by the same name, members or not.
 */
export function candidatesFor(
  typed: string,
  group: string,
  members: readonly GroupMember[] | undefined,
  found: readonly PersonSummary[],
): readonly Candidate[] {
  const inside = (members ?? []).map(({ person }) => person).filter(isOffered);
  const ids = new Set(inside.map(({ id }) => id));
  const canRead = !isClosed(group) || members === undefined;
  return [
    ...inside
      .filter((person) => startsWords(typed, person))
      .map((person) => ({ person, isKnown: true, canRead: true })),
    ...found
      .filter((person) => isOffered(person) && !ids.has(person.id))
      .map((person) => ({ person, isKnown: false, canRead })),
  ].slice(0, mostOffered);
}
