/** Who joined a group, beside who may read it. */
import type { Audience } from '../kernel/audience.ts';
import type { PersonId } from '../kernel/record.ts';
import type { PersonSummary } from '../people/person.ts';
import type { GroupView } from './group.ts';

/** Those who joined an open group, as the group itself tells. */
export interface Joined {
  readonly count: number;
  /** Whether the reader is one of them. */
  readonly isIn: boolean;
  /** A few of the others, for their first names. */
  readonly people: readonly PersonSummary[];
}

/** Who reads what is written in a group, and who joined it. */
export type GroupAudience = Audience & { readonly joined?: Joined };

const mostNames = 3;

/** The audience of an open group; of a closed one the host tells who is in it. */
export function withJoined(
  audience: Audience,
  { access, memberCount: count, joined: isIn, members }: GroupView,
  me: PersonId,
): GroupAudience {
  if (access !== 'open' || count === undefined) return audience;
  const people = members.filter(({ id }) => id !== me).slice(0, mostNames);
  return { ...audience, joined: { count, isIn, people } };
}
