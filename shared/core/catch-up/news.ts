/** What else is worth knowing since somebody last caught up: what was decided, and what is worth a look. */
import type { GroupSummary } from '../groups/group.ts';
import type { DecidedState } from '../ideas/fate.ts';
import type { Instant } from '../kernel/record.ts';
import type { PersonSummary } from '../people/person.ts';

export interface NewsLine {
  readonly group: GroupSummary;
  /** The post's id; of an article its own. */
  readonly id: string;
  readonly at: Instant;
  /** How it begins, in one line. */
  readonly text: string;
  /** Whom that mentions; those whom the host does not know have no name. Absent where that is nobody. */
  readonly mentions?: readonly PersonSummary[];
}

/** What became of an idea. */
export interface DecidedIdea extends NewsLine {
  readonly kind: 'decision';
  readonly state: DecidedState;
  readonly by: PersonSummary;
  /** The reason, as it was given. */
  readonly why: string;
  /** Until when it is tried, or when it is looked at again. */
  readonly until?: Instant;
  /** It is the reader's idea. */
  readonly mine?: true;
}

/** An answer of the reader's that solved a question. */
export interface SettledQuestion extends NewsLine {
  readonly kind: 'settled';
  readonly by: PersonSummary;
}

/** A question of a colleague's that was answered. */
export interface SolvedQuestion extends NewsLine {
  readonly kind: 'solved';
  readonly by: PersonSummary;
  /** How many say that it solved it for them too. */
  readonly helped: number;
  /** What the reader's profile says of it. */
  readonly topic?: string;
}

/** An article of somebody whom the reader follows. */
export interface ArticleNews extends NewsLine {
  readonly kind: 'published';
  readonly by: PersonSummary;
  /** How long reading takes. */
  readonly minutes: number;
}

export type DecidedLine = DecidedIdea | SettledQuestion;
export type WorthLine = SolvedQuestion | ArticleNews;

export interface News {
  /** What concerns the reader themselves first, then the newest; at most five. */
  readonly decided: readonly DecidedLine[];
  /** What fits the reader best first; one of each group, at most five. */
  readonly worth: readonly WorthLine[];
  /** Whether there may be more than these. */
  readonly isMore: boolean;
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
  /** How many groups could not be looked at. */
  readonly failed: number;
  /** Until when the reader caught up before; absent at the first time. */
  readonly seen?: Instant;
  /** That was so long ago that something may be left out. */
  readonly wasAway?: true;
  /** Until when one is done with it. */
  readonly until: Instant;
}

export const mostDecided = 5;
export const mostWorth = 5;
