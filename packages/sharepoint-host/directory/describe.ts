/** Completes what is known of people, for those who are looked at. */
import type { PeopleDetail, PersonId } from '@kantine/core';
import type { Acquaintance } from './acquaintance.ts';
import type { Known } from './person.ts';
import { resolved } from './picker.ts';
import { managersOf } from './profile.ts';
import { foundByLogin } from './people-search.ts';

const loginOf = ({ login = '' }: Known): string => login.toLowerCase();

/**
 * Completes what is known of people. A person of whom a service tells nothing, since it refuses, is busy or
 * does not answer, is shown with the known facts; the next question asks again.
 */
export async function describe(
  self: Acquaintance,
  ids: readonly PersonId[],
  detail: Exclude<PeopleDetail, 'names'>,
): Promise<void> {
  const { known, gone } = self;
  const peopleOf = (): readonly Known[] => ids.flatMap((id) => known.get(id) ?? strangerOf(id));
  for (const person of peopleOf()) {
    if (gone.has(person.id)) known.set(person.id, { ...person, work: { active: false } });
  }
  await describeEach(
    self,
    peopleOf().filter(({ work, login }) => !work && login !== undefined),
  );
  if (detail === 'card') {
    const asked = peopleOf().filter(({ work, manager }) => work?.active && manager === undefined);
    for (const [id, manager] of await managersOf(self, asked)) {
      const person = known.get(id);
      if (person) known.set(id, { ...person, manager });
    }
  }
}

/** Somebody who goes by their login; the directory tells the name. */
const strangerOf = (id: PersonId): readonly Known[] =>
  id.includes('|') ? [{ id, login: id, name: '' }] : [];

/**
 * Asks the people search, which tells of many at once; and about those whom it misses, guests and new
 * colleagues among them, the people picker, which looks into the directory itself. A person who is in
 * neither has left.
 */
export async function describeEach(
  { wire, known }: Acquaintance,
  people: readonly Known[],
): Promise<void> {
  if (people.length === 0) return;
  const found = await foundByLogin(wire, people.map(loginOf)).catch(() => undefined);
  const missed = people.filter((person) => !found?.has(loginOf(person)));
  const directory =
    missed.length === 0
      ? undefined
      : await resolved(wire, missed.map(loginOf)).catch(() => undefined);
  for (const person of people) {
    const told = found?.get(loginOf(person)) ?? directory?.get(loginOf(person));
    // A person whom neither the site nor the directory knows does not exist.
    if (!told || (person.name === '' && !told.name)) continue;
    known.set(person.id, { ...person, name: person.name || told.name, work: told.work });
  }
}
