/** Which list a collection is kept in, and whether a container is there. */
import { Forbidden, isClosed } from '@kantine/core';
import type { Collection, ContainerId } from '@kantine/core';
import type { Registry } from '../registry/index.ts';
import { groupOf, isKeptIn, isProof, listName, listPath, listSetOf } from '../schema/index.ts';
import type { Where } from '../schema/index.ts';
import { concurrently } from '../wire/index.ts';
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
  {
    environment: { webUrl },
    identity,
    closed,
  }: Pick<StoreOptions, 'environment' | 'identity' | 'closed'>,
  kept: readonly Kept[],
): Promise<Where[]> {
  const me = await identity.me();
  const inside = kept.map(({ container }) => groupOf(container)).filter(isClosed);
  const byContainer = inside.length === 0 ? undefined : await (await closed()).whereIn(inside);
  return kept.map(({ collection, container }) => {
    const listSet = listSetOf(container, me);
    if (!listSet) throw new Forbidden(container);
    if (!isKeptIn(collection, listSet)) {
      throw new RangeError(`${collection.name} is not kept in ${container}.`);
    }
    const group = groupOf(container);
    const found = byContainer?.get(group);
    if (isClosed(group) && !found) throw new Forbidden(container);
    if (typeof listSet !== 'string')
      return (found as NonNullable<typeof found>).whereIs(collection, listSet);
    const name = listName(collection, listSet);
    return { listSet, name, path: listPath(webUrl, name), ...(found ? { about: found } : {}) };
  });
}

/** @throws Forbidden for a container that nobody made. */
export async function* demandThere(
  registry: Registry,
  containers: readonly ContainerId[],
): Talk<void> {
  const [missing] = [...(yield* registry.missing(containers.map(groupOf)))];
  if (missing !== undefined) throw new Forbidden(missing);
}

/** @throws Forbidden for a container that is not there, or in which the reader's rows would prove nothing. */
export async function* demandWritable(
  { wire, registry }: StoreOptions,
  container: ContainerId,
  where: Where,
): Talk<void> {
  const demands: Talk<unknown>[] = [demandThere(registry, [container])];
  if (isProof(where.listSet)) {
    const { demandProof } = await import(/* webpackChunkName: 'proof' */ './proof.ts');
    demands.push(demandProof(wire, container, where));
  }
  yield* concurrently(demands);
}
