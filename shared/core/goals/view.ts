/** Goals as people see them. */
import type { Instant } from '../kernel/record.ts';
import type { FindPerson, PersonSummary } from '../people/person.ts';
import type { PersonId } from '../kernel/record.ts';
import type { CheckIn, Goal, Said, TargetChange } from './goal.ts';
import { monthsOf } from './months.ts';
import type { Month } from './months.ts';

type Named<Spoken extends Said> = Omit<Spoken, 'by'> & { readonly by: PersonSummary };

export interface GoalView extends Omit<
  Goal,
  'by' | 'owner' | 'end' | 'checkIns' | 'targets' | 'edited' | 'gone'
> {
  readonly by: PersonSummary;
  readonly owner: PersonSummary;
  /** How it ended, with what was learned. */
  readonly end?: Named<Said>;
  readonly checkIns: readonly Named<CheckIn>[];
  readonly targets: readonly Named<TargetChange>[];
  /** Another target or an end was said, and is not there any more: whose it was, and when it was noted. */
  readonly gone?: { readonly by: PersonSummary; readonly at: Instant };
  /** Its row, or a row about it, was changed by hand: when last, and whose it is. */
  readonly edited?: { readonly by: PersonSummary; readonly at: Instant };
  /** The months that it is about so far, the three before it was set included. */
  readonly months: readonly Month[];
  /** Its day has come, and nobody has said how it ended. */
  readonly isOver: boolean;
}

export interface GoalBoard {
  readonly me: PersonSummary;
  /** What the group is called; empty where nobody says so any more. */
  readonly name: string;
  /** The host's time. */
  readonly now: Instant;
  /** Whether the reader sets goals here: a steward, in a group that is not archived. */
  readonly maySet: boolean;
  /** Set for who would set goals: so many the group is, too few to have any. */
  readonly tooFew?: number;
  /** Who may look after a goal: the stewards, as far as the host tells, and the reader. */
  readonly stewards: readonly PersonSummary[];
  /** The open ones first, of each the newest first. */
  readonly goals: readonly GoalView[];
  /** How many rows broke a rule and are not shown. */
  readonly dropped: number;
}

/** Whom a goal names. */
export const peopleOf = ({ by, owner, end, checkIns, targets, edited, gone }: Goal): PersonId[] => [
  by,
  owner,
  ...[
    ...checkIns,
    ...targets,
    ...(end ? [end] : []),
    ...(edited ? [edited] : []),
    ...(gone ? [gone] : []),
  ].map((said) => said.by),
];

export function goalView(goal: Goal, person: FindPerson, now: Instant): GoalView {
  const { by, owner, end, checkIns, targets, edited, gone, ...rest } = goal;
  const named = <Spoken extends { readonly by: PersonId }>(said: Spoken) => ({
    ...said,
    by: person(said.by),
  });
  return {
    ...rest,
    by: person(by),
    owner: person(owner),
    ...(end ? { end: named(end) } : {}),
    checkIns: checkIns.map(named),
    targets: targets.map(named),
    ...(gone ? { gone: named(gone) } : {}),
    ...(edited ? { edited: named(edited) } : {}),
    months: monthsOf(goal.created, goal.until, end ? end.at : now),
    isOver: goal.state === 'open' && goal.until <= now,
  };
}
