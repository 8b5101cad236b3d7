/** The lists, derived from the declared collections. */
import { closedContainer } from '@kantine/core';
import type { Collection, ContainerId } from '@kantine/core';
import { capital, columns, columnsOf, commonColumns } from './columns.ts';
import type { ColumnSpec } from './columns.ts';
import { closedName, inClosed, isKeptIn, kindOfList, sharedPlacesOf } from './places.ts';
import type { Place, SharedPlace } from './places.ts';

export interface ListSpec {
  /** Title and last part of the address; the address stays when an owner renames the list. */
  readonly name: string;
  /** Its name without a closed container's. */
  readonly kind: string;
  readonly columns: readonly ColumnSpec[];
  /** The indexes that stand in spare columns. */
  readonly inSpare: readonly string[];
  /** 2 leaves readers their own rows only. */
  readonly readSecurity: 1 | 2;
  /** Who may add rows: everybody who may read the site, or its owners alone. */
  readonly writers: 'readers' | 'owners';
}

const suffixes: Record<SharedPlace, string> = {
  community: '',
  group: 'OfGroups',
  person: 'OfPeople',
};

export function listName(collection: Collection, place: Place): string {
  const name = `Kantine${capital(collection.name)}`;
  if (typeof place !== 'string') return `${name}${inClosed}${closedName(place.closed)}`;
  const isOnlyPlace = sharedPlacesOf(collection).length === 1;
  return isOnlyPlace ? name : name + suffixes[place];
}

function listSpec(collection: Collection, place: Place): ListSpec {
  const name = listName(collection, place);
  return {
    name,
    kind: kindOfList(name),
    columns: columnsOf(collection),
    inSpare: Object.entries(collection.indexes).flatMap(([index, { spare }]) =>
      spare === undefined ? [] : [index],
    ),
    readSecurity: place === 'person' ? 2 : 1,
    writers: 'readers',
  };
}

/** A list that belongs to no collection. */
const ownList = (
  name: string,
  own: readonly ColumnSpec[],
  { readSecurity, writers }: Pick<ListSpec, 'readSecurity' | 'writers'>,
): ListSpec => ({
  name,
  kind: name,
  columns: [...own, ...commonColumns],
  inSpare: [],
  readSecurity,
  writers,
});

/** Unique where every reader of the list sees all of its rows: a refusal then tells nothing. */
const slot: ColumnSpec = { name: columns.slot, kind: 'unique' };
const plainSlot: ColumnSpec = { name: columns.slot, kind: 'text' };
const key: ColumnSpec = { name: columns.key, kind: 'note' };
const fields: ColumnSpec = { name: columns.fields, kind: 'note' };

/** Which group containers there are. */
export const registryList = ownList('KantineContainers', [slot, key], {
  readSecurity: 1,
  writers: 'readers',
});

/** Closed containers that people ask for; each sees their own requests, owners all. */
export const requestList = ownList('KantineRequests', [plainSlot, key, fields], {
  readSecurity: 2,
  writers: 'readers',
});

/** What an owner set up: its one row lists what is there. */
export const setupList = ownList('KantineSetup', [slot, fields], {
  readSecurity: 1,
  writers: 'owners',
});

/** Every list that a site has from the start. */
export function allLists(collections: readonly Collection[]): readonly ListSpec[] {
  const data = collections.flatMap((collection) =>
    sharedPlacesOf(collection).map((place) => listSpec(collection, place)),
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
    .filter((collection) => isKeptIn(collection, place))
    .map((collection) => listSpec(collection, place));
}

/** The lists that each closed container has, as those of one that is none. */
export const closedKinds = (collections: readonly Collection[]): readonly ListSpec[] =>
  closedLists(collections, closedContainer('0'));

/** The path of a list below `_api/`. */
export function listPath(webUrl: string, name: string): string {
  const base = decodeURIComponent(new URL(webUrl).pathname).replace(/\/+$/, '');
  const address = `${base}/Lists/${name}`.replaceAll("'", "''");
  return `web/getList('${encodeURIComponent(address)}')`;
}
