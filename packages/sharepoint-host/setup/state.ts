/** Whether a site has everything that this version declares, and who can add what is missing. */
import { allLists, closedRowsList, kindOfList, setupList } from '../schema/index.ts';
import { answerIfThere, answerOf, get, isRefusal } from '../wire/index.ts';
import type { Outcome } from '../wire/index.ts';
import { earlierIn, earlierInUse, examineEarlier } from './adopt.ts';
import type { Unfit } from './adopt.ts';
import { askForClosedRows, closedRowsIn } from './closed-row.ts';
import type { KeptRow } from './closed-row.ts';
import { isIncomplete, lostOf } from './closed-lists.ts';
import { covers, coversAll, declaredLists } from './covers.ts';
import { askForLists, byGuid, foundIn } from './found.ts';
import type { FoundLists } from './found.ts';
import { mostIndexable } from './make-columns.ts';
import { askWhoReads, hasNewcomers, readersOf, whoReadsIn } from './readers.ts';
import type { Reader, WhoReads } from './readers.ts';
import type { SetupRow } from './row.ts';
import { goneAmong, strangersAmong } from './shared-lists.ts';
import type { Site } from './site.ts';

/** What an owner has to look into; absent where there is nothing. */
interface ForOwners {
  /** Names of lists that no owner made. Setting up waits until they are deleted, or protected if they are an owner's. */
  readonly refused?: readonly string[];
  /** Names of lists that were deleted. Setting up waits until they are restored. */
  readonly gone?: readonly string[];
  /** Closed groups of an earlier version that an update cannot take over. Their members read on; nothing else does. */
  readonly unfit?: readonly Unfit[];
  /** Who reads the site: an owner chooses who of them takes part. */
  readonly readers?: readonly Reader[];
}

export type SetupState =
  | ({ readonly kind: 'ready' } & Pick<ForOwners, 'unfit'>)
  /** The reader reads the site, and an owner let them into none of the lists. */
  | {
      readonly kind: 'left-out';
      /** Whom to ask; empty where the site does not say. */
      readonly owners: readonly string[];
    }
  /**
   * Nobody set it up yet, or only in part; or it lacks something that this version declares; or somebody
   * reads the site by now about whom no owner was asked, which owners alone are told.
   */
  | ({
      readonly kind: 'missing' | 'outdated' | 'newcomers';
      /** The reader's own right to do it. */
      readonly canSetUp: boolean;
      /** Who can; empty where the site does not say. */
      readonly owners: readonly string[];
      /** How many lists are too long for the indexes that an update would add; told to owners. */
      readonly tooLong?: number;
    } & ForOwners);

/** What a first look has told. */
interface FirstLook {
  /** What the question for the setup row was answered. */
  readonly answered: Outcome | undefined;
  readonly row: SetupRow;
  readonly isOwner: boolean;
}

export async function setupState(site: Site, look: FirstLook): Promise<SetupState> {
  if (look.isOwner) return stateForOwner(site, look);
  const owners = await ownersOf(site);
  return isLeftOut(look)
    ? { kind: 'left-out', owners }
    : { kind: 'missing', canSetUp: false, owners };
}

/**
 * S-B1: SharePoint may say 403 of the row to who came since the set-up. A reader who was left out reads it,
 * and on a site that was set up no other reader comes here.
 */
const isLeftOut = ({ answered, row }: FirstLook): boolean =>
  (answered?.ok === false && isRefusal(answered.error, 403)) || lackOf(row) === 'outdated';

const lackOf = ({ schemaVersion = 0 }: SetupRow): 'missing' | 'outdated' =>
  schemaVersion === 0 ? 'missing' : 'outdated';

async function ownersOf({ wire }: Site): Promise<readonly string[]> {
  const [owners] = await wire.batch([get('web/associatedOwnerGroup/users?$select=Title')]);
  return owners?.ok ? (owners.value as { Title: string }[]).map(({ Title }) => Title) : [];
}

async function stateForOwner(site: Site, { row }: FirstLook): Promise<SetupState> {
  const seen = await lookAround(site);
  const { unfit } = await examineEarlier(site, seen.found, seen.rows);
  const told = unfit.length === 0 ? {} : { unfit };
  const isDone = coversAll(site, row) && (await isWhole(site, seen, unfit));
  if (isDone && !hasNewcomers(seen.reading, row)) return { kind: 'ready', ...told };
  const tooLong = lengthOf(site, row, seen);
  const refused = await refusedAmong(site, seen.found, row);
  const gone = [
    ...goneAmong(allLists(site.collections), seen.found, row),
    ...[...seen.rows.values()].flatMap((kept) => lostOf(kept.row, seen.found)),
  ];
  return {
    kind: isDone ? 'newcomers' : lackOf(row),
    canSetUp: true,
    owners: await ownersOf(site),
    readers: await readersOf(site.wire, seen.reading, row),
    ...(tooLong === 0 ? {} : { tooLong }),
    ...(refused.length === 0 ? {} : { refused }),
    ...(gone.length === 0 ? {} : { gone }),
    ...told,
  };
}

/** A row that anybody could write tells nothing. */
const refusedAmong = ({ collections }: Site, found: FoundLists, row: SetupRow) =>
  strangersAmong(
    allLists(collections),
    found,
    found.get(setupList.name)?.isProtected === true ? row : {},
  );

interface Seen {
  readonly found: FoundLists;
  readonly rows: ReadonlyMap<string, KeptRow>;
  readonly reading: WhoReads;
}

/** What only owners see: all lists, the rows of all closed containers, and who reads the site. */
async function lookAround(site: Site): Promise<Seen> {
  const [lists, rows, ...reading] = await site.wire.batch([
    askForLists,
    askForClosedRows(site.environment),
    ...askWhoReads(site),
  ]);
  const found = foundIn(answerOf(lists));
  const isTrusted = found.get(closedRowsList.name)?.isProtected === true;
  return {
    found,
    rows: isTrusted ? rowsAnswered(rows) : new Map(),
    reading: whoReadsIn(reading),
  };
}

/** Without its columns (400) nobody finished making the list of rows. */
const rowsAnswered = (outcome: Outcome | undefined): ReadonlyMap<string, KeptRow> =>
  outcome?.ok === false && isRefusal(outcome.error, 400)
    ? new Map()
    : closedRowsIn(answerIfThere(outcome) ?? []);

/**
 * Whether every list is there with permissions of its own: an owner sees them all. A closed group that
 * a page of an earlier version made since the last update has no row yet, and what an approval left
 * half-way is finished by repeating it, unless a list is open to the site.
 */
async function isWhole(
  site: Site,
  { found, rows }: Seen,
  unfit: readonly Unfit[],
): Promise<boolean> {
  const shared = allLists(site.collections);
  if (shared.some(({ name }) => found.get(name)?.isProtected !== true)) return false;
  const all = [...rows.values()].map(({ row }) => row);
  if (all.some((row) => row.state === 'made' && isIncomplete(site, row, found))) return false;
  const there = byGuid(found);
  const lists = all.flatMap(({ lists: named }) => Object.values(named));
  const isOpen = lists.some(({ id, name }) => {
    const list = id === undefined ? found.get(name) : there.get(id);
    return list?.isProtected === false;
  });
  if (isOpen) return false;
  const earlier = earlierIn(found);
  const left = [...earlier].filter(([container]) => !rows.has(container));
  if (left.some(([, each]) => each.some(({ isProtected }) => !isProtected))) return false;
  if (left.length === 0) return true;
  const used = await earlierInUse(site, found);
  const known = new Set(unfit.map(({ container }) => container));
  return left.every(([container]) => !used.has(container) || known.has(container));
}

/** The lists that lack an index, and are too long to be given one. */
function lengthOf(site: Site, row: SetupRow, { found, rows }: Seen): number {
  const lacking = declaredLists(site).filter((spec) => !covers(row.lists?.[spec.kind], spec));
  const kinds = new Set(lacking.map(({ kind }) => kind));
  const named = [...rows.values()].flatMap((kept) => Object.entries(kept.row.lists));
  const kindOf = new Map(named.map(([kind, { name }]) => [name, kind] as const));
  const long = [...found.values()].filter(({ items }) => items > mostIndexable);
  return long.filter(({ name }) => kinds.has(kindOf.get(name) ?? kindOfList(name))).length;
}
