/** The Containers port: what the lists' own permissions say. */
import { Forbidden, isKantineError, personContainer } from '@kantine/core';
import type { ContainerId, Containers, Identity, Right } from '@kantine/core';
import { isGroup, placeOf } from '../schema/index.ts';
import type { Place } from '../schema/index.ts';
import { hold, together } from '../store/talk.ts';
import type { Talk } from '../store/talk.ts';
import { answerOf, asForbidden, get } from '../wire/index.ts';
import type { Wire } from '../wire/index.ts';
import { rightIn } from './permissions.ts';
import type { BasePermissions } from './permissions.ts';
import type { Registry } from './registry.ts';

export interface ContainersOptions {
  readonly wire: Wire;
  readonly identity: Identity;
  readonly registry: Registry;
  /** The path of the list that stands for a place: its permissions are those of its neighbours. */
  readonly listOf: (place: Place) => string;
}

/** There are no closed containers yet, as `supports` says. */
const refused = (container: ContainerId): Promise<never> =>
  Promise.reject(new Forbidden(container));

export function listContainers({
  wire,
  identity,
  registry,
  listOf,
}: ContainersOptions): Containers {
  async function* placeRights(places: readonly Place[]): Talk<ReadonlyMap<Place, Right>> {
    const outcomes = yield places.map((place) => get(`${listOf(place)}/effectiveBasePermissions`));
    const rights = new Map<Place, Right>();
    for (const [position, place] of places.entries()) {
      try {
        rights.set(place, rightIn(answerOf<BasePermissions>(outcomes[position])));
      } catch (error) {
        if (!isKantineError(asForbidden(error, place), 'Forbidden')) throw error;
        rights.set(place, 'none');
      }
    }
    return rights;
  }

  /** Who may not read the list of containers has no right to any of them. */
  async function* missingAmong(containers: readonly ContainerId[]): Talk<ReadonlySet<ContainerId>> {
    try {
      return yield* registry.missing(containers);
    } catch (error) {
      if (!(error instanceof Forbidden)) throw error;
      return new Set(containers.filter(isGroup));
    }
  }

  async function* rightsTo(
    containers: readonly ContainerId[],
    me: string,
  ): Talk<ReadonlyMap<ContainerId, Right>> {
    const asked = new Map(containers.map((container) => [container, placeOf(container, me)]));
    const wanted = [...new Set([...asked.values()].filter((place) => place !== undefined))];
    const [rights, missing] = (yield* together<unknown>([
      placeRights(wanted),
      missingAmong(containers),
    ])) as [ReadonlyMap<Place, Right>, ReadonlySet<ContainerId>];
    return new Map(
      containers.map((container) => {
        const place = asked.get(container);
        const right = place === undefined || missing.has(container) ? 'none' : rights.get(place);
        return [container, right ?? 'none'];
      }),
    );
  }

  return {
    async create(container) {
      await identity.me();
      await registry.register(container);
    },
    async rights(containers) {
      let me: string;
      try {
        me = await identity.me();
      } catch (error) {
        if (!(error instanceof Forbidden)) throw error;
        return new Map(containers.map((container) => [container, 'none']));
      }
      return hold(wire, rightsTo(containers, me));
    },
    // Who else may read a list is for its owners to see. A reader is told no number that may be wrong.
    async audience(container) {
      return container === personContainer(await identity.me())
        ? { known: true, count: 1, firstNames: [], laterJoiners: false }
        : { known: false };
    },
    createClosed: refused,
    joined: () => Promise.resolve([]),
    members: refused,
    admit: refused,
    expel: refused,
    requests: () => Promise.resolve([]),
    approve: refused,
    endRequest: refused,
  };
}
