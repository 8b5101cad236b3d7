/**
 * The lists that a site has once. A list counts as an owner's if it has permissions of its own, which
 * members of a site cannot give, or if the setup row knows its GUID; any other is refused, since its maker may
 * have written and set in it whatever they liked.
 */
import { KantineError } from '@kantine/core';
import { setupList } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
import { isRefusal } from '../wire/index.ts';
import type { RestRequest } from '../wire/index.ts';
import { givenOut, grantExactly, grantToReaders, takePersonal } from './access.ts';
import type { ReaderSelection } from './access.ts';
import { findLists } from './found.ts';
import type { FoundList, FoundLists } from './found.ts';
import { endUniqueness, makeColumns } from './make-columns.ts';
import type { ColumnsMade } from './make-columns.ts';
import { makeNew, mendSettings, protect, recycle } from './make-lists.ts';
import { chosenReaders } from './readers.ts';
import type { Chosen } from './readers.ts';
import { askForRow, makingMark, rowIn, writeRow } from './row.ts';
import type { FoundRow, SetupRow } from './row.ts';
import type { Site } from './site.ts';

/** The row, if owners alone could write it. */
export async function readRow(site: Site, found: FoundLists): Promise<FoundRow | undefined> {
  const isTrusted = found.get(setupList.name)?.isProtected === true;
  if (!isTrusted) return undefined;
  try {
    return rowIn(await site.wire.send(askForRow(site)));
  } catch (error) {
    // Its columns are missing: an attempt broke off before there was a row.
    if (isRefusal(error, 400)) return undefined;
    throw error;
  }
}

/** What becomes of a list that is there: it is an owner's, it is made anew, or nobody knows whose it is. */
type Standing = 'ours' | 'anew' | 'refused';

function standingOf(list: ListSpec, there: FoundList, row: SetupRow, isMarked: boolean): Standing {
  const recorded = row.lists?.[list.kind];
  if (there.isProtected || (recorded && (recorded.id ?? there.id) === there.id)) return 'ours';
  if (isMarked) return 'anew';
  // The first of all lists has no row yet that could tell of it.
  return list.name === setupList.name && there.items === 0 ? 'anew' : 'refused';
}

const marksIn = ({ making }: SetupRow): ReadonlySet<string> => new Set(making);

/**
 * The names of lists that no owner made. An owner of the site deletes them, or ends their inheritance if
 * they are theirs.
 */
export async function strangersAmong(
  lists: readonly ListSpec[],
  found: FoundLists,
  row: SetupRow,
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const list of lists) {
    const there = found.get(list.name);
    if (!there) continue;
    const isMarked = marksIn(row).has(await makingMark(list.name));
    if (standingOf(list, there, row, isMarked) === 'refused') names.push(list.name);
  }
  return names;
}

/** The names of lists that were there, and are not any more. */
export const goneAmong = (
  lists: readonly ListSpec[],
  found: FoundLists,
  row: SetupRow,
): readonly string[] =>
  lists
    .filter(({ name, kind }) => row.lists?.[kind] !== undefined && !found.has(name))
    .map(({ name }) => name);

/** Rows point to rows of other lists by numbers, which a list in its place would give once more. */
export const gone = (names: readonly string[]): KantineError =>
  new KantineError(
    'Conflict',
    { what: `list ${names.join(', ')}` },
    `The list ${names.join(', ')} was deleted. Restore it from the site’s recycle bin, and try again.`,
  );

const refusal = (names: readonly string[]): KantineError =>
  new KantineError(
    'Conflict',
    { what: `list ${names.join(', ')}` },
    `Somebody who is no owner made the list ${names.join(', ')}. Delete it in the site’s contents, or end its inheritance if it is yours, and try again.`,
  );

export interface Provisioned {
  /** The setup row as it is by now. */
  readonly row: FoundRow;
  readonly found: FoundLists;
  readonly columns: readonly ColumnsMade[];
  readonly readers: Chosen;
}

/**
 * Makes lists that are missing, and gives all of them the settings, columns and permissions that they
 * need. The first is the one with the row.
 *
 * @param choice who takes part; without it who does, and in a new site who is suggested.
 * @throws KantineError where a list is nobody's, or a stranger touched a new one
 */
export async function provisionLists(
  site: Site,
  before: FoundLists,
  lists: readonly ListSpec[],
  choice?: ReaderSelection,
): Promise<Provisioned> {
  const known = await readRow(site, before);
  const refused = await strangersAmong(lists, before, known?.row ?? {});
  if (refused.length > 0) throw refusal(refused);
  const lost = goneAmong(lists, before, known?.row ?? {});
  if (lost.length > 0) throw gone(lost);
  const unfinished = await unfinishedAmong(lists, before, known?.row ?? {});
  const readers = await chosenReaders(site, known?.row ?? {}, choice);
  await settle(site, lists, before, known?.row ?? {}, unfinished);
  const found = await findLists(site.wire);

  const [setup, ...others] = lists as [ListSpec, ...ListSpec[]];
  const isNew = ({ name }: ListSpec): boolean => !found.has(name) || unfinished.has(name);
  // One that inherited the site's permissions until now is kept, and is nobody's any more; one of which that
  // was noted may have been given to a part of its readers before an attempt broke off.
  const opened = new Set(known?.row.opened);
  const given = await givenOut(
    site,
    lists.filter(({ name }) => found.has(name)),
  );
  const isGiven = (list: ListSpec): boolean =>
    !isNew(list) && given.has(list.name) && !opened.has(found.get(list.name)?.id ?? '');
  const marks: string[] = [];
  for (const list of others) if (isNew(list)) marks.push(await makingMark(list.name));

  const begin: Sharing = {
    found,
    row: known?.row ?? {},
    isGiven: (list) => known !== undefined && given.has(list.name),
    readers,
  };
  const first = await share(site, [setup], begin);
  const there = rowIn(await site.wire.send(askForRow(site)));
  const begun = { ...known?.row, making: [...new Set([...(known?.row.making ?? []), ...marks])] };
  const row = await writeRow(site, there, begun);
  const rest = await share(site, others, { found, row: begun, isGiven, readers });
  await takePersonal(site, lists);
  return { row, found: rest.found, columns: [first.columns, rest.columns], readers };
}

/** Lists that an earlier run made and did not give to anybody. */
async function unfinishedAmong(
  lists: readonly ListSpec[],
  found: FoundLists,
  row: SetupRow,
): Promise<ReadonlySet<string>> {
  const marked: ListSpec[] = [];
  for (const list of lists) {
    if (marksIn(row).has(await makingMark(list.name)) && found.has(list.name)) marked.push(list);
  }
  return new Set(marked.map(({ name }) => name));
}

/** Takes away what has to be made anew, and closes what was in use. */
async function settle(
  site: Site,
  lists: readonly ListSpec[],
  found: FoundLists,
  row: SetupRow,
  unfinished: ReadonlySet<string>,
): Promise<void> {
  const isThere = ({ name }: ListSpec): boolean => found.get(name)?.isProtected === true;
  const given = await givenOut(
    site,
    lists.filter((list) => unfinished.has(list.name) && isThere(list)),
  );
  const open: RestRequest[] = [];
  const left: RestRequest[] = [];
  for (const list of lists) {
    const there = found.get(list.name);
    if (!there) continue;
    const standing = standingOf(list, there, row, unfinished.has(list.name));
    const isLeft = unfinished.has(list.name) && !given.has(list.name);
    const steps = there.isProtected ? left : open;
    if (standing === 'anew' || isLeft) steps.push(recycle(site, list));
    else if (!there.isProtected) steps.push(protect(site, list));
  }
  // Whatever is open to the site is closed before anything else is done.
  await site.wire.perform([...open, ...left]);
}

interface Done {
  readonly found: FoundLists;
  readonly columns: ColumnsMade;
}

interface Sharing {
  readonly found: FoundLists;
  readonly row: SetupRow;
  readonly isGiven: (list: ListSpec) => boolean;
  readonly readers: Chosen;
}

async function share(
  site: Site,
  lists: readonly ListSpec[],
  { found, row, isGiven, readers }: Sharing,
): Promise<Done> {
  const missing = lists.filter(({ name }) => !found.has(name));
  const after = missing.length === 0 ? found : await makeNew(site, missing);
  await endUniqueness(site, lists, after);
  await mendSettings(site, lists, after, ({ kind }) => row.lists?.[kind]?.settings);
  const columns = await makeColumns(site, lists, after);
  site.stepDone?.();
  // The list of containers stands for all when somebody asks who takes part: it is given out last.
  const lastFirst = lists.toReversed();
  const ungiven = lastFirst.filter((list) => !isGiven(list));
  await grantToReaders(site, ungiven, readers);
  if (readers.isOwners) await grantExactly(site, lastFirst, readers);
  site.stepDone?.();
  return { found: after, columns };
}
