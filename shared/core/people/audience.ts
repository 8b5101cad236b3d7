/** The readers of a place, for hosts that know them one by one. */
import type { Audience, DirectoryPerson } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';

const mostNames = 3;

const firstName = (name: string): string => name.split(' ')[0] ?? name;

/**
 * @param readers everybody with access; who left the organisation is not counted.
 * @param laterJoiners whether somebody who gets access later can read what is there now.
 */
export function audienceOfReaders(
  readers: readonly DirectoryPerson[],
  me: PersonId,
  laterJoiners: boolean,
): Audience {
  const active = readers.filter((person) => person.active);
  const names = active.filter(({ id }) => id !== me).map(({ name }) => firstName(name));
  const guests = active.filter(({ guest }) => guest).length;
  return {
    known: true,
    count: active.length,
    ...(guests === 0 ? {} : { guests }),
    firstNames: names.slice(0, mostNames),
    laterJoiners,
  };
}
