/** What is told of where somebody works, and by whom: of several who say it, one is believed. */
import type { DirectoryPerson } from '../kernel/ports.ts';
import type { Profile } from '../card/profile.ts';
import type { Staff } from './staff.ts';

/** Who says it: the host's directory, the owners' list of staff, or the person. */
export type SaidBy = 'host' | 'staff' | 'self';

export interface Fact {
  readonly text: string;
  readonly by: SaidBy;
}

/** What nobody says is absent. */
export interface WorkFacts {
  readonly title?: Fact;
  readonly department?: Fact;
  readonly place?: Fact;
  readonly since?: Fact;
}

const firstOf = (
  texts: Readonly<Partial<Record<SaidBy, string | undefined>>>,
): Fact | undefined => {
  for (const by of ['host', 'staff', 'self'] as const) {
    const text = texts[by];
    if (text) return { text, by };
  }
  return undefined;
};

/** The directory holds over the list of staff, and that over what somebody says of themselves. */
export function factsOf(
  person: DirectoryPerson,
  staff: Staff | undefined,
  profile: Pick<Profile, 'department' | 'place' | 'since'>,
): WorkFacts {
  const facts: Readonly<Record<keyof WorkFacts, Fact | undefined>> = {
    title: firstOf({ host: person.title, staff: staff?.title }),
    department: firstOf({
      host: person.department,
      staff: staff?.department,
      self: profile.department,
    }),
    place: firstOf({ host: person.place, staff: staff?.place, self: profile.place }),
    since: firstOf({ staff: staff?.since, self: profile.since }),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}
