/** The search for people by name, of the resolver and of a page that asks by itself. */
import { startsWords } from '@kantine/core';
import type { DirectoryPerson } from '@kantine/core';
import { cqlOf } from './cql.ts';
import { personOf } from './person.ts';
import type { User } from './person.ts';

/** Apps and people who left are among them. */
const mostFound = 50;

export interface FoundUsers {
  readonly results: readonly { readonly user: User }[];
}

/** @returns the address of the question, or nothing for a text without a word that a name could begin with. */
export function searchAddress(text: string): string | undefined {
  const cql = cqlOf(text);
  if (cql === undefined) return undefined;
  return `/wiki/rest/api/search/user?cql=${encodeURIComponent(cql)}&limit=${mostFound}`;
}

/** Those who were found and are here. */
export function colleaguesIn(
  found: FoundUsers | undefined,
  text: string,
  siteUrl: string | undefined,
): readonly DirectoryPerson[] {
  const people = (found?.results ?? [])
    .filter(({ user }) => user.accountType !== 'app')
    .map(({ user }) => personOf(user, siteUrl));
  return people.filter((person) => person.active && startsWords(text, person));
}
