/** The Containers port: what the lists' own permissions say. */
import { Forbidden, isClosed, personContainer } from '@kantine/core';
import type { ContainerId, Containers, Identity, Right } from '@kantine/core';
import type { Site } from '../setup/index.ts';
import { isGroup, placeOf } from '../schema/index.ts';
import type { SharedPlace } from '../schema/index.ts';
import type { Registry } from '../registry/index.ts';
import { answerOf, asForbidden, get, hold, rightIn, together } from '../wire/index.ts';
import type { BasePermissions, Talk } from '../wire/index.ts';
import type { Closed } from './later.ts';

/** A closed container has lists of its own; an owner's row tells of them. */
function sharedPlaceOf(container: ContainerId, me: string): SharedPlace | undefined {
  const place = placeOf(container, me);
  return typeof place === 'string' ? place : undefined;
}

/** What is about closed containers alone, and fetched with them. */
const ofClosed = [
  'createClosed',
  'joined',
  'members',
  'admit',
  'expel',
  'asks',
  'endAsk',
  'askToJoin',
  'joinsAsked',
  'endJoin',
  'passOn',
  'requests',
  'approve',
  'endRequest',
] as const;

type OfClosed = Pick<Containers, (typeof ofClosed)[number]>;

export interface ContainersOptions {
  readonly site: Site;
  readonly identity: Identity;
  readonly registry: Registry;
  readonly closed: Closed;
  /** The path of the list that stands for a place: its permissions are those of its neighbours. */
  readonly listOf: (place: SharedPlace) => string;
}

export function listContainers({
  site,
  identity,
  registry,
  closed,
  listOf,
}: ContainersOptions): Containers {
  const { wire } = site;

  const later =
    (name: keyof OfClosed) =>
    async (...args: unknown[]): Promise<unknown> =>
      ((await closed())[name] as (...given: unknown[]) => unknown)(...args);

  async function* placeRights(
    places: readonly SharedPlace[],
  ): Talk<ReadonlyMap<SharedPlace, Right>> {
    const outcomes = yield places.map((place) =>
      get(`${listOf(place)}?$select=EffectiveBasePermissions`),
    );
    const rights = new Map<SharedPlace, Right>();
    for (const [position, place] of places.entries()) {
      try {
        const list = answerOf<{ EffectiveBasePermissions: BasePermissions }>(outcomes[position]);
        rights.set(place, rightIn(list.EffectiveBasePermissions));
      } catch (error) {
        if (!(asForbidden(error, 'this place') instanceof Forbidden)) throw error;
        rights.set(place, 'none');
      }
    }
    return rights;
  }

  /** A reader who may not open the list of containers has no right to any of them. */
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
    const asked = new Map(containers.map((container) => [container, sharedPlaceOf(container, me)]));
    const wanted = [...new Set([...asked.values()].filter((place) => place !== undefined))];
    const [rights, missing] = (yield* together<unknown>([
      placeRights(wanted),
      missingAmong(containers),
    ])) as [ReadonlyMap<SharedPlace, Right>, ReadonlySet<ContainerId>];
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
      const inside = containers.filter(isClosed);
      const [rights, own] = await Promise.all([
        hold(wire, rightsTo(containers, me)),
        inside.length === 0 ? [] : (await closed()).rights(inside),
      ]);
      return new Map([...rights, ...own]);
    },
    // Only owners see who else may read a shared list. A reader is told no number that may be wrong.
    async audience(container) {
      if (isClosed(container)) return (await closed()).audience(container);
      return container === personContainer(await identity.me())
        ? { known: true, count: 1, firstNames: [], laterJoiners: false }
        : { known: false };
    },
    ...(Object.fromEntries(ofClosed.map((name) => [name, later(name)])) as OfClosed),
  };
}
