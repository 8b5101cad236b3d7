/**
 * The two site groups of a closed container. Members read and write its lists. Stewards, who are
 * members too, own both groups: SharePoint lets the owners of a group choose who is in it, without any
 * right to the site. Stewards see who is a steward; members see who is a member. Groups are known by
 * their numbers; their titles are random, since every reader of the site sees them.
 */
import { Conflict } from '@kantine/core';
import type { PersonId } from '@kantine/core';
import { answerOf, get, merge, post } from '../wire/index.ts';
import type { RestRequest, Outcome, Wire } from '../wire/index.ts';
import type { ClosedRow } from './closed-row.ts';
import { ownerRefused, setGroupOwner } from './process-query.ts';
import { randomName } from './random-name.ts';
import type { Site } from './site.ts';

export const groupPath = (id: number): string => `web/siteGroups/getById(${id})`;

/** Nobody but its members sees who is in a group, and nobody asks to come in but through a steward. */
const settings = {
  OnlyAllowMembersViewMembership: true,
  AllowMembersEditMembership: false,
  AllowRequestToJoinLeave: false,
  AutoAcceptRequestToJoinLeave: false,
} as const;

const names = Object.keys(settings) as readonly (keyof typeof settings)[];

/** Makes a group. Its maker is its owner and its first member. @returns its number */
export async function makeGroup(wire: Wire): Promise<number> {
  const body = { Title: randomName(), Description: 'Made by Kantine', ...settings };
  return (await wire.send<{ Id: number }>(post('web/siteGroups', body))).Id;
}

interface Group {
  readonly Owner: { readonly Id: number };
  readonly [setting: string]: unknown;
}

const askGroup = (id: number): RestRequest =>
  get(`${groupPath(id)}?$select=${names.join(',')},Owner/Id&$expand=Owner`);

/** The two groups of a row that has both. */
export function groupsIn({ members, stewards, container }: ClosedRow): {
  readonly members: number;
  readonly stewards: number;
} {
  if (members === undefined || stewards === undefined) throw new Conflict(container);
  return { members, stewards };
}

/**
 * Gives both groups to the stewards, with the settings that they need, and proves it.
 * @throws KantineError where SharePoint does not hand them over
 */
export async function proveGroups(site: Site, row: ClosedRow): Promise<void> {
  const { members, stewards } = groupsIn(row);
  const both = [stewards, members];
  const ask = async (): Promise<readonly Group[]> =>
    (await site.wire.batch(both.map(askGroup))).map((outcome) => answerOf<Group>(outcome));
  const before = await ask();
  const wrong = before.flatMap((group, at) =>
    names.every((name) => group[name] === settings[name])
      ? []
      : [merge(groupPath(both[at] as number), settings)],
  );
  await site.wire.perform(wrong);
  const isOwned = (groups: readonly Group[]): boolean =>
    groups.every(({ Owner }) => Owner.Id === stewards);
  if (isOwned(before)) return;
  await setGroupOwner(site, stewards, both);
  if (!isOwned(await ask())) throw ownerRefused(new Error('The owner stayed as it was.'));
}

/**
 * Takes everybody but its founder out of the groups of a container that is being made. SharePoint makes the
 * creator of a group its first member, and that may have been another owner, who is none any more.
 * @throws Conflict where somebody was let in meanwhile
 */
export async function emptyGroups({ wire }: Site, row: ClosedRow): Promise<void> {
  const { members, stewards } = groupsIn(row);
  const both = [stewards, members].map(groupPath);
  const others = async (): Promise<RestRequest[]> =>
    (await wire.batch(both.map(askUsers))).flatMap((outcome, at) =>
      usersOf(outcome)
        .filter((person) => person !== row.founder)
        .map((person) => post(`${both[at]}/users/removeById(${person})`)),
    );
  const superfluous = await others();
  if (superfluous.length === 0) return;
  await wire.perform(superfluous);
  if ((await others()).length > 0) throw new Conflict(row.container);
}

/** Lets the person in who asked for the container, as its first steward. */
export async function letFounderIn({ wire }: Site, row: ClosedRow): Promise<void> {
  const { members, stewards } = groupsIn(row);
  const LoginName = await loginNameOf(wire, row.founder);
  await wire.perform(
    [members, stewards].map((id) => post(`${groupPath(id)}/users`, { LoginName })),
  );
}

/** A person's login, by which they are added to a site group. */
export async function loginNameOf(wire: Wire, person: PersonId): Promise<string> {
  const path = `web/getUserById(${person})?$select=LoginName`;
  return (await wire.send<{ LoginName: string }>(get(path))).LoginName;
}

/** The ids of those in a group. @throws Refusal where the reader may not see that */
export const usersOf = (outcome: Outcome | undefined): readonly PersonId[] =>
  answerOf<readonly { Id: number }[]>(outcome).map(({ Id }) => String(Id));

export const askUsers = (group: string): RestRequest => get(`${group}/users?$select=Id`);

/** Takes somebody out of a group, if they are in it. @throws Refusal where the reader may not do that */
export async function removeFrom(wire: Wire, group: string, person: PersonId): Promise<void> {
  const [outcome] = await wire.batch([askUsers(group)]);
  if (!usersOf(outcome).includes(person)) return;
  await wire.send(post(`${group}/users/removeById(${person})`));
}
