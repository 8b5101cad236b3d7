/**
 * Who may do what in the lists. By default members of a site have Edit, which includes changing the
 * lists themselves; and readers of an intranet have Read, which lets nobody say anything. So the
 * lists get permissions of their own: owners manage them, everybody who reads the site contributes.
 * In a closed container only its members do.
 */
import { listPath } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
import { answerIfThere, answerOf, get, post } from '../wire/index.ts';
import type { Operation, Outcome } from '../wire/index.ts';
import { findLists } from './make-lists.ts';
import type { Setting } from './make-lists.ts';

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

interface Grant {
  readonly to: number;
  readonly role: number;
}

const idOf = (outcome: Outcome | undefined): number => answerOf<{ Id: number }>(outcome).Id;

const groupId = (outcome: Outcome | undefined): number | undefined =>
  answerIfThere<{ Id: number }>(outcome)?.Id;

async function principalsOf({ wire }: Setting): Promise<Principals> {
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

/** Ends the inheritance of the site's permissions where a list still has it. */
async function ownPermissions(setting: Setting): Promise<Operation[]> {
  const found = await findLists(setting);
  return setting.lists.flatMap((list, position) =>
    found[position]?.HasUniqueRoleAssignments === true
      ? []
      : [
          post(
            `${pathOf(setting, list)}/breakRoleInheritance(copyRoleAssignments=false,clearSubscopes=true)`,
          ),
        ],
  );
}

const pathOf = ({ environment }: Setting, { name }: ListSpec): string =>
  listPath(environment.webUrl, name);

const grantTo = (path: string, { to, role }: Grant): Operation =>
  post(`${path}/roleAssignments/addRoleAssignment(principalId=${to},roleDefId=${role})`);

/** The shared lists: everybody who reads the site takes part, except in what only owners write. */
export async function grantToReaders(setting: Setting): Promise<void> {
  const { roles, owners, members, visitors } = await principalsOf(setting);
  const readers = [members, visitors].filter((id) => id !== undefined);
  const steps = setting.lists.flatMap((list) => {
    const role = list.writers === 'readers' ? roles.contribute : roles.read;
    const grants = [
      ...(owners === undefined ? [] : [{ to: owners, role: roles.full }]),
      ...readers.map((to) => ({ to, role })),
    ];
    return grants.map((grant) => grantTo(pathOf(setting, list), grant));
  });
  await setting.wire.perform([...(await ownPermissions(setting)), ...steps]);
}

/**
 * The lists of a closed container. Its members come last, and into the first list last of all: who
 * has a right to that one finds all of them.
 */
export async function grantToMembers(setting: Setting, members: number): Promise<void> {
  const { roles, owners, me } = await principalsOf(setting);
  const paths = setting.lists.map((list) => pathOf(setting, list));
  await setting.wire.perform(await ownPermissions(setting));
  if (owners !== undefined) {
    await setting.wire.perform(
      paths.map((path) => grantTo(path, { to: owners, role: roles.full })),
    );
    // Whoever breaks an inheritance is given full control, which is to last no longer than their office.
    // Who approves again after a failure may have lost it before.
    await setting.wire.batch(
      paths.map((path) =>
        post(
          `${path}/roleAssignments/removeRoleAssignment(principalId=${me},roleDefId=${roles.full})`,
        ),
      ),
    );
  }
  const last = paths.toReversed();
  await setting.wire.perform(
    last.map((path) => grantTo(path, { to: members, role: roles.contribute })),
  );
}
