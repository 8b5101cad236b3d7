/** People as Confluence tells of them, to the resolver and to a page that asks by itself. */
import type { DirectoryPerson, PersonId } from '@kantine/core';
import { withoutSuffix } from './name.ts';

export interface User {
  readonly accountId: string;
  readonly displayName: string;
  readonly publicName?: string;
  readonly accountType?: string;
  /** Missing for some people; the suffix of their name tells then. */
  readonly accountStatus?: string;
  readonly email?: string;
  readonly timeZone?: string;
  readonly profilePicture?: { readonly path: string; readonly isDefault?: boolean };
}

/** The most that one question may name. */
export const mostIds = 100;

/** Confluence no longer tells titles, departments and places. */
export function personOf(user: User, siteUrl: string | undefined): DirectoryPerson {
  const { accountId, displayName, publicName, email, timeZone, profilePicture } = user;
  const isActive = (user.accountStatus ?? 'active') === 'active';
  const { name, isMarked } = withoutSuffix(displayName || (publicName ?? ''), !isActive);
  const active = isActive && !isMarked;
  if (!active) return { id: accountId, name, active };
  return {
    id: accountId,
    name,
    active,
    ...(email ? { email } : {}),
    ...(timeZone ? { timeZone } : {}),
    ...(profilePicture && siteUrl !== undefined
      ? { photo: new URL(profilePicture.path, siteUrl).href }
      : {}),
  };
}

/** The address of several people. Nothing but the ids in it comes from outside. */
export const addressOf = (ids: readonly PersonId[]): string =>
  `/wiki/rest/api/user/bulk?${ids.map((id) => `accountId=${encodeURIComponent(id)}`).join('&')}&limit=${mostIds}`;

/** Somebody whose name the page looks up by itself. Nobody who is here has no name otherwise. */
export const nameless = (id: PersonId): DirectoryPerson => ({ id, name: '', active: true });
