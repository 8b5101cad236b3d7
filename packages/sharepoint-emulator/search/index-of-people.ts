import type { Farm } from '../context/farm.ts';
import { allOfDirectory, isGuest, type DirectoryUser } from '../people/directory.ts';

interface PeopleIndex {
  readonly people: readonly DirectoryUser[];
  readonly read: number;
}

const indexes = new WeakMap<Farm, PeopleIndex>();

/**
 * Whom the search knows: the profiles as the last crawl found them. The behaviour `searchDelay` says how many seconds lie between two. Guests have no
 * profile and are never found.
 */
export function indexedPeople(farm: Farm): readonly DirectoryUser[] {
  const now = farm.now().getTime();
  const known = indexes.get(farm);
  if (known && now - known.read < farm.behaviours.searchDelay * 1000) return known.people;
  const people = allOfDirectory(farm).filter((person) => !isGuest(person.login));
  indexes.set(farm, { people, read: now });
  return people;
}
