export { Access, listScope, webScope } from './access.ts';
export { basePermissions, has } from './permissions.ts';
export { Role, roleDefinitions, seedRoles } from './roles.ts';
export { securableMembers, type Securable } from './securable.ts';
