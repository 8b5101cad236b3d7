/** Whether a person administers the whole site. */
import { route } from '@forge/api';
import type { Wait } from '@kantine/core';
import { askConfluence } from './confluence.ts';

interface CurrentUser {
  readonly operations?: readonly { readonly operation: string; readonly targetType: string }[];
}

/** Whether the person who asks administers Confluence, by their own rights. */
export async function isSiteAdministrator(wait: Wait): Promise<boolean> {
  const user = await askConfluence<CurrentUser>(
    wait,
    route`/wiki/rest/api/user/current?expand=operations`,
  );
  return (user?.operations ?? []).some(
    ({ operation, targetType }) => operation === 'administer' && targetType === 'application',
  );
}
