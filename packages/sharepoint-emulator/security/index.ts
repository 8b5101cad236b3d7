export { Access, listScope, webScope } from './access.ts';
export {
  basePermissions,
  FULL_MASK,
  has,
  maskOf,
  PermissionKind,
  type BasePermissions,
  type PermissionName,
} from './permissions.ts';
export { Role, roleDefinitions, seedRoles } from './roles.ts';
export { grant, securableMembers, type Securable } from './securable.ts';
