/** Which list a collection is kept in, and whether a container is there. */
import { Forbidden, isClosed } from '@kantine/core';
import type { Collection, ContainerId } from '@kantine/core';
import type { Registry } from '../registry/index.ts';
import { isKeptIn, listName, listPath, listSetOf } from '../schema/index.ts';
import type { Where } from '../schema/index.ts';
import type { Talk } from '../wire/index.ts';
import type { StoreOptions } from './options.ts';

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
  const byContainer = inside.length === 0 ? undefined : await (await closed()).whereIn(inside);
  return kept.map(({ collection, container }) => {
    const listSet = listSetOf(container, me);
    if (!listSet) throw new Forbidden(container);
    if (!isKeptIn(collection, listSet)) {
      throw new RangeError(`${collection.name} is not kept in ${container}.`);
    }
    if (typeof listSet === 'string') {
      const name = listName(collection, listSet);
      return { listSet, name, path: listPath(webUrl, name) };
    }
    const whereIs = byContainer?.get(container);
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
