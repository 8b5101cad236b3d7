/** Ideas as people see them. */
import type { Instant, PersonId } from '../kernel/record.ts';
import type { FindPerson, PersonSummary } from '../people/person.ts';
import type { PostView } from '../wall/view.ts';
import type { Fate, Step } from './fate.ts';

/** One thing that was said about an idea. */
export interface StepView extends Omit<Step, 'by' | 'who'> {
  readonly by: PersonSummary;
  /** Who tries it. */
  readonly who?: PersonSummary;
}

export interface FateView extends Pick<Fate, 'state' | 'since' | 'isBack'> {
  /** Everything that was said, the first of it first. */
  readonly steps: readonly StepView[];
  /** Something that was decided is gone or reads otherwise: who had decided it, and when. */
  readonly changed?: { readonly by: PersonSummary; readonly at: Instant };
}

type Post = Omit<PostView, 'reactions' | 'comments' | 'kind' | 'accepted' | 'acceptedBy'>;

/** An idea: a post with what became of it. Its text holds what if, for whom and what would be tried first. */
export interface IdeaView extends Post {
  /** Its author has half an idea. */
  readonly unsure: boolean;
  readonly fate: FateView;
  /** How many colleagues would try it. */
  readonly tried: number;
  /** Some of them, the newest first. */
  readonly triedBy: readonly PersonSummary[];
  /** Whether the reader would. */
  readonly triedByMe: boolean;
  /** It waits for a word of a steward for so many working days; absent before that is long. */
  readonly waits?: number | undefined;
  /** Whether the reader may say what becomes of it. */
  readonly mayDecide: boolean;
}

export interface IdeaBoard {
  readonly me: PersonSummary;
  /** The host's time: a reader's clock may be wrong by days. */
  readonly now: Instant;
  /** What the group is called; empty where nobody says so any more. */
  readonly name: string;
  /** Whether the reader may write here: in an archived group nobody does. */
  readonly canWrite: boolean;
  /** The newest first, then those that wait longest, then what is under way and what is decided. */
  readonly ideas: readonly IdeaView[];
  /** A steward, other than the reader, who looks after ideas here; absent where the host tells nobody. */
  readonly keeper?: PersonSummary;
  /** Older ideas. */
  readonly cursor?: string | undefined;
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
}

const ofWalls = ['reactions', 'comments', 'kind'];

/** What an idea shows of its post: its conversation is a wall's. */
export const ofPost = (view: PostView): Post =>
  Object.fromEntries(Object.entries(view).filter(([name]) => !ofWalls.includes(name))) as Post;

export function fateView(
  { state, since, steps, isBack, changed }: Fate,
  person: FindPerson,
): FateView {
  return {
    state,
    since,
    ...(isBack ? { isBack } : {}),
    steps: steps.map(({ by, who, ...step }) => ({
      ...step,
      by: person(by),
      ...(who === undefined ? {} : { who: person(who) }),
    })),
    ...(changed ? { changed: { ...changed, by: person(changed.by) } } : {}),
  };
}

/** Whom a fate names. */
export const peopleOf = ({ steps, changed }: Fate): readonly PersonId[] => [
  ...steps.flatMap(({ by, who }) => (who === undefined ? [by] : [by, who])),
  ...(changed ? [changed.by] : []),
];
