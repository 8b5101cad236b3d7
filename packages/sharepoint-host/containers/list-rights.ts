/** What the reader may do in the lists of closed containers, as SharePoint says. */
import { Forbidden } from '@kantine/core';
import type { Right } from '@kantine/core';
import { listPathById } from '../schema/index.ts';
import type { Site } from '../setup/index.ts';
import { asForbidden, get, isRefusal, rightIn } from '../wire/index.ts';
import type { BasePermissions, Outcome } from '../wire/index.ts';

interface ListRights {
  readonly EffectiveBasePermissions: BasePermissions;
  /** Absent where members are not told: then the owner's row is what there is. */
  readonly HasUniqueRoleAssignments?: boolean;
}

/** A list that inherits the site's permissions is open to the whole site: it gives nobody a right. */
export function rightTo(outcome: Outcome | undefined): Right {
  if (outcome?.ok !== true) {
    const refused = asForbidden(outcome?.error, 'this place');
    if (refused instanceof Forbidden) return 'none';
    throw refused;
  }
  const { HasUniqueRoleAssignments: isOwn = true, EffectiveBasePermissions } =
    outcome.value as ListRights;
  return isOwn ? rightIn(EffectiveBasePermissions) : 'none';
}

const effective = 'EffectiveBasePermissions';

/** What the reader may do in each of some lists. */
export async function askRights(
  { wire }: Site,
  lists: readonly { readonly id: string }[],
): Promise<readonly Outcome[]> {
  const ask = (select: string) =>
    wire.batch(lists.map(({ id }) => get(`${listPathById(id)}?$select=${select}`)));
  const outcomes = await ask(`${effective},HasUniqueRoleAssignments`);
  const isUntold = outcomes.some((each) => !each.ok && isRefusal(each.error, 403));
  return isUntold ? ask(effective) : outcomes;
}
