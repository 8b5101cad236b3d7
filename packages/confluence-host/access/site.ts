/** Whether a person administers the whole site. */
import { route } from '@forge/api';
import { askConfluence } from './confluence.ts';
import type { Asker } from './confluence.ts';

interface CurrentUser {
  readonly operations?: readonly { readonly operation: string; readonly targetType: string }[];
}

/** Whether the person who asks administers Confluence, by their own rights. */
export async function isSiteAdministrator(asker: Asker): Promise<boolean> {
  const user = await askConfluence<CurrentUser>(
    asker,
    route`/wiki/rest/api/user/current?expand=operations`,
  );
  return (user?.operations ?? []).some(
    ({ operation, targetType }) => operation === 'administer' && targetType === 'application',
  );
}
