/**
 * Who may do what in the lists. By default members of a site have Edit, which includes changing the
 * lists themselves; and readers of an intranet have Read, which lets nobody say anything. So the
 * lists get permissions of their own: owners manage them, everybody who reads the site contributes.
 * In a closed container only its members do.
 */
import type { ListSpec } from '../schema/index.ts';
import { answerIfThere, answerOf, get, post } from '../wire/index.ts';
import type { Operation, Outcome } from '../wire/index.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';

/** RoleTypeKind of the permission levels that every site has. */
const roleKinds = { read: 2, contribute: 3, full: 5 } as const;

interface Principals {
  readonly roles: { readonly [Role in keyof typeof roleKinds]: number };
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
  const asked = await wire.batch([
    ...Object.values(roleKinds).map((kind) =>
      get(`web/roleDefinitions/getByType(${kind})?$select=Id`),
    ),
    ...['Owner', 'Member', 'Visitor'].map((group) => get(`web/associated${group}Group?$select=Id`)),
    get('web/currentUser?$select=Id'),
  ]);
  return {
    roles: { read: idOf(asked[0]), contribute: idOf(asked[1]), full: idOf(asked[2]) },
    owners: groupId(asked[3]),
    members: groupId(asked[4]),
    visitors: groupId(asked[5]),
    me: idOf(asked[6]),
  };
}

const change = (path: string, verb: 'add' | 'remove', { to, role }: Grant): Operation =>
  post(`${path}/roleAssignments/${verb}RoleAssignment(principalId=${to},roleDefId=${role})`);

/** The shared lists: everybody who reads the site takes part, except in what only owners write. */
export async function grantToReaders(site: Site, lists: readonly ListSpec[]): Promise<void> {
  if (lists.length === 0) return;
  const { roles, owners, members, visitors } = await principalsOf(site);
  const readers = [members, visitors].filter((id) => id !== undefined);
  const steps = lists.flatMap((list) => {
    const role = list.writers === 'readers' ? roles.contribute : roles.read;
    const grants = [
      ...(owners === undefined ? [] : [{ to: owners, role: roles.full }]),
      ...readers.map((to) => ({ to, role })),
    ];
    return grants.map((grant) => change(pathOf(site, list), 'add', grant));
  });
  await site.wire.perform(steps);
}

interface Assignment {
  readonly PrincipalId: number;
  readonly RoleDefinitionBindings: readonly {
    readonly Id: number;
    readonly RoleTypeKind: number;
  }[];
}

/** Limited Access lets somebody pass through to a single row; it opens nothing by itself. */
const limitedAccess = 1;

const askGrants = (site: Site, list: ListSpec): Operation =>
  get(`${pathOf(site, list)}/roleAssignments?$expand=RoleDefinitionBindings`);

const grantsIn = (outcome: Outcome | undefined): readonly Grant[] =>
  answerOf<readonly Assignment[]>(outcome).flatMap(({ PrincipalId, RoleDefinitionBindings }) =>
    RoleDefinitionBindings.filter(({ RoleTypeKind }) => RoleTypeKind !== limitedAccess).map(
      ({ Id }) => ({ to: PrincipalId, role: Id }),
    ),
  );

/** A list of a closed container, and the site group of those who are in it. */
export interface ClosedList {
  readonly list: ListSpec;
  readonly members: number;
}

/** Which of these lists were given to the site's owners or to the members: the last step of making them. */
export async function givenOut(
  site: Site,
  lists: readonly ClosedList[],
): Promise<ReadonlySet<string>> {
  const [group, ...outcomes] = await site.wire.batch([
    get('web/associatedOwnerGroup?$select=Id'),
    ...lists.map(({ list }) => askGrants(site, list)),
  ]);
  const owners = groupId(group);
  const given = lists.filter(({ members }, position) =>
    grantsIn(outcomes[position]).some(({ to }) => to === members || to === owners),
  );
  return new Set(given.map(({ list }) => list.name));
}

/**
 * Gives the lists of closed containers to their members and the site's owners, and takes them from
 * everybody else. Members come last, and into the first list last of all: a member with a right to
 * that one finds all of them.
 */
export async function grantToMembers(site: Site, lists: readonly ClosedList[]): Promise<void> {
  if (lists.length === 0) return;
  const { wire } = site;
  const { roles, owners, me } = await principalsOf(site);
  const outcomes = await wire.batch(lists.map(({ list }) => askGrants(site, list)));
  const plans = lists.map(({ list, members }, position) => {
    const path = pathOf(site, list);
    const found = grantsIn(outcomes[position]);
    const forOwners = { to: owners ?? me, role: roles.full };
    const forMembers = { to: members, role: roles.contribute };
    const isIn = (grants: readonly Grant[], grant: Grant): boolean =>
      grants.some(({ to, role }) => to === grant.to && role === grant.role);
    const add = (grant: Grant): Operation[] =>
      isIn(found, grant) ? [] : [change(path, 'add', grant)];
    const superfluous = found.filter((grant) => !isIn([forOwners, forMembers], grant));
    const take = (isMine: boolean): Operation[] =>
      superfluous
        .filter(({ to }) => (to === me) === isMine)
        .map((grant) => change(path, 'remove', grant));
    return {
      first: [...add(forOwners), ...take(false)],
      members: add(forMembers),
      // SharePoint gives full control to the person who breaks an inheritance; it must not outlast their office.
      last: take(true),
    };
  });
  await wire.perform(plans.flatMap(({ first }) => first));
  await wire.perform(plans.toReversed().flatMap(({ members }) => members));
  await wire.perform(plans.flatMap(({ last }) => last));
}
