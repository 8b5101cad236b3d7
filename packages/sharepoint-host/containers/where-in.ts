/** The list of a collection in a closed container. */
import type { Collection, ContainerId } from '@kantine/core';
import { closedKind, listPathById } from '../schema/index.ts';
import type { Where } from '../schema/index.ts';
import type { MadeContainer } from './container-finder.ts';

/** A closed container as the store finds it. */
export interface InClosed {
  whereIs(collection: Collection, set: { readonly isDesk: boolean }): Where;
  /** The path of one of its lists: who can open that is in it, or owns the site. */
  readonly path: string;
  readonly isMember: boolean;
}

/** A list that a closed container waits for: there is none with this GUID. */
const noList = listPathById('00000000-0000-0000-0000-000000000000');

/** Where the collections of a container are kept. */
export function whereIn(container: ContainerId, made: MadeContainer): InClosed {
  const { lists, named, isMember } = made;
  const paths = [...lists.values()].map(({ id }) => listPathById(id));
  return {
    path: paths[0] ?? noList,
    isMember,
    whereIs(collection, { isDesk }) {
      const kind = closedKind(collection, isDesk);
      const list = lists.get(kind);
      const path = list ? listPathById(list.id) : noList;
      return {
        listSet: { closed: container, isDesk },
        name: list?.name ?? kind,
        path,
        wasThere: named.has(kind),
        neighbours: paths.filter((other) => other !== path),
      };
    },
  };
}
