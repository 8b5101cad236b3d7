import type { Context } from '../context/context.ts';
import { principalNotFound } from '../errors.ts';
import { findPrincipal, PrincipalType, savePrincipal, type Principal } from './principals.ts';

export function ownerOf(context: Context, group: Principal): Principal | undefined {
  const owner = group.properties.owner;
  if (typeof owner !== 'number') return undefined;
  return findPrincipal(context.farm, context.web.siteId, owner);
}

/** REST knows users alone as owners; for another group there is ProcessQuery. (S-A2) */
export function setUserAsOwner(context: Context, group: Principal, ownerId: number): void {
  const owner = findPrincipal(context.farm, context.web.siteId, ownerId);
  const answer = context.farm.behaviours.groupAsOwnerByRest;
  if (owner?.kind === PrincipalType.SharePointGroup && answer !== 'works') {
    if (answer === 'refused') throw principalNotFound(context.farm);
    return;
  }
  setOwner(context, group, ownerId);
}

export function setOwner(context: Context, group: Principal, ownerId: number): void {
  const owner = findPrincipal(context.farm, context.web.siteId, ownerId);
  if (!owner) throw principalNotFound(context.farm);
  const properties = { ...group.properties, owner: owner.id };
  savePrincipal(context.farm, { ...group, properties });
}
