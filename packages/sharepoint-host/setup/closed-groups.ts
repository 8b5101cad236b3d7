/**
 * The two site groups of a closed container. Members read and write its lists. Stewards, who are
 * members too, own both groups: SharePoint lets the owners of a group choose who is in it, without any
 * right to the site. Stewards see who is a steward; members see who is a member.
 */
import type { ContainerId, PersonId } from '@kantine/core';
import { closedName, closedNamed, inClosed } from '../schema/index.ts';
import { answerIfThere, answerOf, get, post } from '../wire/index.ts';
import type { Outcome, Wire } from '../wire/index.ts';

const membersPrefix = `KantineMembers${inClosed}`;
const stewardsPrefix = `KantineStewards${inClosed}`;

/** The paths of the two groups below `_api/`. */
export const groupsOf = (container: ContainerId) => ({
  members: `web/siteGroups/getByName('${membersPrefix}${closedName(container)}')`,
  stewards: `web/siteGroups/getByName('${stewardsPrefix}${closedName(container)}')`,
});

interface SiteGroup {
  readonly Id: number;
  readonly Title: string;
}

/** A closed container and the id of its members' site group. */
export interface ClosedContainer {
  readonly container: ContainerId;
  readonly members: number;
}

export const askForGroups = get('web/siteGroups?$select=Id,Title&$top=5000');

/** @param answered site groups, as `askForGroups` was answered. */
export const containersIn = (answered: unknown): readonly ClosedContainer[] =>
  (answered as readonly SiteGroup[]).flatMap(({ Id, Title }) => {
    const name = Title.startsWith(membersPrefix) ? Title.slice(membersPrefix.length) : '';
    const container = closedNamed(name);
    return container === undefined ? [] : [{ container, members: Id }];
  });

/** Every closed container of the site. */
export const closedContainers = async (wire: Wire): Promise<readonly ClosedContainer[]> =>
  containersIn(await wire.send(askForGroups));

/** The closed containers that the reader is a member of. */
export async function joinedContainers(wire: Wire): Promise<readonly ContainerId[]> {
  const [outcome] = await wire.batch([get('web/currentUser/groups?$select=Id,Title')]);
  return containersIn(answerOf(outcome)).map(({ container }) => container);
}

/** Nobody but its members sees who is in a group, and nobody asks to come in but through a steward. */
const settings = { OnlyAllowMembersViewMembership: true, AllowMembersEditMembership: false };

/** Makes the groups, or what is missing of them, with one steward. @returns the members' id. */
export async function makeGroups(
  wire: Wire,
  container: ContainerId,
  { founder, me }: { founder: PersonId; me: PersonId },
): Promise<number> {
  const name = closedName(container);
  const stewards = await ensureGroup(wire, `${stewardsPrefix}${name}`);
  const members = await ensureGroup(wire, `${membersPrefix}${name}`);
  const LoginName = await loginNameOf(wire, founder);
  const pathOf = (id: number): string => `web/siteGroups/getById(${id})`;
  await wire.perform(
    [stewards, members].flatMap((id) => [
      post(`${pathOf(id)}/users`, { LoginName }),
      post(`${pathOf(id)}/setUserAsOwner(${stewards})`),
    ]),
  );
  // SharePoint makes the creator of a group its first member.
  if (me !== founder) {
    for (const id of [stewards, members]) await removeFrom(wire, pathOf(id), me);
  }
  return members;
}

/** A person's login, by which they are added to a site group. */
export async function loginNameOf(wire: Wire, person: PersonId): Promise<string> {
  const path = `web/getUserById(${person})?$select=LoginName`;
  return (await wire.send<{ LoginName: string }>(get(path))).LoginName;
}

async function ensureGroup(wire: Wire, title: string): Promise<number> {
  const [found] = await wire.batch([get(`web/siteGroups/getByName('${title}')?$select=Id`)]);
  const there = answerIfThere<{ Id: number }>(found);
  if (there) return there.Id;
  const made = await wire.send<{ Id: number }>(
    post('web/siteGroups', { Title: title, Description: 'Made by Kantine', ...settings }),
  );
  return made.Id;
}

/** The ids of those in a group. @throws Refusal where the reader may not see that */
export const usersOf = (outcome: Outcome | undefined): readonly PersonId[] =>
  answerOf<readonly { Id: number }[]>(outcome).map(({ Id }) => String(Id));

export const askUsers = (group: string) => get(`${group}/users?$select=Id`);

/** Takes somebody out of a group, if they are in it. @throws Refusal where the reader may not do that */
export async function removeFrom(wire: Wire, group: string, person: PersonId): Promise<void> {
  const [outcome] = await wire.batch([askUsers(group)]);
  if (!usersOf(outcome).includes(person)) return;
  await wire.send(post(`${group}/users/removeById(${person})`));
}
