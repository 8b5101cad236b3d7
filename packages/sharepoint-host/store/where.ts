/** Which list a collection is kept in, and whether a container is there. */
import { Forbidden } from '@kantine/core';
import type { Collection, ContainerId, PersonId } from '@kantine/core';
import type { Registry } from '../registry/index.ts';
import { isKeptIn, listName, listPath, placeOf } from '../schema/index.ts';
import type { Place } from '../schema/index.ts';
import type { Talk } from '../wire/index.ts';

/** The list of a collection in a container. */
export interface Where {
  readonly place: Place;
  readonly name: string;
  /** Below `_api/`. */
  readonly path: string;
}

/** @throws Forbidden for a container that is not the reader's, or that is none. */
export function listOf(
  webUrl: string,
  collection: Collection,
  container: ContainerId,
  me: PersonId,
): Where {
  const place = placeOf(container, me);
  if (!place) throw new Forbidden(container);
  if (!isKeptIn(collection, place)) {
    throw new RangeError(`${collection.name} is not kept in ${container}.`);
  }
  const name = listName(collection, place);
  return { place, name, path: listPath(webUrl, name) };
}

/** @throws Forbidden for a container that nobody made. */
export async function* demandThere(
  registry: Registry,
  containers: readonly ContainerId[],
): Talk<void> {
  const [missing] = [...(yield* registry.missing(containers))];
  if (missing !== undefined) throw new Forbidden(missing);
}
