/** The people in a closed container: the members of its site groups. */
import {
  audienceOfReaders,
  Forbidden,
  isClosed,
  isKantineError,
  kindOf,
  lookUp,
} from '@kantine/core';
import type {
  Audience,
  ContainerId,
  Containers,
  Directory,
  Identity,
  Member,
  Right,
} from '@kantine/core';

import { deskKind, groupOf, listPathById } from '../schema/index.ts';
import { askUsers, loginNameOf, removeFrom, usersOf } from '../setup/site-groups.ts';
import type { Site } from '../setup/index.ts';
import { asForbidden, isOwner, isRefusal, post } from '../wire/index.ts';
import { askRights, rightTo } from './list-rights.ts';
import { containerFinder } from './container-finder.ts';
import { whereIn } from './where-in.ts';
import type { InClosed } from './where-in.ts';
import type { MadeContainer, ContainerFinder } from './container-finder.ts';
import { guardedAsks, readAsks } from './ask-rows.ts';
import {
  answer,
  askToJoin,
  assertSteward,
  joinsAskedBy,
  joinsIn,
  takeJoinBack,
} from './joining.ts';
import { leavesIn, leavingAsks } from './leaving.ts';
import { passOn } from './passing-on.ts';
import { askFor, containerRequests } from './requests.ts';

/** The part of the Containers port that is about closed containers, and where these are kept. */
export interface ClosedContainers extends Omit<Containers, 'create' | 'founders'> {
  /** Where each collection is kept in those among some containers that the reader can open. */
  readonly whereIn: (
    containers: readonly ContainerId[],
  ) => Promise<ReadonlyMap<ContainerId, InClosed>>;
  readonly forget: ContainerFinder['forget'];
}

/** Makes Forbidden of every request that SharePoint refuses in a closed container. */
async function refusing<T>(container: ContainerId, work: () => Promise<T>): Promise<T> {
  if (!isClosed(container)) throw new Forbidden(container);
  try {
    return await work();
  } catch (error) {
    throw asForbidden(error, container);
  }
}

export function closedContainers(
  site: Site,
  identity: Identity,
  directory: Directory,
): ClosedContainers {
  const { wire } = site;
  const finder = containerFinder(site);
  const leaving = leavingAsks(site, identity);

  /** Works in a container that the reader can open. @throws Forbidden */
  const within = <T>(
    container: ContainerId,
    work: (made: MadeContainer) => Promise<T>,
  ): Promise<T> =>
    refusing(container, async () => {
      const made = (await finder.find([container])).get(container);
      if (!made) throw new Forbidden(container);
      return work(made);
    });

  async function askMembers({ members, stewards }: MadeContainer): Promise<readonly Member[]> {
    const [all, leading] = await wire.batch([askUsers(members), askUsers(stewards)]);
    // Only stewards see the site group of the stewards.
    const isHidden = leading?.ok === false && isRefusal(leading.error, 403);
    const known = new Set(isHidden ? [] : usersOf(leading));
    return usersOf(all).map((person) => ({
      person,
      role: known.has(person) ? 'steward' : 'member',
    }));
  }

  const asking = new Map<ContainerId, Promise<readonly Member[]>>();

  /** The members and the audience of a group come from one answer; asked for together, it is asked once. */
  function members(container: ContainerId): Promise<readonly Member[]> {
    const asked =
      asking.get(container) ??
      within(container, askMembers).finally(() => asking.delete(container));
    asking.set(container, asked);
    return asked;
  }

  async function audience(container: ContainerId): Promise<Audience> {
    try {
      const people = (await members(container)).map(({ person }) => person);
      return audienceOfReaders(
        await lookUp(directory, people, 'names'),
        await identity.me(),
        true,
        'members',
      );
    } catch (error) {
      if (isKantineError(error, 'Forbidden')) return { known: false, kind: 'nothing' };
      throw error;
    }
  }

  async function rights(
    containers: readonly ContainerId[],
  ): Promise<ReadonlyMap<ContainerId, Right>> {
    const groups = [...new Set(containers.map(groupOf))];
    const found = await finder.find(groups);
    const lists = groups.flatMap((group) =>
      [...(found.get(group)?.lists ?? [])].map(([kind, list]) => ({ group, kind, list })),
    );
    const outcomes = await askRights(
      site,
      lists.map(({ list }) => listPathById(list.id)),
    );
    const all = lists.map((each, at) => ({ ...each, right: rightTo(outcomes[at]) }));
    const leastOf = (rights: readonly Right[]): Right =>
      rights.length === 0
        ? 'none'
        : ((['none', 'read'] as const).find((right) => rights.includes(right)) ?? 'write');
    /** Members may only read the desk. Where it is open to the site they have no right to the group either. */
    const inGroup = ({ kind, right }: (typeof all)[number]): Right =>
      kind === deskKind && right === 'read' ? 'write' : right;
    return new Map(
      containers.map((container) => {
        const group = groupOf(container);
        const own = all.filter((each) => each.group === group);
        const desk = own.find(({ kind }) => kind === deskKind);
        const right = leastOf(own.map(inGroup));
        if (container === group || right === 'none') return [container, right];
        if (kindOf(container) === 'desk') return [container, desk?.right ?? 'none'];
        return [container, found.get(group)?.isMember === true ? 'write' : 'read'];
      }),
    );
  }

  async function joined(): Promise<readonly ContainerId[]> {
    const inside = [...(await finder.look())]
      .filter(([, { isMember }]) => isMember)
      .toSorted(([, one], [, other]) => other.changed - one.changed);
    const left = await leaving.mine(inside);
    return inside.map(([container]) => container).filter((container) => !left.has(container));
  }

  return {
    ...containerRequests(site),
    whereIn: async (containers) => {
      const found = await finder.find(containers);
      return new Map([...found].map(([container, made]) => [container, whereIn(container, made)]));
    },
    forget: finder.forget,
    rights,
    audience,
    createClosed: (container, note) =>
      refusing(container, async () => {
        const me = await identity.me();
        if (!(await isOwner(wire))) {
          const isIn = (await finder.look()).get(container)?.isMember === true;
          return isIn ? 'made' : askFor(site, container, me, note);
        }
        const { makeClosed } = await import(
          /* webpackChunkName: 'site-setup' */ '../setup/closed.ts'
        );
        await makeClosed(site, container, me);
        finder.forget();
        return 'made';
      }),
    joined,
    members,
    admit: (container, person, role) =>
      within(container, async (made) => {
        const LoginName = await loginNameOf(wire, person);
        const add = (group: string) => post(`${group}/users`, { LoginName });
        if (role === 'steward') await wire.perform([add(made.stewards), add(made.members)]);
        else {
          await wire.perform([add(made.members)]);
          await removeFrom(wire, made.stewards, person);
        }
        await answer(site, made, person, await identity.me());
      }),
    expel: (container, person) =>
      within(container, async (made) => {
        const me = await identity.me();
        try {
          await removeFrom(wire, made.members, person);
        } catch (error) {
          // A member takes nobody out, not even themselves: stewards are asked to.
          if (person !== me || !isRefusal(error, 403)) throw error;
          return leaving.ask(container, made);
        }
        if (person !== me) await answer(site, made, person, me);
        const rest = removeFrom(wire, made.stewards, person);
        // A person whom a steward took out may not even see who the stewards are.
        await rest.catch((error: unknown) => {
          if (person !== me || !isRefusal(error, 403)) throw error;
        });
      }),
    asks: (container) =>
      within(container, async (made) => {
        const items = await guardedAsks(site, container, made);
        if (items === undefined) return [];
        const [me, people, rows] = await Promise.all([
          identity.me(),
          members(container),
          readAsks(site, items),
        ]);
        const isSteward = people.some(({ person, role }) => person === me && role === 'steward');
        return [...leavesIn(rows, people, me), ...(isSteward ? joinsIn(rows, people) : [])];
      }),
    endAsk: (container) => within(container, (made) => leaving.takeBack(container, made)),
    askToJoin: (container, note) =>
      refusing(container, async () => {
        const made = (await finder.find([container])).get(container);
        if (made?.isMember === true) return leaving.takeBack(container, made);
        await askToJoin(site, container, await identity.me(), note);
      }),
    joinsAsked: async () => joinsAskedBy(site, await identity.me()),
    endJoin: async (container, by) => {
      const me = await identity.me();
      if (by === me) return refusing(container, () => takeJoinBack(site, container, me));
      return within(container, async (made) => {
        assertSteward(container, await members(container), me);
        await answer(site, made, by, me);
      });
    },
    passOn: async (isListed) => {
      if (!(await isOwner(wire))) return;
      const me = await identity.me();
      await passOn(site, { me, isListed, look: finder.look, membersOf: askMembers });
    },
  };
}
