/** The Directory port over Confluence's people, as far as the reader may see them. */
import { assumeTrustedRoute } from '@forge/api';
import type { Directory, DirectoryPerson, PeopleDetail, PersonId } from '@kantine/core';
import { askConfluence } from '../access/index.ts';
import type { Asker, Gate } from '../access/index.ts';
import { isErased } from '../schema/index.ts';
import { addressOf, mostIds, nameless, personOf } from './person.ts';
import type { User } from './person.ts';
import { colleaguesIn, searchAddress } from './search.ts';
import type { FoundUsers } from './search.ts';

const rememberedMilliseconds = 60_000;
const mostRemembered = 5000;

/** A cache of names, by site and reader: people show more of themselves to some readers than to others. */
export type People = Map<string, { readonly person: DirectoryPerson; readonly until: number }>;

export interface DirectoryOptions {
  readonly gate: Gate;
  readonly asker: Asker;
  /** Whether the page that called looks up by itself whom it shows: that costs the app nothing. */
  readonly isNamedByPage: boolean;
  readonly remembered: People;
  /** The site's address, where pictures of people are. */
  readonly siteUrl: string | undefined;
}

/** Confluence does not know the ids of erased people. */
const isKnowable = (id: PersonId): boolean => id !== '' && !isErased(id);

export function confluenceDirectory(options: DirectoryOptions): Directory {
  const { gate, asker, isNamedByPage, remembered, siteUrl } = options;
  const { cloudId, now } = asker;
  const keyOf = (id: PersonId): string => JSON.stringify([cloudId, gate.person, id]);

  function remember(person: DirectoryPerson): void {
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(keyOf(person.id), { person, until: now() + rememberedMilliseconds });
  }

  async function lookUp(ids: readonly PersonId[]): Promise<void> {
    if (ids.length === 0) return;
    const found = await askConfluence<{ results: readonly User[] }>(
      asker,
      assumeTrustedRoute(addressOf(ids)),
    );
    for (const user of found?.results ?? []) remember(personOf(user, siteUrl));
  }

  async function people(
    ids: readonly PersonId[],
    detail: PeopleDetail = 'work',
  ): Promise<readonly DirectoryPerson[]> {
    await gate.enter();
    if (isNamedByPage && detail !== 'work') return ids.filter(isKnowable).map(nameless);
    const fresh = (id: PersonId): boolean => (remembered.get(keyOf(id))?.until ?? 0) > now();
    const wanted = [...new Set(ids)].filter(isKnowable);
    await lookUp(wanted.filter((id) => !fresh(id)).slice(0, mostIds));
    return wanted
      .map((id) => (fresh(id) ? remembered.get(keyOf(id))?.person : undefined))
      .filter((person) => person !== undefined);
  }

  return {
    people,
    // Everybody has one id in all of Confluence.
    choose: async (id) => (await people([id]))[0],
    // Confluence no longer tells where people work.
    find: () => Promise.resolve({ people: [], departments: [], places: [] }),
    async search(text, limit) {
      await gate.enter();
      const address = searchAddress(text);
      if (address === undefined) return [];
      const found = await askConfluence<FoundUsers>(asker, assumeTrustedRoute(address));
      return colleaguesIn(found, text, siteUrl).slice(0, limit);
    },
  };
}
