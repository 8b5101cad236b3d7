/** The directory port over a list of people. */
import type { Directory, DirectoryPerson } from '../kernel/ports.ts';
import { startsWords } from '../people/words.ts';

export function directoryOf(people: readonly DirectoryPerson[]): Directory {
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    people: (ids) =>
      Promise.resolve(ids.map((id) => byId.get(id)).filter((person) => person !== undefined)),
    search: (text, limit) => {
      const matches = people.filter(
        (person) => person.active && !person.guest && startsWords(text, person),
      );
      return Promise.resolve(matches.slice(0, limit));
    },
    choose: (id) => Promise.resolve(byId.get(id)),
  };
}
