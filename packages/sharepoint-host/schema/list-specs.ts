/** How each list is made, derived from the declared collections. For what sets a site up. */
import type { Collection } from '@kantine/core';
import { capital, columns } from './columns.ts';
import { columnsOf, commonColumns, shelfColumns } from './list-columns.ts';
import type { ColumnSpec } from './list-columns.ts';
import { isKeptIn, sharedListSetsOf } from './list-sets.ts';
import type { ListSet, SharedListSet } from './list-sets.ts';
import { listName, listNames, shelfNames } from './lists.ts';

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
  /**
   * Who may add rows: everybody who takes part, or owners alone. In a closed container: its members, or
   * its stewards.
   */
  readonly writers: 'readers' | 'owners';
  /** Whether readers of the site whom an owner left out read it, too. */
  readonly isForAll?: boolean;
  /** Whether its owners alone see it, but for rows that are given to somebody one by one. */
  readonly isUnseen?: boolean;
}

type Access = Pick<ListSpec, 'readSecurity' | 'writers' | 'isForAll' | 'isUnseen'>;

const everybody: Access = { readSecurity: 1, writers: 'readers' };
/** Everybody adds; each reads their own rows, and owners all. */
const eachTheirOwn: Access = { readSecurity: 2, writers: 'readers' };

/** The list that a collection has for itself. */
const listSpec = (collection: Collection, name: string, access: Access): ListSpec => ({
  name,
  kind: name,
  columns: columnsOf(collection),
  inSpare: Object.entries(collection.indexes).flatMap(([index, { spare }]) =>
    spare === undefined ? [] : [index],
  ),
  ...access,
});

/** A list that small collections share. */
const shelf = (
  collections: readonly Collection[],
  name: string,
  listSet: ListSet,
  access: Access,
): ListSpec => ({
  name,
  kind: name,
  columns: shelfColumns,
  inSpare: collections
    .filter((collection) => isOnShelf(collection) && isKeptIn(collection, listSet))
    .flatMap((collection) =>
      Object.keys(collection.indexes).map((index) => `${collection.name}.${index}`),
    ),
  ...access,
});

const isOnShelf = ({ size }: Pick<Collection, 'size'>): boolean => size === 'few';

/** A list that belongs to no collection. */
const ownList = (name: string, own: readonly ColumnSpec[], access: Access): ListSpec => ({
  name,
  kind: name,
  columns: [...own, ...commonColumns],
  inSpare: [],
  ...access,
});

/** Unique where owners alone write. */
const slot: ColumnSpec = { name: columns.slot, kind: 'unique' };
const plainSlot: ColumnSpec = { name: columns.slot, kind: 'text' };
const key: ColumnSpec = { name: columns.key, kind: 'note' };
const fields: ColumnSpec = { name: columns.fields, kind: 'note' };

/** Which group containers there are. */
export const registryList = ownList(listNames.registry, [plainSlot, key], everybody);

/** Closed containers that people ask for; each sees their own requests, owners all. */
export const requestList = ownList('KantineRequests', [plainSlot, key, fields], eachTheirOwn);

/** What an owner set up: its one row lists what is there. */
export const setupList = ownList(listNames.setup, [slot, fields], {
  readSecurity: 1,
  writers: 'owners',
  isForAll: true,
});

/**
 * Which closed containers there are, a row each: its site groups and lists, by their ids. Only owners
 * write it, and each row is read by the members of its container alone.
 */
export const closedRowsList = ownList('KantineClosed', [key, fields], {
  readSecurity: 1,
  writers: 'owners',
  isUnseen: true,
});

/** Who reads and writes the lists that small collections share. */
const shelfAccess: Readonly<Record<SharedListSet, Access>> = {
  community: everybody,
  group: everybody,
  person: eachTheirOwn,
  governed: { readSecurity: 1, writers: 'owners', isForAll: true },
  office: { readSecurity: 1, writers: 'owners', isUnseen: true },
  desk: { readSecurity: 1, writers: 'owners' },
  letters: eachTheirOwn,
};

const shelvesOf = (collections: readonly Collection[]): readonly ListSpec[] =>
  (Object.keys(shelfNames) as readonly SharedListSet[]).map((listSet) =>
    shelf(collections, shelfNames[listSet], listSet, shelfAccess[listSet]),
  );

/** Every list that a site has from the start. */
export function allLists(collections: readonly Collection[]): readonly ListSpec[] {
  const data = collections
    .filter((collection) => !isOnShelf(collection))
    .flatMap((collection) =>
      sharedListSetsOf(collection).map((listSet) =>
        listSpec(
          collection,
          listName(collection, listSet),
          listSet === 'person' ? eachTheirOwn : everybody,
        ),
      ),
    );
  const own = [setupList, registryList, requestList, closedRowsList];
  return [...own, ...data, ...shelvesOf(collections)];
}

/** What members of a closed container ask its stewards for: a list of that container. */
export const asksKind = 'KantineAsksIn';
/** What its stewards alone write. */
export const deskKind = 'KantineDeskIn';
const moreKind = 'KantineMoreIn';

/** What a closed container's list of a collection is called in the row of that container. */
export function closedKind(
  { name, size }: Pick<Collection, 'name' | 'size'>,
  isDesk: boolean,
): string {
  if (isDesk) return deskKind;
  return size === 'few' ? moreKind : `Kantine${capital(name)}In`;
}

/** The lists that each closed container has; what each of them is called says the container's row. */
export function closedKinds(collections: readonly Collection[]): readonly ListSpec[] {
  const inside = { closed: '', isDesk: false };
  return [
    ...collections
      .filter((collection) => !isOnShelf(collection) && isKeptIn(collection, inside))
      .map((collection) => listSpec(collection, closedKind(collection, false), everybody)),
    ownList(asksKind, [key], everybody),
    shelf(collections, moreKind, inside, everybody),
    shelf(
      collections,
      deskKind,
      { closed: '', isDesk: true },
      { readSecurity: 1, writers: 'owners' },
    ),
  ];
}
