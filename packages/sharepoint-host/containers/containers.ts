/** The Containers port: what the lists' own permissions say. */
import { Forbidden, founderIn, isClosed, isGroup } from '@kantine/core';
import type { ContainerId, Containers, Identity, Right } from '@kantine/core';
import type { Page } from '../setup/index.ts';
import { groupOf, isProof, listSetOf } from '../schema/index.ts';
import type { SharedListSet } from '../schema/index.ts';
import type { Registry } from '../registry/index.ts';
import { answerOf, asForbidden, getBare, hold, rightIn, concurrently } from '../wire/index.ts';
import type { BasePermissions, Talk } from '../wire/index.ts';
import type * as Readers from './audience.ts';
import type { Closed } from './later.ts';

/** A closed container has lists of its own; an owner's row tells of them. */
function sharedListSetOf(container: ContainerId, me: string): SharedListSet | undefined {
  if (isClosed(groupOf(container))) return undefined;
  return listSetOf(container, me) as SharedListSet | undefined;
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

/** Anybody may write a row that says who founded a group; nobody but its founder has an id for it. */
const foundersIn = (containers: readonly ContainerId[]): ReadonlyMap<ContainerId, string> =>
  new Map(
    containers.filter(isGroup).flatMap((container) => {
      const founder = founderIn(container);
      return founder === undefined ? [] : [[container, founder]];
    }),
  );

export interface ContainersOptions {
  readonly page: Page;
  readonly identity: Identity;
  readonly registry: Registry;
  readonly closed: Closed;
  /** The path of the list that stands for a set of lists: its permissions are those of its neighbours. */
  readonly listOf: (listSet: SharedListSet) => string;
  /** The reader's rights to that list, where a look at the lists has just told them. */
  readonly rightsTold: (listSet: SharedListSet) => BasePermissions | undefined;
}

export function listContainers({
  page,
  identity,
  registry,
  closed,
  listOf,
  rightsTold,
}: ContainersOptions): Containers {
  const { wire } = page;
  let readers: Promise<typeof Readers> | undefined;

  const later =
    (name: keyof OfClosed) =>
    async (...args: unknown[]): Promise<unknown> =>
      ((await closed())[name] as (...given: unknown[]) => unknown)(...args);

  async function* rightToList(listSet: SharedListSet): Talk<Right> {
    const path = listOf(listSet);
    if (isProof(listSet)) {
      // A look tells nothing of whether the list inherits.
      const part = import(/* webpackChunkName: 'proof' */ './list-rights.ts');
      const { rightToProof } = await wire.fetching(part);
      return yield* rightToProof(path);
    }
    const told = rightsTold(listSet);
    if (told) return rightIn(told);
    const [outcome] = yield [getBare(`${path}?$select=EffectiveBasePermissions`)];
    try {
      return rightIn(
        answerOf<{ EffectiveBasePermissions: BasePermissions }>(outcome).EffectiveBasePermissions,
      );
    } catch (error) {
      if (!(asForbidden(error, 'this place') instanceof Forbidden)) throw error;
      return 'none';
    }
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
    const asked = new Map(
      containers.map((container) => [container, sharedListSetOf(container, me)]),
    );
    const wanted = [...new Set([...asked.values()].filter((listSet) => listSet !== undefined))];
    const [missing, ...rights] = (yield* concurrently<unknown>([
      missingAmong(containers.map(groupOf)),
      ...wanted.map(rightToList),
    ])) as [ReadonlySet<ContainerId>, ...Right[]];
    return new Map(
      containers.map((container) => {
        const listSet = asked.get(container);
        const isThere = listSet !== undefined && !missing.has(groupOf(container));
        const right = isThere ? rights[wanted.indexOf(listSet)] : undefined;
        return [container, right ?? 'none'];
      }),
    );
  }

  return {
    async create(container) {
      await identity.me();
      await registry.register(container);
    },
    founders: (containers) => Promise.resolve(foundersIn(containers)),
    async rights(containers) {
      let me: string;
      try {
        me = await identity.me();
      } catch (error) {
        if (!(error instanceof Forbidden)) throw error;
        return new Map(containers.map((container) => [container, 'none']));
      }
      const inside = containers.filter((container) => isClosed(groupOf(container)));
      const [rights, own] = await Promise.all([
        hold(wire, rightsTo(containers, me)),
        inside.length === 0 ? [] : (await closed()).rights(inside),
      ]);
      return new Map([...rights, ...own]);
    },
    async audience(container, effort) {
      if (isClosed(container)) return (await closed()).audience(container);
      if (effort && !readers) return { known: false, kind: 'nothing' };
      // Fetched, and asked, when somebody begins to write.
      readers ??= import(/* webpackChunkName: 'audience' */ './audience.ts');
      const { audienceOf } = await readers;
      const right = rightsTo([container], await identity.me());
      return audienceOf(page, container, () => hold(wire, right), effort);
    },
    ...(Object.fromEntries(ofClosed.map((name) => [name, later(name)])) as OfClosed),
  };
}
