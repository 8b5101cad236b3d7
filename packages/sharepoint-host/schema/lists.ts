/** The lists and their columns, derived from the declared collections. */
import type { Collection } from '@kantine/core';
import { homesOf } from './places.ts';
import type { Place } from './places.ts';

export interface ColumnSpec {
  readonly name: string;
  /** A text column is indexed, a note is not: nobody asks by it. */
  readonly kind: 'text' | 'unique' | 'note';
}

export interface ListSpec {
  /** Title and last part of the address; the address stays when an owner renames the list. */
  readonly name: string;
  readonly columns: readonly ColumnSpec[];
  /** 2 leaves readers their own rows only. */
  readonly readSecurity: 1 | 2;
  /** Who may add rows: everybody who may read the site, or its owners alone. */
  readonly writers: 'readers' | 'owners';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Column names; `KtSlot` and `KtOwner` are digests, `KtKey` and `KtFields` are JSON. */
export const columns = {
  /** Unique in the list: container, author, key and slot. */
  slot: 'KtSlot',
  /** Container, author and key: what a row is looked up by, and has to prove. */
  owner: 'KtOwner',
  key: 'KtKey',
  fields: 'KtFields',
} as const;

/** The column of an index: a digest of container and value, and the order if it is a number. */
export const indexColumn = (index: string): string => `KtIndex${capital(index)}`;

const suffixes: Record<Place, string> = { community: '', groups: 'OfGroups', people: 'OfPeople' };

export function listName(collection: Collection, place: Place): string {
  const isOnlyHome = homesOf(collection.name).length === 1;
  return `Kantine${capital(collection.name)}${isOnlyHome ? '' : suffixes[place]}`;
}

function listSpec(collection: Collection, place: Place): ListSpec {
  const indexes = Object.keys(collection.indexes).map((index): ColumnSpec => ({
    name: indexColumn(index),
    kind: 'text',
  }));
  return {
    name: listName(collection, place),
    columns: [
      { name: columns.slot, kind: 'unique' },
      { name: columns.owner, kind: 'text' },
      ...indexes,
      { name: columns.key, kind: 'note' },
      { name: columns.fields, kind: 'note' },
    ],
    readSecurity: place === 'people' ? 2 : 1,
    writers: 'readers',
  };
}

/** Which group containers there are. */
export const registryList: ListSpec = {
  name: 'KantineContainers',
  columns: [
    { name: columns.slot, kind: 'unique' },
    { name: columns.key, kind: 'note' },
  ],
  readSecurity: 1,
  writers: 'readers',
};

/** What the owner set up; its row says which version of the schema the lists have. */
export const setupList: ListSpec = {
  name: 'KantineSetup',
  columns: [
    { name: columns.slot, kind: 'unique' },
    { name: columns.fields, kind: 'note' },
  ],
  readSecurity: 1,
  writers: 'owners',
};

export function allLists(collections: readonly Collection[]): readonly ListSpec[] {
  const data = collections.flatMap((collection) =>
    homesOf(collection.name).map((place) => listSpec(collection, place)),
  );
  return [setupList, registryList, ...data];
}

/** The path of a list below `_api/`. */
export function listPath(webUrl: string, name: string): string {
  const base = decodeURIComponent(new URL(webUrl).pathname).replace(/\/+$/, '');
  const address = `${base}/Lists/${name}`.replaceAll("'", "''");
  return `web/getList('${encodeURIComponent(address)}')`;
}
