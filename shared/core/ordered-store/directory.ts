/** The directory port over a list of people. */
import type { Directory, DirectoryPerson, PeopleDetail, WhereAtWork } from '../kernel/ports.ts';
import { startsWords } from '../people/words.ts';

const isAt = (person: DirectoryPerson, { department, place }: Omit<WhereAtWork, 'text'>): boolean =>
  (department === undefined || person.department === department) &&
  (place === undefined || person.place === place);

/** Whose department and place are searched as their title is. */
const withWork = ({ name, title = '', department = '', place = '' }: DirectoryPerson) => ({
  name,
  title: `${title} ${department} ${place}`,
});

function mostFirst(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([text]) => text);
}

export function directoryOf(people: readonly DirectoryPerson[]): Directory {
  const byId = new Map(people.map((person) => [person.id, person]));
  function withReports(person: DirectoryPerson, detail?: PeopleDetail): DirectoryPerson {
    if (detail !== 'card') return person;
    const reports = people.filter(({ manager, active }) => active && manager === person.id);
    return reports.length === 0 ? person : { ...person, reports: reports.map(({ id }) => id) };
  }
  return {
    people: (ids, detail) =>
      Promise.resolve(
        ids.flatMap((id) => byId.get(id) ?? []).map((person) => withReports(person, detail)),
      ),
    search: (text, limit) => {
      const matches = people.filter(
        (person) => person.active && !person.guest && startsWords(text, person),
      );
      return Promise.resolve(matches.slice(0, limit));
    },
    find: ({ text, department, place }, limit) => {
      const words = text.trim();
      const fitting = people.filter(
        (person) =>
          person.active &&
          !person.guest &&
          isAt(person, { department, place }) &&
          (words === '' || startsWords(words, withWork(person))),
      );
      return Promise.resolve({
        people: words || department || place ? fitting.slice(0, limit) : [],
        departments: mostFirst(fitting.flatMap((person) => person.department ?? [])),
        places: mostFirst(fitting.flatMap((person) => person.place ?? [])),
      });
    },
    choose: (id) => Promise.resolve(byId.get(id)),
  };
}
