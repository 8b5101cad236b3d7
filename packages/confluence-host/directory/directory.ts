/** The Directory port over Confluence's people, as far as the reader may see them. */
import { assumeTrustedRoute, route } from '@forge/api';
import { startsWords } from '@kantine/core';
import type { Directory, DirectoryPerson, PersonId, Wait } from '@kantine/core';
import { askConfluence } from '../access/index.ts';
import type { Gate } from '../access/index.ts';
import { isErased } from '../schema/index.ts';
import { cqlOf } from './cql.ts';
import { withoutSuffix } from './name.ts';

interface User {
  readonly accountId: string;
  readonly displayName: string;
  readonly publicName?: string;
  readonly accountType?: string;
  /** Missing for some people; the suffix of their name tells then. */
  readonly accountStatus?: string;
  readonly email?: string;
  readonly timeZone?: string;
  readonly profilePicture?: { readonly path: string; readonly isDefault?: boolean };
}

/** Confluence's own limits. */
const mostIds = 100;
/** Each person in an answer costs points, so that few more are asked for than are offered. */
const spare = 10;
const rememberedMilliseconds = 60_000;
const mostRemembered = 5000;

/** A cache of names, by reader: people show more of themselves to some readers than to others. */
export type People = Map<string, { readonly person: DirectoryPerson; readonly until: number }>;

export interface DirectoryOptions {
  readonly gate: Gate;
  readonly wait: Wait;
  readonly now: () => number;
  readonly remembered: People;
  /** The site's address, where pictures of people are. */
  readonly siteUrl: string | undefined;
}

/** Confluence no longer tells titles, departments and places. */
function personOf(user: User, siteUrl: string | undefined): DirectoryPerson {
  const { accountId, displayName, publicName, email, timeZone, profilePicture } = user;
  const isActive = (user.accountStatus ?? 'active') === 'active';
  const { name, isMarked } = withoutSuffix(displayName || (publicName ?? ''), !isActive);
  const active = isActive && !isMarked;
  if (!active) return { id: accountId, name, active };
  return {
    id: accountId,
    name,
    active,
    ...(email ? { email } : {}),
    ...(timeZone ? { timeZone } : {}),
    ...(profilePicture && siteUrl !== undefined
      ? { photo: new URL(profilePicture.path, siteUrl).href }
      : {}),
  };
}

/** The address of several people. Nothing but the ids in it comes from outside. */
const addressOf = (ids: readonly PersonId[]): string =>
  `/wiki/rest/api/user/bulk?${ids.map((id) => `accountId=${encodeURIComponent(id)}`).join('&')}&limit=${mostIds}`;

export function confluenceDirectory(options: DirectoryOptions): Directory {
  const { gate, wait, now, remembered, siteUrl } = options;
  const place = (id: PersonId): string => JSON.stringify([gate.person, id]);

  function remember(person: DirectoryPerson): void {
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(place(person.id), { person, until: now() + rememberedMilliseconds });
  }

  async function lookUp(ids: readonly PersonId[]): Promise<void> {
    if (ids.length === 0) return;
    const found = await askConfluence<{ results: readonly User[] }>(
      wait,
      assumeTrustedRoute(addressOf(ids)),
    );
    for (const user of found?.results ?? []) remember(personOf(user, siteUrl));
  }

  async function people(ids: readonly PersonId[]): Promise<readonly DirectoryPerson[]> {
    await gate.enter();
    const fresh = (id: PersonId): boolean => (remembered.get(place(id))?.until ?? 0) > now();
    // Confluence does not know the ids of erased people.
    const wanted = [...new Set(ids)].filter((id) => id !== '' && !isErased(id));
    await lookUp(wanted.filter((id) => !fresh(id)).slice(0, mostIds));
    return wanted
      .map((id) => (fresh(id) ? remembered.get(place(id))?.person : undefined))
      .filter((person) => person !== undefined);
  }

  return {
    people,
    // Everybody has one id in all of Confluence.
    choose: async (id) => (await people([id]))[0],
    async search(text, limit) {
      await gate.enter();
      const cql = cqlOf(text);
      if (cql === undefined) return [];
      const found = await askConfluence<{ results: readonly { readonly user: User }[] }>(
        wait,
        route`/wiki/rest/api/search/user?cql=${cql}&limit=${Math.min(limit + spare, mostIds)}`,
      );
      const people = (found?.results ?? [])
        .filter(({ user }) => user.accountType !== 'app')
        .map(({ user }) => personOf(user, siteUrl));
      return people.filter((person) => person.active && startsWords(text, person)).slice(0, limit);
    },
  };
}
