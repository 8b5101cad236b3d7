/** Making a closed container: its site groups, its lists, and who may read them. */
import { Conflict } from '@kantine/core';
import type { ContainerId, PersonId } from '@kantine/core';
import { closedOfList } from '../schema/index.ts';
import { answerIfThere } from '../wire/index.ts';
import { askUsers, closedContainers, groupsOf, makeGroups, usersOf } from './closed-groups.ts';
import { completeLists, inUse, secure } from './closed-lists.ts';
import { findLists } from './found.ts';
import type { Site } from './site.ts';

/**
 * Safe to repeat after an attempt that broke off. For owners of the site.
 * @throws Conflict when it is somebody else's
 */
export async function makeClosed(
  site: Site,
  container: ContainerId,
  people: { readonly founder: PersonId; readonly me: PersonId },
): Promise<void> {
  await assertFree(site, container, people);
  const found = await findLists(site.wire);
  const before = (await closedContainers(site.wire)).filter((each) => each.container === container);
  const used = await inUse(site, before, found);
  const isNew = (name: string): boolean =>
    closedOfList(name) === container && !used.containers.has(container);
  // Lists that an earlier attempt left open to the site come before everything else.
  await secure(site, found, isNew);
  const members = await makeGroups(site.wire, container, people);
  await completeLists(site, { containers: [{ container, members }], isNew });
}

async function assertFree(
  { wire }: Site,
  container: ContainerId,
  { founder, me }: { readonly founder: PersonId; readonly me: PersonId },
): Promise<void> {
  const [found] = await wire.batch([askUsers(groupsOf(container).stewards)]);
  if (!answerIfThere(found)) return;
  const stewards = usersOf(found);
  const isFree = stewards.every((person) => person === founder || person === me);
  if (!isFree && !stewards.includes(founder)) throw new Conflict(container);
}
