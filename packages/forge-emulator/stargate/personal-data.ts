import { bodyOf, json, noContent, type ServiceCall } from '../gateway/index.ts';
import type { Directory } from '../site/index.ts';

interface Report {
  readonly accounts: readonly { readonly accountId: string; readonly updatedAt: string }[];
}

/** One call takes at most 90 accounts; `privacy.reportPersonalData` cuts longer lists. */
const MOST = 90;

/** Tells an app whose data it must erase or fetch anew; nothing to do is 204. */
export function reportPersonalData(call: ServiceCall, site: Directory): Response {
  const { accounts } = bodyOf<Report>(call);
  if (accounts.length > MOST) return json({ message: `At most ${MOST} accounts` }, 400);
  const changed = accounts.flatMap(({ accountId, updatedAt }) => {
    const user = site.users.get(accountId);
    // A person who was removed from one site has an account all the same.
    if (!user || user.closed) return { accountId, status: 'closed' };
    const stale =
      user.updatedAt !== undefined && Date.parse(user.updatedAt) > Date.parse(updatedAt);
    return stale ? { accountId, status: 'updated' } : [];
  });
  return changed.length === 0 ? noContent() : json({ accounts: changed });
}
