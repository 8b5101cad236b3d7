/** What some people do, for a list of names. Fetched when somebody asks. */
import { noProfile } from '../card/profile.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { factsOf } from './facts.ts';
import { lookUp } from './person.ts';
import { staffIn, staffOf } from './staff.ts';

export interface PersonTitle {
  readonly person: PersonId;
  readonly title: string;
}

/** Those of whom the directory or the list of staff knows one. */
export async function titlesOf(
  { directory, store }: Host,
  people: readonly PersonId[],
): Promise<readonly PersonTitle[]> {
  if (people.length === 0) return [];
  const [known, [listed]] = await Promise.all([
    lookUp(directory, people, 'work'),
    store.read([staffOf(people)]),
  ]);
  const staff = staffIn(listed.records);
  return known.flatMap((person) => {
    const { title } = factsOf(person, staff.get(person.id), noProfile);
    return title ? [{ person: person.id, title: title.text }] : [];
  });
}
