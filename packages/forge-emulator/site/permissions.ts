import { ANONYMOUS, type Directory } from './directory.ts';
import type { Content, Space, User } from './site.ts';

/** The account of the installed app, which `asApp()` acts as. */
export const APP_ACCOUNT = 'app';

export type SpaceOperation = 'read' | 'create' | 'delete' | 'administer';
export type ContentOperation = 'read' | 'update' | 'delete';

/** Apps get into every space when they are installed; people need a permission or the admin key. */
export function mayInSpace(
  site: Directory,
  accountId: string,
  operation: SpaceOperation,
  space: Space,
): boolean {
  if (accountId === APP_ACCOUNT) return true;
  const user = site.users.get(accountId);
  if (accountId === ANONYMOUS) return site.isAmong(accountId, space.permissions[operation]);
  if (!user || !isPresent(user)) return false;
  if (user.admin || site.isAmong(accountId, space.permissions.administer)) return true;
  return site.isAmong(accountId, space.permissions[operation]);
}

/** Whether somebody can sign in to the site at all. */
export const isPresent = ({ active, closed, removed }: User): boolean =>
  active !== false && !closed && !removed;

/** A restriction counts for everybody it does not name: admins and the app as well. */
export function mayOnContent(
  site: Directory,
  accountId: string,
  operation: ContentOperation,
  content: Content,
): boolean {
  const space = site.spaceByKey(content.space);
  const inSpace = operation === 'update' ? 'create' : operation;
  if (!mayInSpace(site, accountId, 'read', space)) return false;
  if (!mayInSpace(site, accountId, inSpace, space)) return false;
  return restrictionsOf(site, content).every(({ read, update }) => {
    const named = operation === 'read' ? [read] : [read, update];
    return named.every((subjects) => !subjects || site.isAmong(accountId, subjects));
  });
}

/** View restrictions are inherited from the pages above; edit restrictions are not. */
function restrictionsOf(site: Directory, content: Content): NonNullable<Content['restrictions']>[] {
  const found = content.restrictions ? [content.restrictions] : [];
  let parent = content.parentId === undefined ? undefined : site.content.get(content.parentId);
  while (parent) {
    if (parent.restrictions?.read) found.push({ read: parent.restrictions.read });
    parent = parent.parentId === undefined ? undefined : site.content.get(parent.parentId);
  }
  return found;
}
