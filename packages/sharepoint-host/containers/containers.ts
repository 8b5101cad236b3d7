/** The Containers port: what the lists' own permissions say. */
import {
  audienceOfReaders,
  Forbidden,
  isClosed,
  isKantineError,
  lookUp,
  personContainer,
} from '@kantine/core';
import type { Audience, ContainerId, Containers, Directory, Identity, Right } from '@kantine/core';
import type { Site } from '../setup/index.ts';
import { isGroup, placeOf } from '../schema/index.ts';
import type { Place } from '../schema/index.ts';
import type { Registry } from '../registry/index.ts';
import { answerOf, asForbidden, get, hold, rightIn, together } from '../wire/index.ts';
import type { BasePermissions, Talk } from '../wire/index.ts';
import { closedContainers } from './closed.ts';
import { containerRequests } from './requests.ts';

export interface ContainersOptions {
  readonly site: Site;
  readonly directory: Directory;
  readonly identity: Identity;
  readonly registry: Registry;
  /** The path of the list that stands for a place: its permissions are those of its neighbours. */
  readonly listOf: (place: Place) => string;
}

export function listContainers({
  site,
  directory,
  identity,
  registry,
  listOf,
}: ContainersOptions): Containers {
  const { wire } = site;
  const closed = closedContainers(site, identity);

  async function* placeRights(places: readonly Place[]): Talk<ReadonlyMap<Place, Right>> {
    const outcomes = yield places.map((place) => get(`${listOf(place)}/effectiveBasePermissions`));
    const rights = new Map<Place, Right>();
    for (const [position, place] of places.entries()) {
      try {
        rights.set(place, rightIn(answerOf<BasePermissions>(outcomes[position])));
      } catch (error) {
        if (!isKantineError(asForbidden(error, 'this place'), 'Forbidden')) throw error;
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

  async function membersAudience(container: ContainerId): Promise<Audience> {
    try {
      const members = await closed.members(container);
      const people = await lookUp(
        directory,
        members.map(({ person }) => person),
      );
      return audienceOfReaders(people, await identity.me(), true);
    } catch (error) {
      if (isKantineError(error, 'Forbidden')) return { known: false };
      throw error;
    }
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
    // Who else may read a shared list is for its owners to see. A reader is told no number that may be wrong.
    async audience(container) {
      if (isClosed(container)) return membersAudience(container);
      return container === personContainer(await identity.me())
        ? { known: true, count: 1, firstNames: [], laterJoiners: false }
        : { known: false };
    },
    ...closed,
    ...containerRequests(site, identity),
  };
}
