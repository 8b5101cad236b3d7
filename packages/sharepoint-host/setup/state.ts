/** Whether a site has everything that this version declares, and who can add what is missing. */
import { allLists, closedLists, kindOfList } from '../schema/index.ts';
import { answerOf, get } from '../wire/index.ts';
import { askForGroups, containersIn } from './closed-groups.ts';
import type { ClosedContainer } from './closed-groups.ts';
import { inUse, isIncomplete } from './closed-lists.ts';
import { covers, coversAll, declaredLists } from './covers.ts';
import { askForLists, foundIn } from './found.ts';
import type { FoundLists } from './found.ts';
import { mostIndexable } from './make-columns.ts';
import type { SetupRow } from './row.ts';
import type { Site } from './site.ts';

export type SetupState =
  | { readonly kind: 'ready' }
  /** Nobody set it up yet, or only in part; or it lacks something that this version declares. */
  | {
      readonly kind: 'missing' | 'outdated';
      /** The reader's own right to do it. */
      readonly canSetUp: boolean;
      /** Who can; empty where the site does not say. */
      readonly owners: readonly string[];
      /** How many lists are too long for the indexes that an update would add; told to owners. */
      readonly tooLong?: number;
    };

/** What a first look has told. */
interface FirstLook {
  readonly row: SetupRow;
  readonly isOwner: boolean;
}

export async function setupState(site: Site, { row, isOwner }: FirstLook): Promise<SetupState> {
  const seen = isOwner ? await lookAround(site) : undefined;
  if (coversAll(site, row) && (!seen || (await isWhole(site, seen)))) return { kind: 'ready' };
  const [owners] = await site.wire.batch([get('web/associatedOwnerGroup/users?$select=Title')]);
  const tooLong = seen ? lengthOf(site, row, seen.found) : 0;
  return {
    kind: (row.schemaVersion ?? 0) === 0 ? 'missing' : 'outdated',
    canSetUp: isOwner,
    owners: owners?.ok ? (owners.value as { Title: string }[]).map(({ Title }) => Title) : [],
    ...(tooLong === 0 ? {} : { tooLong }),
  };
}

interface Seen {
  readonly found: FoundLists;
  readonly containers: readonly ClosedContainer[];
}

/** What only owners see: all lists and all site groups. */
async function lookAround({ wire }: Site): Promise<Seen> {
  const [lists, groups] = await wire.batch([askForLists, askForGroups]);
  return { found: foundIn(answerOf(lists)), containers: containersIn(answerOf(groups)) };
}

/**
 * Whether every list is there with permissions of its own: an owner sees them all. A closed group that
 * a page of an earlier version made since the last update lacks what that version did not know.
 */
async function isWhole(site: Site, { found, containers }: Seen): Promise<boolean> {
  const shared = allLists(site.collections);
  if (shared.some(({ name }) => found.get(name)?.isProtected !== true)) return false;
  const incomplete = containers.filter((container) => isIncomplete(site, container, found));
  if (incomplete.length === 0) return true;
  // An approval that stopped half-way is finished by repeating it, unless a list is open to the site.
  const isOpen = incomplete.some(({ container }) =>
    closedLists(site.collections, container).some(
      ({ name }) => found.get(name)?.isProtected === false,
    ),
  );
  return !isOpen && (await inUse(site, incomplete, found)).containers.size === 0;
}

/** The lists that lack an index, and are too long to be given one. */
function lengthOf(site: Site, row: SetupRow, found: FoundLists): number {
  const lacking = declaredLists(site).filter((spec) => !covers(row.lists?.[spec.kind], spec));
  const kinds = new Set(lacking.map(({ kind }) => kind));
  const long = [...found.values()].filter(({ items }) => items > mostIndexable);
  return long.filter(({ name }) => kinds.has(kindOfList(name))).length;
}
