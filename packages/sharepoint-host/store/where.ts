/** Which list a collection is kept in, and whether a container is there. */
import { Forbidden, isClosed } from '@kantine/core';
import type { Collection, ContainerId } from '@kantine/core';
import type { Registry } from '../registry/index.ts';
import { isKeptIn, listName, listPath, placeOf } from '../schema/index.ts';
import type { Place } from '../schema/index.ts';
import type { Talk } from '../wire/index.ts';
import type { StoreOptions } from './options.ts';

/** The list of a collection in a container. */
export interface Where {
  readonly place: Place;
  readonly name: string;
  /** Below `_api/`. */
  readonly path: string;
  /** The paths of the other lists of a closed container. */
  readonly neighbours?: readonly string[];
}

interface Kept {
  readonly collection: Collection;
  readonly container: ContainerId;
}

/**
 * Where records are kept. Closed containers that the page does not know yet are asked for, all at once.
 * @throws Forbidden for a container that is not the reader's, or that is none.
 */
export async function findLists(
  { environment: { webUrl }, identity, closed }: StoreOptions,
  kept: readonly Kept[],
): Promise<Where[]> {
  const me = await identity.me();
  const inside = kept.map(({ container }) => container).filter(isClosed);
  const places = inside.length === 0 ? undefined : await (await closed()).whereIn(inside);
  return kept.map(({ collection, container }) => {
    const place = placeOf(container, me);
    if (!place) throw new Forbidden(container);
    if (!isKeptIn(collection, place)) {
      throw new RangeError(`${collection.name} is not kept in ${container}.`);
    }
    if (typeof place === 'string') {
      const name = listName(collection, place);
      return { place, name, path: listPath(webUrl, name) };
    }
    const whereIs = places?.get(container);
    if (!whereIs) throw new Forbidden(container);
    return whereIs(collection);
  });
}

/** @throws Forbidden for a container that nobody made. */
export async function* demandThere(
  registry: Registry,
  containers: readonly ContainerId[],
): Talk<void> {
  const [missing] = [...(yield* registry.missing(containers))];
  if (missing !== undefined) throw new Forbidden(missing);
}
