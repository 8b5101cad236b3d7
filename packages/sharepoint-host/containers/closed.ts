/** Who is in a closed container: the members of its site groups. */
import { Forbidden, isClosed } from '@kantine/core';
import type { ContainerId, Containers, Identity, Member } from '@kantine/core';

import {
  askUsers,
  groupsOf,
  joinedContainers,
  loginNameOf,
  removeFrom,
  usersOf,
} from '../setup/closed-groups.ts';
import type { Site } from '../setup/index.ts';
import { asForbidden, isOwner, isRefusal, post } from '../wire/index.ts';
import { askFor, containerRequests } from './requests.ts';

/** The part of the Containers port that is about closed containers. */
export type ClosedContainers = Omit<Containers, 'create' | 'rights' | 'audience'>;

/** Makes Forbidden of every request that SharePoint refuses in a closed container. */
async function within<T>(container: ContainerId, work: () => Promise<T>): Promise<T> {
  if (!isClosed(container)) throw new Forbidden(container);
  try {
    return await work();
  } catch (error) {
    throw asForbidden(error, container);
  }
}

export function closedContainers(site: Site, identity: Identity): ClosedContainers {
  const { wire } = site;

  async function askMembers(container: ContainerId): Promise<readonly Member[]> {
    const groups = groupsOf(container);
    const [all, stewards] = await wire.batch([askUsers(groups.members), askUsers(groups.stewards)]);
    // Only stewards see the site group of the stewards.
    const isHidden = stewards?.ok === false && isRefusal(stewards.error, 403);
    const leading = new Set(isHidden ? [] : usersOf(stewards));
    return usersOf(all).map((person) => ({
      person,
      role: leading.has(person) ? 'steward' : 'member',
    }));
  }

  const asking = new Map<ContainerId, Promise<readonly Member[]>>();

  /** The members and the audience of a group come from one answer; asked for together, it is asked once. */
  function members(container: ContainerId): Promise<readonly Member[]> {
    const asked =
      asking.get(container) ?? askMembers(container).finally(() => asking.delete(container));
    asking.set(container, asked);
    return asked;
  }

  return {
    ...containerRequests(site, identity),
    createClosed: (container, note) =>
      within(container, async () => {
        const me = await identity.me();
        if (!(await isOwner(wire))) {
          const joined = await joinedContainers(wire);
          return joined.includes(container) ? 'made' : askFor(site, container, me, note);
        }
        const { makeClosed } = await import(
          /* webpackChunkName: 'site-setup' */ '../setup/closed.ts'
        );
        await makeClosed(site, container, { founder: me, me });
        return 'made';
      }),
    joined: () => joinedContainers(wire),
    members: (container) => within(container, () => members(container)),
    admit: (container, person, role) =>
      within(container, async () => {
        const groups = groupsOf(container);
        const LoginName = await loginNameOf(wire, person);
        const add = (group: string) => post(`${group}/users`, { LoginName });
        if (role === 'steward') await wire.perform([add(groups.stewards), add(groups.members)]);
        else {
          await wire.perform([add(groups.members)]);
          await removeFrom(wire, groups.stewards, person);
        }
      }),
    expel: (container, person) =>
      within(container, async () => {
        const groups = groupsOf(container);
        const me = await identity.me();
        await removeFrom(wire, groups.members, person);
        const rest = removeFrom(wire, groups.stewards, person);
        // A member who leaves may not even see who the stewards are.
        await rest.catch((error: unknown) => {
          if (person !== me || !isRefusal(error, 403)) throw error;
        });
      }),
  };
}
