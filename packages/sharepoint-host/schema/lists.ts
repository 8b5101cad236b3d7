/** The lists, derived from the declared collections. */
import type { Collection } from '@kantine/core';
import { capital, columns, columnsOf, commonColumns } from './columns.ts';
import type { ColumnSpec } from './columns.ts';
import { sharedListSetsOf } from './list-sets.ts';
import type { SharedListSet } from './list-sets.ts';

export interface ListSpec {
  /** Title and last part of the address; the address stays when an owner renames the list. */
  readonly name: string;
  /** What it holds. Lists of shared sets have their name for it; those of closed containers are all alike. */
  readonly kind: string;
  /** The GUID of a list that an owner's row names: it is found by that, and by no name. */
  readonly id?: string;
  readonly columns: readonly ColumnSpec[];
  /** The indexes that stand in spare columns. */
  readonly inSpare: readonly string[];
  /** 2 leaves readers their own rows only. */
  readonly readSecurity: 1 | 2;
  /** Who may add rows: everybody who may read the site, or its owners alone. */
  readonly writers: 'readers' | 'owners';
  /** Whether its owners alone see it, but for rows that are given to somebody one by one. */
  readonly isUnseen?: boolean;
}

const suffixes: Record<SharedListSet, string> = {
  community: '',
  group: 'OfGroups',
  person: 'OfPeople',
};

export function listName(collection: Collection, listSet: SharedListSet): string {
  const name = `Kantine${capital(collection.name)}`;
  return sharedListSetsOf(collection).length === 1 ? name : name + suffixes[listSet];
}

/** What a closed container's list of a collection is called in the row of that container. */
export const closedKind = ({ name }: Pick<Collection, 'name'>): string =>
  `Kantine${capital(name)}In`;

const listSpec = (collection: Collection, name: string, readSecurity: 1 | 2): ListSpec => ({
  name,
  kind: name,
  columns: columnsOf(collection),
  inSpare: Object.entries(collection.indexes).flatMap(([index, { spare }]) =>
    spare === undefined ? [] : [index],
  ),
  readSecurity,
  writers: 'readers',
});

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

/** Unique where owners alone write. */
const slot: ColumnSpec = { name: columns.slot, kind: 'unique' };
const plainSlot: ColumnSpec = { name: columns.slot, kind: 'text' };
const key: ColumnSpec = { name: columns.key, kind: 'note' };
const fields: ColumnSpec = { name: columns.fields, kind: 'note' };

/** Which group containers there are. */
export const registryList = ownList('KantineContainers', [plainSlot, key], {
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

/**
 * Which closed containers there are, a row each: its site groups and lists, by their ids. Only owners
 * write it, and each row is read by the members of its container alone.
 */
export const closedRowsList: ListSpec = {
  ...ownList('KantineClosed', [key, fields], { readSecurity: 1, writers: 'owners' }),
  isUnseen: true,
};

/** Every list that a site has from the start. */
export function allLists(collections: readonly Collection[]): readonly ListSpec[] {
  const data = collections.flatMap((collection) =>
    sharedListSetsOf(collection).map((listSet) =>
      listSpec(collection, listName(collection, listSet), listSet === 'person' ? 2 : 1),
    ),
  );
  return [setupList, registryList, requestList, closedRowsList, ...data];
}

/** What members of a closed container ask its stewards for: a list of that container. */
export const asksKind = 'KantineAsksIn';

/** The lists that each closed container has; what each of them is called says the container's row. */
export const closedKinds = (collections: readonly Collection[]): readonly ListSpec[] => [
  ...collections
    .filter(({ keptIn }) => keptIn.includes('closed'))
    .map((collection) => listSpec(collection, closedKind(collection), 1)),
  ownList(asksKind, [key], { readSecurity: 1, writers: 'readers' }),
];

/** The path of a list below `_api/`. */
export function listPath(webUrl: string, name: string): string {
  const base = decodeURIComponent(new URL(webUrl).pathname).replace(/\/+$/, '');
  const address = `${base}/Lists/${name}`.replaceAll("'", "''");
  return `web/getList('${encodeURIComponent(address)}')`;
}
