/** What the reader may do in the lists of closed containers, as SharePoint says. */
import { Forbidden } from '@kantine/core';
import type { Right } from '@kantine/core';
import type { Site } from '../setup/index.ts';
import { asForbidden, get, isRefusal, ownsSite, rightIn } from '../wire/index.ts';
import type { BasePermissions, Outcome } from '../wire/index.ts';

interface ListRights {
  readonly EffectiveBasePermissions: BasePermissions;
  /** Absent where members are not told: then their own rights in the list tell. */
  readonly HasUniqueRoleAssignments?: boolean;
}

/** ManageLists, bit 12: a person who edits a site has it there, and nobody but owners in a list of ours. */
const manageLists = 1 << 11;

export const changesLists = ({ Low }: BasePermissions): boolean =>
  (Number(Low) & manageLists) !== 0;

/** A list that inherits the site's permissions is open to the whole site: it gives nobody a right. */
export function rightTo(outcome: Outcome | undefined): Right {
  if (outcome?.ok !== true) {
    const refused = asForbidden(outcome?.error, 'this place');
    if (refused instanceof Forbidden) return 'none';
    throw refused;
  }
  const { HasUniqueRoleAssignments, EffectiveBasePermissions: rights } =
    outcome.value as ListRights;
  const isOwn = HasUniqueRoleAssignments ?? (!changesLists(rights) || ownsSite(rights));
  return isOwn ? rightIn(rights) : 'none';
}

const effective = 'EffectiveBasePermissions';

/** What the reader may do in each of some lists. @param lists their paths */
export async function askRights(
  { wire }: Pick<Site, 'wire'>,
  lists: readonly string[],
): Promise<readonly Outcome[]> {
  const ask = (select: string) => wire.batch(lists.map((path) => get(`${path}?$select=${select}`)));
  const outcomes = await ask(`${effective},HasUniqueRoleAssignments`);
  const isUntold = outcomes.some((each) => !each.ok && isRefusal(each.error, 403));
  return isUntold ? ask(effective) : outcomes;
}

/**
 * Before something is written that only some people may read, and before what they wrote is believed.
 * @param what the reader is told that they have no access to.
 * @throws Forbidden while the list is open to the site
 */
export async function demandOwnRights(
  site: Pick<Site, 'wire'>,
  list: string,
  what: string,
): Promise<void> {
  const [outcome] = await askRights(site, [list]);
  if (rightTo(outcome) === 'none') throw new Forbidden(what);
}
