/** The lists and their columns, derived from the declared collections. */
import type { Collection, ContainerId } from '@kantine/core';
import { closedName, isKeptIn, sharedHomesOf } from './places.ts';
import type { Place, SharedPlace } from './places.ts';

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

const suffixes: Record<SharedPlace, string> = {
  community: '',
  groups: 'OfGroups',
  people: 'OfPeople',
};

/** Stands between the name of what a list holds and that of its closed container. */
export const inClosed = 'In';

export function listName(collection: Collection, place: Place): string {
  const name = `Kantine${capital(collection.name)}`;
  if (typeof place !== 'string') return `${name}${inClosed}${closedName(place.closed)}`;
  const isOnlyHome = sharedHomesOf(collection.name).length === 1;
  return isOnlyHome ? name : name + suffixes[place];
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

/** Closed containers that people ask for; each sees their own requests, owners all. */
export const requestList: ListSpec = {
  name: 'KantineRequests',
  columns: [
    { name: columns.slot, kind: 'unique' },
    { name: columns.key, kind: 'note' },
    { name: columns.fields, kind: 'note' },
  ],
  readSecurity: 2,
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

/** Every list that a site has from the start. */
export function allLists(collections: readonly Collection[]): readonly ListSpec[] {
  const data = collections.flatMap((collection) =>
    sharedHomesOf(collection.name).map((place) => listSpec(collection, place)),
  );
  return [setupList, registryList, requestList, ...data];
}

/** The lists of one closed container. */
export function closedLists(
  collections: readonly Collection[],
  container: ContainerId,
): readonly ListSpec[] {
  const place = { closed: container };
  return collections
    .filter(({ name }) => isKeptIn(name, place))
    .map((collection) => listSpec(collection, place));
}

/** The path of a list below `_api/`. */
export function listPath(webUrl: string, name: string): string {
  const base = decodeURIComponent(new URL(webUrl).pathname).replace(/\/+$/, '');
  const address = `${base}/Lists/${name}`.replaceAll("'", "''");
  return `web/getList('${encodeURIComponent(address)}')`;
}
