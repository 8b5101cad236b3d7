/**
 * The names and pictures of people whom an answer shows. The page asks Confluence for them itself, as the
 * reader: what the resolver asks costs the app points of an hour, and this decides about nothing.
 */
import { audienceOfReaders, Offline } from '@kantine/core';
import type { DirectoryPerson, PersonId } from '@kantine/core';
import { addressOf, mostIds, personOf } from '../directory/person.ts';
import type { User } from '../directory/person.ts';
import { colleaguesIn, searchAddress } from '../directory/search.ts';
import type { FoundUsers } from '../directory/search.ts';

export interface PeopleOptions {
  readonly ask: (path: string) => Promise<unknown>;
  readonly now: () => number;
}

export interface People {
  /** The same answer, in which everybody has a name. Those whom Confluence does not know have none. */
  name(value: unknown, siteUrl: string | undefined): Promise<unknown>;
  /** Colleagues by the beginnings of their names. @throws Offline */
  search(text: string, siteUrl: string | undefined): Promise<readonly DirectoryPerson[]>;
}

/** How long a name is shown without asking again. In milliseconds. */
const life = 10 * 60_000;
/** How long somebody who was not found, or not answered for, stays so. */
const unknownLife = 30_000;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Somebody whom the resolver did not look up: nobody who is here has no name. */
const isNameless = ({ id, name, active }: Fields): boolean =>
  typeof id === 'string' && name === '' && active === true;

/** The ids in an audience whose readers the resolver did not look up. */
const readersIn = ({ areIds, firstNames }: Fields): readonly PersonId[] | undefined =>
  areIds === true && Array.isArray(firstNames) ? (firstNames as PersonId[]) : undefined;

function idsIn(value: unknown, found: Set<PersonId>): void {
  if (!isObject(value)) return;
  if (isNameless(value)) found.add(value.id as PersonId);
  for (const id of readersIn(value) ?? []) found.add(id);
  for (const part of Object.values(value)) idsIn(part, found);
}

type Find = (id: PersonId) => DirectoryPerson | undefined;

/** As a view shows somebody: only a card has everything. */
function named(person: Fields, find: Find): Fields {
  const found = find(person.id as PersonId);
  // What they wrote stays, without a name.
  return found ? { ...person, ...found } : { ...person, active: false };
}

function filled(value: unknown, find: Find): unknown {
  if (Array.isArray(value)) return value.map((each) => filled(each, find));
  if (!isObject(value)) return value;
  if (isNameless(value)) return named(value, find);
  const readers = readersIn(value);
  if (readers) {
    const people = readers.flatMap((id) => find(id) ?? []);
    return audienceOfReaders(people, String(value.me), value.laterJoiners === true, 'members');
  }
  const parts = Object.entries(value).map(([name, part]) => [name, filled(part, find)]);
  return Object.fromEntries(parts) as unknown;
}

export function openPeople({ ask, now }: PeopleOptions): People {
  const known = new Map<PersonId, { readonly person?: DirectoryPerson; readonly until: number }>();
  const asking = new Map<PersonId, Promise<void>>();

  async function lookUp(ids: readonly PersonId[], siteUrl: string | undefined): Promise<void> {
    const answer = (await ask(addressOf(ids))) as { results?: readonly User[] } | undefined;
    for (const id of ids) known.set(id, { until: now() + unknownLife });
    for (const user of answer?.results ?? []) {
      const person = personOf(user, siteUrl);
      known.set(person.id, { person, until: now() + life });
    }
  }

  /** Frames show the same people again and again; each is asked for once at a time. */
  async function demand(ids: readonly PersonId[], siteUrl: string | undefined): Promise<void> {
    const wanted = ids.filter((id) => (known.get(id)?.until ?? 0) <= now() && !asking.has(id));
    for (let at = 0; at < wanted.length; at += mostIds) {
      const some = wanted.slice(at, at + mostIds);
      const asked = lookUp(some, siteUrl).finally(() => {
        for (const id of some) asking.delete(id);
      });
      for (const id of some) asking.set(id, asked);
    }
    await Promise.all(ids.flatMap((id) => asking.get(id) ?? []));
  }

  return {
    async name(value, siteUrl) {
      const ids = new Set<PersonId>();
      idsIn(value, ids);
      if (ids.size === 0) return value;
      await demand([...ids], siteUrl);
      return filled(value, (id) => known.get(id)?.person);
    },
    async search(text, siteUrl) {
      const address = searchAddress(text);
      if (address === undefined) return [];
      const found = await ask(address);
      if (found === undefined) throw new Offline();
      return colleaguesIn(found as FoundUsers, text, siteUrl);
    },
  };
}
