/** Finding people by their names and titles, when somebody looks for a colleague. */
import { startsWords } from '@kantine/core';
import type { DirectoryPerson, PersonId } from '@kantine/core';
import type { Acquaintance } from './acquaintance.ts';
import { isGuest } from './person.ts';
import type { Known } from './person.ts';
import { foundByWords } from './people-search.ts';
import type { Told } from './people-search.ts';
import { picked } from './picker.ts';
import { describeEach } from './describe.ts';
import { idsOf } from './ids.ts';

/** More people of one name than that are found by typing on. */
const mostDescribed = 30;
/** Of those whom the people search finds, many are found by what they wrote about themselves. */
const mostRead = 50;

/** The answers of those services that answered. @throws the first reason, where none did */
function answersOf<T>(settled: readonly PromiseSettledResult<readonly T[]>[]): readonly T[] {
  const answers = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const [first] = settled;
  if (answers.length === 0 && first?.status === 'rejected') throw first.reason;
  return answers.flat();
}

/**
 * Takes note of people whom a service told of, under the ids that records bear where the site has met them.
 * Services tell different things of one person (the picker no place), so that none takes away what another
 * told: else what is known would depend on which of them answers last.
 */
export async function acquaint(
  self: Acquaintance,
  told: readonly (Told | Known)[],
): Promise<readonly Known[]> {
  const { known } = self;
  const ids = await idsOf(
    self,
    told.map(({ login = '' }) => login),
  );
  const found = new Map<PersonId, Known>();
  for (const { login = '', name, work } of told) {
    const id = ids.get(login.toLowerCase()) ?? login;
    const before = known.get(id) ?? { id, login, name };
    const person = work ? { ...before, work: { ...before.work, ...work } } : before;
    known.set(id, person);
    found.set(id, person);
  }
  return [...found.values()];
}

/**
 * @returns at most so many active people, a word of whose names or titles starts with each word of the text.
 *   Nobody is made a user of the site for having been found.
 */
export async function searchPeople(
  self: Acquaintance,
  text: string,
  limit: number,
): Promise<readonly DirectoryPerson[]> {
  const words = text.trim().slice(0, 100);
  if (words === '') return [];
  const { wire, known, show, meet, usersMet } = self;
  const told = answersOf<Told | Known>(
    await Promise.allSettled([
      foundByWords(wire, words, mostRead),
      picked(wire, words, limit),
      usersMet().then((users) => users.map(meet)),
    ]),
  );
  // Guests take part where an owner let them; nobody is offered them.
  const matches = told.filter(
    ({ name, login = '', work }) => !isGuest(login) && startsWords(text, { name, ...work }),
  );
  const found = new Map((await acquaint(self, matches)).map((each) => [each.id, each]));
  const undescribed = [...found.values()].filter(({ work }) => !work);
  await describeEach(self, undescribed.slice(0, mostDescribed));
  return [...found.keys()]
    .flatMap((id) => known.get(id) ?? [])
    .filter(({ work }) => work?.active !== false)
    .slice(0, limit)
    .map(show);
}
