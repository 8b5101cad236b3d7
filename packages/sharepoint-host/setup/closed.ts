/** Making a closed container: its site groups, its lists, and who may read them. */
import { Conflict } from '@kantine/core';
import type { ContainerId, PersonId } from '@kantine/core';
import { closedLists } from '../schema/index.ts';
import { answerIfThere } from '../wire/index.ts';
import { grantToMembers } from './access.ts';
import { askUsers, groupsOf, makeGroups, usersOf } from './closed-groups.ts';
import { makeMissing } from './make-lists.ts';
import type { Site } from './provision.ts';

/**
 * Safe to repeat after an attempt that broke off. For owners of the site.
 * @throws Conflict when it is somebody else's
 */
export async function makeClosed(
  site: Site,
  container: ContainerId,
  people: { readonly founder: PersonId; readonly me: PersonId },
): Promise<void> {
  const { environment, wire, collections } = site;
  await assertFree(site, container, people);
  const members = await makeGroups(wire, container, people);
  const setting = { environment, wire, lists: closedLists(collections, container) };
  await makeMissing(setting);
  await grantToMembers(setting, members);
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
