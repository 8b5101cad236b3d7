/** Who may be mentioned in a group: its members first, then others, with whether they can read it. */
import { isClosed, startsWords } from '@kantine/core';
import type { GroupMember, PersonSummary } from '@kantine/core';

import { everyone } from '../../kit/everyone.ts';
import { everybodyId } from './mention-text.ts';

export interface Candidate {
  readonly person: PersonSummary;
  /** Whether the id of the person is the one that records bear. */
  readonly isKnown: boolean;
  /** Whether they can read the group, and are told. */
  readonly canRead: boolean;
  /** How many are told, where it is everybody in the group. */
  readonly tells?: number;
}

const mostOffered = 8;

/** Neither guests nor people who left are offered. */
const isOffered = ({ active, guest }: PersonSummary): boolean => active && guest !== true;

/**
 * @param typed the beginning of a name.
 * @param members undefined where the reader is told nothing of them.
 * @param found colleagues by the same name, members or not.
 * @param tells how many a mention of everybody tells; undefined where the writer may mention none.
 */
export function candidatesFor(
  typed: string,
  group: string,
  members: readonly GroupMember[] | undefined,
  found: readonly PersonSummary[],
  tells: number | undefined,
): readonly Candidate[] {
  const inside = (members ?? []).map(({ person }) => person).filter(isOffered);
  const ids = new Set(inside.map(({ id }) => id));
  const canRead = !isClosed(group) || members === undefined;
  const all = { id: everybodyId, name: everyone(), active: true };
  const everybody =
    tells !== undefined && startsWords(typed, all)
      ? [{ person: all, isKnown: true, canRead: true, tells }]
      : [];
  const people = [
    ...inside
      .filter((person) => startsWords(typed, person))
      .map((person) => ({ person, isKnown: true, canRead: true })),
    ...found
      .filter((person) => isOffered(person) && !ids.has(person.id))
      .map((person) => ({ person, isKnown: false, canRead })),
  ];
  // Last, so that nobody tells all by pressing Enter too soon.
  return [...people.slice(0, mostOffered - everybody.length), ...everybody];
}
