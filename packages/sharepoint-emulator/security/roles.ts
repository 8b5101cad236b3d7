import { asText } from '../odata/text.ts';
import type { Farm } from '../context/farm.ts';
import { invalidArgument, resourceNotFound, accessDenied } from '../errors.ts';
import type { Context } from '../context/context.ts';
import { inMemory } from '../odata/collection.ts';
import type { Collection, Entity } from '../odata/resource.ts';
import { basePermissions, has, maskOf } from './permissions.ts';

export interface RoleDefinition {
  readonly siteId: string;
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly position: number;
  /** RoleTypeKind: 1 Guest, 2 Reader, 3 Contributor, 4 Designer, 5 Administrator, 6 Editor. */
  readonly kind: number;
  readonly low: number;
  readonly high: number;
  readonly hidden: number;
}

export const Role = {
  LimitedAccess: 1073741825,
  Read: 1073741826,
  Contribute: 1073741827,
  Design: 1073741828,
  FullControl: 1073741829,
  Edit: 1073741830,
} as const;

// The levels of a new site with the masks that SharePoint Online gives them.
const BUILT_IN: readonly [number, string, string, number, number, number, number][] = [
  [Role.FullControl, 'Full Control', 'Has full control.', 1, 5, 4294967295, 2147483647],
  [
    Role.Design,
    'Design',
    'Can view, add, update, delete, approve, and customize.',
    32,
    4,
    1012866047,
    432,
  ],
  [
    Role.Edit,
    'Edit',
    'Can add, edit and delete lists; can view, add, update and delete list items and documents.',
    48,
    6,
    1011030767,
    432,
  ],
  [
    Role.Contribute,
    'Contribute',
    'Can view, add, update, and delete list items and documents.',
    64,
    3,
    1011028719,
    432,
  ],
  [
    Role.Read,
    'Read',
    'Can view pages and list items and download documents.',
    128,
    2,
    138612833,
    176,
  ],
  [
    Role.LimitedAccess,
    'Limited Access',
    'Can view specific lists, document libraries, list items, folders, or documents when given permissions.',
    160,
    1,
    134287360,
    48,
  ],
];

export function seedRoles(farm: Farm, siteId: string): void {
  for (const [id, name, description, position, kind, low, high] of BUILT_IN) {
    insert(farm, {
      siteId,
      id,
      name,
      description,
      position,
      kind,
      low,
      high,
      hidden: kind === 1 ? 1 : 0,
    });
  }
}

function insert(farm: Farm, role: RoleDefinition): void {
  farm.db.run(
    'INSERT INTO role_definitions (siteId, id, name, description, position, kind, low, high, hidden) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      role.siteId,
      role.id,
      role.name,
      role.description,
      role.position,
      role.kind,
      role.low,
      role.high,
      role.hidden,
    ],
  );
}

export const rolesOf = (farm: Farm, siteId: string): RoleDefinition[] =>
  farm.db.all<RoleDefinition>(
    'SELECT * FROM role_definitions WHERE siteId = ? ORDER BY position, id',
    [siteId],
  );

/** Levels belong to the site collection, and every web in it reads the same ones. */
export function roleDefinitions(context: Context): Collection {
  const { farm, web } = context;
  const find = (test: (role: RoleDefinition) => boolean): Entity => {
    const role = rolesOf(farm, web.siteId).find(test);
    if (!role) throw resourceNotFound('RoleDefinition');
    return roleEntity(context, role);
  };
  return {
    kind: 'collection',
    typeName: 'SP.RoleDefinition',
    path: 'Web/RoleDefinitions',
    members: (options) =>
      inMemory(
        rolesOf(farm, web.siteId).map((role) => roleEntity(context, role)),
        options,
      ),
    key: (args) => find((role) => role.id === Number(args.key())),
    functions: {
      GetById: (args) => find((role) => role.id === args.number('id')),
      GetByName: (args) => find((role) => role.name === args.text('name')),
      GetByType: (args) => find((role) => role.kind === args.number('roleType')),
    },
    create: (body) => createRole(context, body),
  };
}

/** Ids of own levels lie behind those that SharePoint keeps for itself. */
function createRole(context: Context, body: Readonly<Record<string, unknown>>): Entity {
  demandManagement(context);
  const { farm, web } = context;
  const name = asText(body.Name);
  refuseTakenName(context, name);
  const role: RoleDefinition = {
    siteId: web.siteId,
    id: nextRoleId(farm, web.siteId),
    name,
    description: asText(body.Description),
    position: Number(body.Order ?? 2147483647),
    kind: 0,
    hidden: 0,
    ...permissionsIn(body, { low: 0, high: 0 }),
  };
  insert(farm, role);
  return roleEntity(context, role);
}

/** SharePoint keeps the range from 1073741927 on for levels that people define. */
function nextRoleId(farm: Farm, siteId: string): number {
  const key = `roles ${siteId}`;
  const row = farm.db.one<{ value: string }>('SELECT value FROM settings WHERE key = ?', [key]);
  const id = Number(row?.value ?? 1073741926) + 1;
  farm.db.run('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)', [key, String(id)]);
  return id;
}

function permissionsIn(
  body: Readonly<Record<string, unknown>>,
  before: { low: number; high: number },
): { low: number; high: number } {
  const sent = body.BasePermissions as { Low?: unknown; High?: unknown } | undefined;
  if (!sent) return { low: before.low, high: before.high };
  return { low: Number(sent.Low ?? 0) >>> 0, high: Number(sent.High ?? 0) >>> 0 };
}

/** SP.RoleDefinition, a permission level. */
export function roleEntity(context: Context, role: RoleDefinition): Entity {
  const { farm } = context;
  return {
    kind: 'entity',
    typeName: 'SP.RoleDefinition',
    path: `Web/RoleDefinitions(${role.id})`,
    properties: () => ({
      BasePermissions: basePermissions(maskOf(role.low, role.high)),
      Description: role.description,
      Hidden: role.hidden === 1,
      Id: role.id,
      Name: role.name,
      Order: role.position,
      RoleTypeKind: role.kind,
    }),
    update: (changes) => {
      demandManagement(context);
      refuseFixed(role);
      const name = asText(changes.Name, role.name);
      if (name !== role.name) refuseTakenName(context, name, role.id);
      const { low, high } = permissionsIn(changes, role);
      farm.db.run(
        'UPDATE role_definitions SET name = ?, description = ?, position = ?, low = ?, high = ? WHERE siteId = ? AND id = ?',
        [
          name,
          asText(changes.Description, role.description),
          Number(changes.Order ?? role.position),
          low,
          high,
          role.siteId,
          role.id,
        ],
      );
    },
    remove: () => {
      demandManagement(context);
      refuseFixed(role);
      // Its assignments are left behind and count for nothing, since ids are never given out twice.
      farm.db.run('DELETE FROM role_definitions WHERE siteId = ? AND id = ?', [
        role.siteId,
        role.id,
      ]);
    },
  };
}

/**
 * S-B8. Full Control and Limited Access cannot be changed or deleted; owners may do so with every other
 * level (Understanding permission levels in SharePoint, learn.microsoft.com).
 */
function refuseFixed(role: RoleDefinition): void {
  if (role.id !== Role.FullControl && role.id !== Role.LimitedAccess) return;
  throw invalidArgument(`The permission level '${role.name}' cannot be changed or deleted.`);
}

function refuseTakenName(context: Context, name: string, exceptId?: number): void {
  const taken = rolesOf(context.farm, context.web.siteId).some(
    (role) => role.id !== exceptId && role.name.toLowerCase() === name.toLowerCase(),
  );
  if (!name || taken) throw invalidArgument();
}

function demandManagement(context: Context): void {
  if (!has(context.access.web(context.web), 'ManagePermissions')) throw accessDenied();
}
