/** The list of a collection in a closed container. */
import type { Collection, ContainerId } from '@kantine/core';
import { closedKind, listPathById } from '../schema/index.ts';
import type { Where } from '../schema/index.ts';
import type { MadeContainer } from './container-finder.ts';

export type WhereIs = (collection: Collection) => Where;

/** A list that a closed container waits for: there is none with this GUID. */
const noList = listPathById('00000000-0000-0000-0000-000000000000');

/** Where the collections of a container are kept. */
export function whereIn(container: ContainerId, { lists, named }: MadeContainer): WhereIs {
  const paths = [...lists.values()].map(({ id }) => listPathById(id));
  return (collection) => {
    const kind = closedKind(collection);
    const list = lists.get(kind);
    const path = list ? listPathById(list.id) : noList;
    return {
      listSet: { closed: container },
      name: list?.name ?? kind,
      path,
      wasThere: named.has(kind),
      neighbours: paths.filter((other) => other !== path),
    };
  };
}
