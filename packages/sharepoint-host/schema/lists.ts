/** The names and addresses of lists: what a page that only shows something needs of them. */
import type { Collection } from '@kantine/core';
import { capital } from './columns.ts';
import { isKeptIn, ownSuffixes, sharedListSetsOf } from './list-sets.ts';
import type { SharedListSet } from './list-sets.ts';

/** Lists that are looked into before anything else. */
export const listNames = { setup: 'KantineSetup', registry: 'KantineContainers' } as const;

/** The lists that small collections share, a list for each set. */
export const shelfNames: Readonly<Record<SharedListSet, string>> = {
  community: 'KantineMore',
  group: 'KantineMoreOfGroups',
  person: 'KantineMoreOfPeople',
  governed: 'KantineGoverned',
  office: 'KantineOffice',
  desk: 'KantineDeskOfGroups',
  letters: 'KantineLetters',
};

export function listName(collection: Collection, listSet: SharedListSet): string {
  if (collection.size === 'few') return shelfNames[listSet];
  const name = `Kantine${capital(collection.name)}`;
  return sharedListSetsOf(collection).length === 1
    ? name
    : name + ownSuffixes[listSet as keyof typeof ownSuffixes];
}

/** The list whose permissions stand for those of its set. */
export function firstListOf(collections: readonly Collection[], listSet: SharedListSet): string {
  const first = collections.find((each) => each.size === 'many' && isKeptIn(each, listSet));
  return first ? listName(first, listSet) : shelfNames[listSet];
}

/** The path of a list below `_api/`. */
export function listPath(webUrl: string, name: string): string {
  const base = decodeURIComponent(new URL(webUrl).pathname).replace(/\/+$/, '');
  const address = `${base}/Lists/${name}`.replaceAll("'", "''");
  return `web/getList('${encodeURIComponent(address)}')`;
}
