/**
 * Who may do what in the lists. By default members of a site have Edit, which includes changing the
 * lists themselves; and readers of an intranet have Read, which lets nobody say anything. So the
 * lists get permissions of their own: owners manage them, everybody who reads the site contributes.
 */
import { listPath } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
import { answerOf, get, isRefusal, post } from '../wire/index.ts';
import type { Operation, Outcome } from '../wire/index.ts';
import type { Setting } from './provision.ts';

/** RoleTypeKind of the permission levels that every site has. */
const roleKinds = { read: 2, contribute: 3, full: 5 } as const;

interface Roles {
  readonly read: number;
  readonly contribute: number;
  readonly full: number;
}

interface Groups {
  readonly owners: number | undefined;
  readonly others: readonly number[];
}

const idOf = (outcome: Outcome | undefined): number => answerOf<{ Id: number }>(outcome).Id;

/** A site may do without its member or visitor group. */
function groupId(outcome: Outcome | undefined): number | undefined {
  if (outcome && !outcome.ok && isRefusal(outcome.error, 404)) return undefined;
  return idOf(outcome);
}

export async function grantAccess(setting: Setting, isUnique: readonly boolean[]): Promise<void> {
  const { environment, wire, lists } = setting;
  const asked = await wire.batch([
    ...Object.values(roleKinds).map((kind) =>
      get(`web/roleDefinitions/getByType(${kind})?$select=Id`),
    ),
    ...['Owner', 'Member', 'Visitor'].map((group) => get(`web/associated${group}Group?$select=Id`)),
  ]);
  const roles = { read: idOf(asked[0]), contribute: idOf(asked[1]), full: idOf(asked[2]) };
  const others = [groupId(asked[4]), groupId(asked[5])].filter((id) => id !== undefined);
  const groups = { owners: groupId(asked[3]), others };
  const steps = lists.flatMap((list, position) => [
    ...(isUnique[position] === true
      ? []
      : [
          post(
            `${listPath(environment.webUrl, list.name)}/breakRoleInheritance(copyRoleAssignments=false,clearSubscopes=true)`,
          ),
        ]),
    ...grants(listPath(environment.webUrl, list.name), list, groups, roles),
  ]);
  await wire.perform(steps);
}

function grants(path: string, { writers }: ListSpec, groups: Groups, roles: Roles): Operation[] {
  const grant = (group: number, role: number): Operation =>
    post(`${path}/roleAssignments/addRoleAssignment(principalId=${group},roleDefId=${role})`);
  const role = writers === 'readers' ? roles.contribute : roles.read;
  return [
    ...(groups.owners === undefined ? [] : [grant(groups.owners, roles.full)]),
    ...groups.others.map((group) => grant(group, role)),
  ];
}
