/** What the reader may do in lists, as SharePoint says. */
import { Forbidden } from '@kantine/core';
import type { Right } from '@kantine/core';
import { listPathById } from '../schema/index.ts';
import type { Site } from '../setup/index.ts';
import { asForbidden, changesLists, concurrently, get, isRefusal, rightIn } from '../wire/index.ts';
import type { BasePermissions, Outcome, RestRequest, Talk } from '../wire/index.ts';

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

/**
 * Whether a list inherits the site's permissions. Where members are not told, their own rights in it tell:
 * nobody but owners changes a list of ours.
 * @returns undefined for a list that the reader cannot open
 */
export async function* isOpenToSite(path: string): Talk<boolean | undefined> {
  const [told] = yield [get(`${path}?$select=HasUniqueRoleAssignments`)];
  if (told?.ok === true) return !(told.value as Required<ListRights>).HasUniqueRoleAssignments;
  if (told === undefined || !isRefusal(told.error, 403)) return undefined;
  const [own] = yield [get(`${path}?$select=${effective}`)];
  return own?.ok === true ? changesLists((own.value as ListRights)[effective]) : undefined;
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
