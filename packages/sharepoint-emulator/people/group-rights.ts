import type { Context } from '../context/context.ts';
import { accessDenied } from '../errors.ts';
import { has } from '../security/permissions.ts';
import { settingsOf } from './group-settings.ts';
import type { Principal } from './principals.ts';

/** The owner of a group is a person or another group, as Owners own Members. */
export function mayManage(context: Context, group: Principal): boolean {
  const owner = group.properties.owner;
  if (typeof owner === 'number' && context.access.principals().includes(owner)) return true;
  return has(context.access.web(context.web), 'ManagePermissions');
}

export function mayEditMembers(context: Context, group: Principal): boolean {
  const isMember = context.access.principals().includes(group.id);
  const open = settingsOf(group).AllowMembersEditMembership === true;
  return (open && isMember) || mayManage(context, group);
}

/** "Who can view the membership of the group": everyone, or members only. */
export function mayViewMembers(context: Context, group: Principal): boolean {
  if (settingsOf(group).OnlyAllowMembersViewMembership !== true) return true;
  return context.access.principals().includes(group.id) || mayManage(context, group);
}

export function demand(allowed: boolean): void {
  if (!allowed) throw accessDenied();
}
