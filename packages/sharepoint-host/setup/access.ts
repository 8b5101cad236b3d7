/**
 * Who may do what in the lists. By default members of a site have Edit, which includes changing the
 * lists themselves; and readers of an intranet have Read, which lets nobody say anything. So the
 * lists get permissions of their own: owners manage them, everybody who reads the site contributes.
 * In a closed container only its members do.
 */
import type { ListSpec } from '../schema/index.ts';
import { answerIfThere, answerOf, get, post } from '../wire/index.ts';
import type { Operation, Outcome } from '../wire/index.ts';
import { findLevels } from './levels.ts';
import type { LevelName, Levels } from './levels.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';

interface Principals {
  readonly levels: Levels;
  /** A site may do without any of its three groups. */
  readonly owners: number | undefined;
  readonly members: number | undefined;
  readonly visitors: number | undefined;
  readonly me: number;
}

/** A principal's level in a list. */
interface Grant {
  readonly to: number;
  readonly role: number;
}

const idOf = (outcome: Outcome | undefined): number => answerOf<{ Id: number }>(outcome).Id;

const groupId = (outcome: Outcome | undefined): number | undefined =>
  answerIfThere<{ Id: number }>(outcome)?.Id;

async function principalsOf({ wire }: Site): Promise<Principals> {
  const levels = await findLevels(wire);
  const asked = await wire.batch([
    ...['Owner', 'Member', 'Visitor'].map((group) => get(`web/associated${group}Group?$select=Id`)),
    get('web/currentUser?$select=Id'),
  ]);
  return {
    levels,
    owners: groupId(asked[0]),
    members: groupId(asked[1]),
    visitors: groupId(asked[2]),
    me: idOf(asked[3]),
  };
}

const change = (path: string, verb: 'add' | 'remove', { to, role }: Grant): Operation =>
  post(`${path}/roleAssignments/${verb}RoleAssignment(principalId=${to},roleDefId=${role})`);

interface Assignment {
  readonly PrincipalId: number;
  readonly Member: { readonly PrincipalType: number };
  readonly RoleDefinitionBindings: readonly {
    readonly Id: number;
    readonly RoleTypeKind: number;
  }[];
}

/** Limited Access lets somebody pass through to a single row; it opens nothing by itself. */
const limitedAccess = 1;
/** SP.Utilities.PrincipalType of one person. */
const person = 1;

/** @param path of a list, or of a row. */
export const askGrants = (path: string): Operation =>
  get(`${path}/roleAssignments?$expand=Member,RoleDefinitionBindings`);

interface FoundGrant extends Grant {
  readonly isPerson: boolean;
}

export const grantsIn = (outcome: Outcome | undefined): readonly FoundGrant[] =>
  answerOf<readonly Assignment[]>(outcome).flatMap((assignment) =>
    assignment.RoleDefinitionBindings.filter(
      ({ RoleTypeKind }) => RoleTypeKind !== limitedAccess,
    ).map(({ Id }) => ({
      to: assignment.PrincipalId,
      role: Id,
      isPerson: assignment.Member.PrincipalType === person,
    })),
  );

/** The shared lists: everybody who reads the site takes part, except in what only owners write. */
export async function grantToReaders(site: Site, lists: readonly ListSpec[]): Promise<void> {
  if (lists.length === 0) return;
  const { levels, owners, members, visitors } = await principalsOf(site);
  const readers = [members, visitors].filter((id) => id !== undefined);
  const steps = lists.flatMap((list) => {
    const role = list.writers === 'readers' ? levels.contribute : levels.read;
    const grants = [
      ...(owners === undefined ? [] : [{ to: owners, role: levels.full }]),
      ...(list.isUnseen === true ? [] : readers.map((to) => ({ to, role }))),
    ];
    return grants.map((grant) => change(pathOf(site, list), 'add', grant));
  });
  await site.wire.perform(steps);
}

/**
 * SharePoint gives full control of a list, for ever, to the person who ends its inheritance. Owners have
 * it through their group; a person's own must not outlast their office.
 */
export async function takePersonal(site: Site, lists: readonly ListSpec[]): Promise<void> {
  const { levels, owners } = await principalsOf(site);
  if (owners === undefined) return;
  const outcomes = await site.wire.batch(lists.map((list) => askGrants(pathOf(site, list))));
  const steps = lists.flatMap((list, position) => {
    const found = grantsIn(outcomes[position]);
    const isOwned = found.some(({ to, role }) => to === owners && role === levels.full);
    if (!isOwned) return [];
    return found
      .filter(({ isPerson, role }) => isPerson && role === levels.full)
      .map((grant) => change(pathOf(site, list), 'remove', grant));
  });
  await site.wire.perform(steps);
}

/** Which of these lists were given to the site's owners or to somebody else: the last step of making them. */
export async function givenOut(
  site: Site,
  lists: readonly ListSpec[],
): Promise<ReadonlySet<string>> {
  if (lists.length === 0) return new Set();
  const [group, ...outcomes] = await site.wire.batch([
    get('web/associatedOwnerGroup?$select=Id'),
    ...lists.map((list) => askGrants(pathOf(site, list))),
  ]);
  const owners = groupId(group);
  const given = lists.filter((_, position) =>
    grantsIn(outcomes[position]).some(({ to, isPerson }) => to === owners || !isPerson),
  );
  return new Set(given.map(({ name }) => name));
}

/** Something that owners manage and one site group has a right to: a list, or a row. */
export interface Guarded {
  readonly path: string;
  readonly members?: { readonly to: number; readonly level: LevelName };
}

/**
 * Gives each to the site's owners and to its members, and takes it from everybody else. Members come
 * last, and into the first of all last: a member with a right to that one finds all of them.
 */
export async function grantOnly(site: Site, guarded: readonly Guarded[]): Promise<void> {
  if (guarded.length === 0) return;
  const { wire } = site;
  const { levels, owners, me } = await principalsOf(site);
  const outcomes = await wire.batch(guarded.map(({ path }) => askGrants(path)));
  const plans = guarded.map(({ path, members }, position) => {
    const found = grantsIn(outcomes[position]);
    const forOwners = { to: owners ?? me, role: levels.full };
    const forMembers = members ? [{ to: members.to, role: levels[members.level] }] : [];
    const isIn = (grants: readonly Grant[], grant: Grant): boolean =>
      grants.some(({ to, role }) => to === grant.to && role === grant.role);
    const add = (grant: Grant): Operation[] =>
      isIn(found, grant) ? [] : [change(path, 'add', grant)];
    const superfluous = found.filter((grant) => !isIn([forOwners, ...forMembers], grant));
    const take = (isMine: boolean): Operation[] =>
      superfluous
        .filter(({ to }) => (to === me) === isMine)
        .map((grant) => change(path, 'remove', grant));
    return {
      first: [...add(forOwners), ...take(false)],
      members: forMembers.flatMap(add),
      last: take(true),
    };
  });
  await wire.perform(plans.flatMap(({ first }) => first));
  await wire.perform(plans.toReversed().flatMap(({ members }) => members));
  await wire.perform(plans.flatMap(({ last }) => last));
}
