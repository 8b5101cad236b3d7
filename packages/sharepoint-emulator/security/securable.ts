import { asText } from '../odata/text.ts';
import type { Context } from '../context/context.ts';
import { accessDenied, principalNotFound, SharePointError } from '../errors.ts';
import { inMemory } from '../odata/collection.ts';
import {
  nothing,
  value,
  type Collection,
  type Entity,
  type ODataOperation,
  type Resource,
} from '../odata/resource.ts';
import { findPrincipal, findPrincipalByLogin } from '../people/principals.ts';
import { principalEntity } from '../people/groups.ts';
import { Access } from './access.ts';
import { basePermissions, has } from './permissions.ts';
import { Role, roleEntity, rolesOf } from './roles.ts';

/** A web, list or item seen as something that role assignments hang on. */
export interface Securable {
  readonly path: string;
  /** The scope that is in force, and whether it is this object's own. */
  scopeId(): string;
  isUnique(): boolean;
  /** The id that the object's own scope has, or will have. */
  readonly ownScopeId: string;
  /** The scopes above, up to the web, where Limited Access has to reach. */
  scopesAbove(): readonly string[];
  setUnique(unique: boolean): void;
  /** What a person may do here; the access object is that person's. */
  mask(access: Access): bigint;
  /** Takes back the scopes of everything below. */
  clearSubscopes(): void;
  readonly uniqueAncestor: () => Entity;
}

interface Members {
  readonly onRequest: Readonly<Record<string, () => unknown>>;
  readonly links: Readonly<Record<string, () => Resource>>;
  readonly functions: Readonly<Record<string, ODataOperation>>;
  readonly actions: Readonly<Record<string, ODataOperation>>;
}

/** What SP.SecurableObject adds to each of its kinds. */
export function securableMembers(context: Context, securable: Securable): Members {
  const { farm, access } = context;
  return {
    onRequest: {
      HasUniqueRoleAssignments: () => {
        if (farm.behaviours.uniqueRightsToMembers === 'refused') {
          demandEnumeration(context, securable);
        }
        return securable.isUnique();
      },
      EffectiveBasePermissions: () => basePermissions(securable.mask(access)),
    },
    links: {
      RoleAssignments: () => roleAssignments(context, securable),
      FirstUniqueAncestorSecurableObject: () => securable.uniqueAncestor(),
    },
    functions: {
      DoesUserHavePermissions: (args) => {
        const asked = args.object('permissionMask') as { High?: unknown; Low?: unknown };
        const mask = (BigInt(asText(asked.High, '0')) << 32n) | BigInt(asText(asked.Low, '0'));
        return value((securable.mask(access) & mask) === mask);
      },
      GetUserEffectivePermissions: (args) => {
        const user = findPrincipalByLogin(farm, context.web.siteId, args.text('userName'));
        if (!user) throw principalNotFound(context.farm);
        if (user.id !== context.user.id) demandEnumeration(context, securable);
        const mask = securable.mask(new Access(farm, user));
        return value(basePermissions(mask), 'SP.BasePermissions');
      },
    },
    actions: {
      BreakRoleInheritance: (args) => {
        demandManagement(context, securable);
        const copy = args.get('copyRoleAssignments', 0);
        const clear = args.flag('clearSubscopes', 1);
        breakInheritance(context, securable, copy === true || copy === 'true', clear);
        return nothing;
      },
      ResetRoleInheritance: () => {
        demandManagement(context, securable);
        if (securable.isUnique()) {
          farm.db.run('DELETE FROM role_assignments WHERE scopeId = ?', [securable.ownScopeId]);
          securable.setUnique(false);
        }
        return nothing;
      },
    },
  };
}

/** The person who breaks inheritance without copying keeps Full Control, as in SharePoint. */
function breakInheritance(
  context: Context,
  securable: Securable,
  copy: boolean,
  clearSubscopes: boolean,
): void {
  const { db } = context.farm;
  if (clearSubscopes) securable.clearSubscopes();
  if (securable.isUnique()) return;
  const before = securable.scopeId();
  if (copy) {
    db.run(
      'INSERT INTO role_assignments (scopeId, principalId, roleId) SELECT ?, principalId, roleId FROM role_assignments WHERE scopeId = ?',
      [securable.ownScopeId, before],
    );
  }
  securable.setUnique(true);
  if (!copy) grant(context, securable, context.user.id, Role.FullControl);
}

/** What is in force here, inherited or not. Listing it needs Enumerate Permissions. */
function roleAssignments(context: Context, securable: Securable): Collection {
  demandEnumeration(context, securable);
  const { db } = context.farm;
  const path = `${securable.path}/RoleAssignments`;
  const principalIds = (): number[] =>
    db
      .all<{ principalId: number }>(
        `SELECT DISTINCT a.principalId FROM role_assignments a
         JOIN role_definitions d ON d.siteId = ? AND d.id = a.roleId
         JOIN principals p ON p.siteId = d.siteId AND p.id = a.principalId
         WHERE a.scopeId = ? ORDER BY a.principalId`,
        [context.web.siteId, securable.scopeId()],
      )
      .map((row) => row.principalId);
  const byId = (id: number): Entity => {
    if (!principalIds().includes(id)) throw principalNotFound(context.farm);
    return assignmentEntity(context, securable, id);
  };
  return {
    kind: 'collection',
    typeName: 'SP.RoleAssignment',
    path,
    members: (options) =>
      inMemory(
        principalIds().map((id) => assignmentEntity(context, securable, id)),
        options,
      ),
    key: (args) => byId(Number(args.key())),
    functions: { GetByPrincipalId: (args) => byId(args.number('principalId')) },
    actions: {
      AddRoleAssignment: (args) => {
        demandUnique(context, securable);
        grant(context, securable, args.number('principalId', 0), args.number('roleDefId', 1));
        return nothing;
      },
      RemoveRoleAssignment: (args) => {
        demandUnique(context, securable);
        db.run(
          'DELETE FROM role_assignments WHERE scopeId = ? AND principalId = ? AND roleId = ?',
          [securable.ownScopeId, args.number('principalId', 0), args.number('roleDefId', 1)],
        );
        return nothing;
      },
    },
  };
}

/** One person or group, with all the levels that it has here. */
function assignmentEntity(context: Context, securable: Securable, principalId: number): Entity {
  const { farm, web } = context;
  const path = `${securable.path}/RoleAssignments/GetByPrincipalId(${principalId})`;
  const roleIds = (): number[] =>
    farm.db
      .all<{ roleId: number }>(
        'SELECT roleId FROM role_assignments WHERE scopeId = ? AND principalId = ?',
        [securable.scopeId(), principalId],
      )
      .map((row) => row.roleId);
  return {
    kind: 'entity',
    typeName: 'SP.RoleAssignment',
    path,
    properties: () => ({ PrincipalId: principalId }),
    links: {
      Member: () => {
        const principal = findPrincipal(farm, web.siteId, principalId);
        if (!principal) throw principalNotFound(context.farm);
        return principalEntity(context, principal);
      },
      RoleDefinitionBindings: () => ({
        kind: 'collection',
        typeName: 'SP.RoleDefinition',
        path: `${path}/RoleDefinitionBindings`,
        members: (options) => {
          const ids = roleIds();
          const roles = rolesOf(farm, web.siteId).filter((role) => ids.includes(role.id));
          return inMemory(
            roles.map((role) => roleEntity(context, role)),
            options,
          );
        },
      }),
    },
    remove: () => {
      demandUnique(context, securable);
      farm.db.run('DELETE FROM role_assignments WHERE scopeId = ? AND principalId = ?', [
        securable.ownScopeId,
        principalId,
      ]);
    },
  };
}

/** Adds one assignment, and Limited Access above so that the person can reach what was shared. */
function grant(context: Context, securable: Securable, principalId: number, roleId: number): void {
  const { farm, web } = context;
  if (!findPrincipal(farm, web.siteId, principalId)) throw principalNotFound(context.farm);
  if (!rolesOf(farm, web.siteId).some((role) => role.id === roleId))
    throw principalNotFound(context.farm);
  const insert =
    'INSERT OR IGNORE INTO role_assignments (scopeId, principalId, roleId) VALUES (?, ?, ?)';
  farm.db.run(insert, [securable.ownScopeId, principalId, roleId]);
  for (const scope of securable.scopesAbove()) {
    const known = farm.db.all(
      'SELECT 1 AS found FROM role_assignments WHERE scopeId = ? AND principalId = ? LIMIT 1',
      [scope, principalId],
    );
    if (known.length === 0) farm.db.run(insert, [scope, principalId, Role.LimitedAccess]);
  }
}

function demandManagement(context: Context, securable: Securable): void {
  if (!has(securable.mask(context.access), 'ManagePermissions')) throw accessDenied();
}

function demandEnumeration(context: Context, securable: Securable): void {
  if (!has(securable.mask(context.access), 'EnumeratePermissions')) throw accessDenied();
}

/** Assignments belong to a scope; an object that inherits has none of its own to change. */
function demandUnique(context: Context, securable: Securable): void {
  demandManagement(context, securable);
  if (!securable.isUnique()) {
    throw new SharePointError(
      400,
      '-2146233079, System.InvalidOperationException',
      'This operation is not allowed on an object that inherits permissions.',
    );
  }
}
