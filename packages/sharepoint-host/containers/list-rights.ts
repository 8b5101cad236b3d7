/** What the reader may do in lists, as SharePoint says. */
import { Forbidden } from '@kantine/core';
import type { Right } from '@kantine/core';
import type { Site } from '../setup/index.ts';
import {
  asForbidden,
  changesLists,
  concurrently,
  get,
  isRefusal,
  ownsSite,
  rightIn,
} from '../wire/index.ts';
import type { BasePermissions, Outcome, RestRequest, Talk } from '../wire/index.ts';

interface ListRights {
  readonly EffectiveBasePermissions: BasePermissions;
  /** Absent where members are not told: then their own rights in the list tell. */
  readonly HasUniqueRoleAssignments?: boolean;
}

/** What a list's own rights tell where it is not told whether it inherits: nobody but owners changes one of ours. */
const seemsOpen = (rights: BasePermissions): boolean => changesLists(rights) && !ownsSite(rights);

/** A list that inherits the site's permissions is open to the whole site: it gives nobody a right. */
export function rightTo(outcome: Outcome | undefined): Right {
  if (outcome?.ok !== true) {
    const refused = asForbidden(outcome?.error, 'this place');
    if (refused instanceof Forbidden) return 'none';
    throw refused;
  }
  const { HasUniqueRoleAssignments, EffectiveBasePermissions: rights } =
    outcome.value as ListRights;
  const isOwn = HasUniqueRoleAssignments ?? !seemsOpen(rights);
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
 * Whether a list inherits the site's permissions.
 * @returns undefined for a list that the reader cannot open
 */
export async function* isOpenToSite(path: string): Talk<boolean | undefined> {
  const [told] = yield [get(`${path}?$select=HasUniqueRoleAssignments`)];
  if (told?.ok === true) return !(told.value as Required<ListRights>).HasUniqueRoleAssignments;
  if (told === undefined || !isRefusal(told.error, 403)) return undefined;
  const [own] = yield [get(`${path}?$select=${effective}`)];
  return own?.ok === true ? seemsOpen((own.value as ListRights)[effective]) : undefined;
}

/** The reader's right to a list in which rows prove something: none where it inherits. */
export async function* rightToProof(path: string): Talk<Right> {
  const [isOpen, [outcome]] = (yield* concurrently<unknown>([
    isOpenToSite(path),
    askAlone(get(`${path}?$select=${effective}`)),
  ])) as [boolean | undefined, readonly Outcome[]];
  return isOpen === true ? 'none' : rightTo(outcome);
}

async function* askAlone(request: RestRequest): Talk<readonly Outcome[]> {
  return yield [request];
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
