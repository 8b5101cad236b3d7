/** Sets up a site, or brings it up to date: the shared lists, and those of every closed container. */
import { checkCollections, Forbidden } from '@kantine/core';
import { allLists, checkShelves, closedKinds } from '../schema/index.ts';
import { isRefusal } from '../wire/index.ts';
import type { ReaderSelection } from './access.ts';
import { adoptEarlier, secureEarlier } from './adopt.ts';
import {
  completeLists,
  giveToMembers,
  isDeleted,
  listsIn,
  lostOf,
  secureRows,
} from './closed-lists.ts';
import { readClosedRows } from './closed-rows.ts';
import { byGuid, findLists } from './found.ts';
import { noteReaders } from './note-readers.ts';
import { earlierReady, writeRow } from './row.ts';
import { countSteps } from './progress.ts';
import type { TellProgress } from './progress.ts';
import { gone, provisionLists, readRow } from './shared-lists.ts';
import type { Site } from './site.ts';
import { thereAfter } from './there.ts';
import { deskIds, dropUnproven, noteOpened } from './unproven.ts';

export interface ProvisionOptions {
  /** Who takes part; without it who does, and of new readers who is suggested. */
  readonly readers?: ReaderSelection;
  readonly told?: TellProgress;
}

/** @throws Forbidden to anybody but an owner of the site */
export async function provision(site: Site, options: ProvisionOptions = {}): Promise<void> {
  try {
    await bringUpToDate(site, options);
  } catch (error) {
    if (isRefusal(error, 403) || isRefusal(error, 401)) {
      throw new Forbidden('the setup of Kantine', { cause: error });
    }
    throw error;
  }
}

/** Beside the making of each list: what is open is closed, two times columns and permissions, closed groups, the row. */
const stepsBeside = 7;

async function bringUpToDate(
  given: Site,
  { readers, told = () => undefined }: ProvisionOptions,
): Promise<void> {
  checkCollections(given.collections);
  checkShelves(given.collections);
  const before = await findLists(given.wire);
  const missing = allLists(given.collections).filter(({ name }) => !before.has(name));
  const site = { ...given, stepDone: countSteps(told, missing.length + stepsBeside) };
  // Lists that are open to the site come before everything else.
  const known = await readRow(site, before);
  const closedBefore = [...(await readClosedRows(site, before)).values()];
  await noteOpened(site, before, closedBefore, known);
  await secureRows(site, closedBefore, before);
  await secureEarlier(site, before, known?.row ?? {});
  site.stepDone();

  const shared = await provisionLists(
    site,
    await findLists(site.wire),
    allLists(site.collections),
    readers,
  );
  const { opened = [] } = shared.row.row;
  const owners = allLists(site.collections).filter(({ writers }) => writers === 'owners');
  const ofOwners = new Set(owners.map(({ name }) => shared.found.get(name)?.id));
  await dropUnproven(
    site,
    opened.filter((id) => ofOwners.has(id)),
  );
  await adoptEarlier(site, shared.found);
  const rows = [...(await readClosedRows(site, shared.found)).values()];
  const made = rows.filter(({ row }) => row.state === 'made' && !isDeleted(row, shared.found));
  const lost = made.flatMap(({ row }) => lostOf(row, shared.found));
  if (lost.length > 0) throw gone(lost);
  const closed = await completeLists(
    site,
    made,
    ({ kind }) => shared.row.row.lists?.[kind]?.settings,
  );
  await giveToMembers(site, closed.rows);
  const ofStewards = new Set(deskIds(site, closed.rows));
  await dropUnproven(
    site,
    opened.filter((id) => ofStewards.has(id)),
  );
  site.stepDone();

  const begun = shared.row.row;
  const found = await findLists(site.wire);
  const lists = thereAfter({
    specs: [
      ...allLists(site.collections),
      ...closedKinds(site.collections),
      ...closed.rows.flatMap(({ row }) => listsIn(site, row)),
    ],
    found,
    columns: [...shared.columns, ...closed.columns],
    before: begun.lists ?? {},
    now: site.environment.now(),
  });
  await noteReaders(site);
  const schemaVersion = Math.max(begun.schemaVersion ?? 0, earlierReady);
  // Last: a page that reads it finds everything else in place.
  await writeRow(site, shared.row, {
    ...begun,
    making: [],
    // Those of a closed group that was deleted as a whole may be restored.
    ...(opened.length === 0 ? {} : { opened: opened.filter((id) => !byGuid(found).has(id)) }),
    schemaVersion,
    lists,
    known: shared.readers.asked,
    leavesOut: shared.readers.out.length > 0,
  });
  site.stepDone();
}
