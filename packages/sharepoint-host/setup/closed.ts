/**
 * Making a closed container: its site groups, its lists, and who may read them. Nothing is taken up that
 * does not stand in an owner's row by its number or GUID, so that nobody gets what was there before, and
 * nobody is taken out of anything.
 */
import { Conflict } from '@kantine/core';
import type { ContainerId, PersonId } from '@kantine/core';
import { allLists, closedRowsList, setupList } from '../schema/index.ts';
import { earlierInUse } from './adopt.ts';
import { covers } from './covers.ts';
import { completeLists, giveToMembers } from './closed-lists.ts';
import { addClosedRow, readClosedRows, saveClosedRow } from './closed-rows.ts';
import type { KeptRow } from './closed-row.ts';
import { findLists } from './found.ts';
import { provisionLists, readRow } from './shared-lists.ts';
import type { Site } from './site.ts';
import { emptyGroups, letFounderIn, makeGroup, proveGroups } from './site-groups.ts';

/**
 * Safe to repeat after an attempt that broke off. For owners of the site.
 * @throws Conflict when it is somebody else's, or is there from an earlier version
 */
export async function makeClosed(
  site: Site,
  container: ContainerId,
  founder: PersonId,
): Promise<void> {
  let kept = await rowOf(site, container, founder);
  if (kept.row.state === 'made') return;
  kept = await withGroups(site, kept);
  await proveGroups(site, kept.row);
  await emptyGroups(site, kept.row);
  kept = (await completeLists(site, [kept])).rows[0] as KeptRow;
  await giveToMembers(site, [kept]);
  await letFounderIn(site, kept.row);
  await saveClosedRow(site, kept, { ...kept.row, state: 'made' });
}

/** The row of a container that this person asked for, or a new one. @throws Conflict */
async function rowOf(site: Site, container: ContainerId, founder: PersonId): Promise<KeptRow> {
  const found = await findLists(site.wire);
  const kept = (await readClosedRows(site, found)).get(container);
  if (kept) {
    if (kept.row.founder !== founder) throw new Conflict(container);
    return kept;
  }
  if ((await earlierInUse(site, found)).has(container)) throw new Conflict(container);
  const known = await readRow(site, found);
  const isReady = covers(known?.row.lists?.[closedRowsList.kind], closedRowsList);
  if (!isReady) await provisionLists(site, found, needed(site));
  return addClosedRow(site, { container, state: 'making', founder, lists: {} });
}

/** A site of an earlier version has no list of rows yet. */
const needed = ({ collections }: Site) =>
  allLists(collections).filter(({ name }) => [setupList.name, closedRowsList.name].includes(name));

/** Makes the groups that a row does not name. One that was made and not noted is left behind, empty. */
async function withGroups(site: Site, kept: KeptRow): Promise<KeptRow> {
  let after = kept;
  for (const role of ['stewards', 'members'] as const) {
    if (after.row[role] !== undefined) continue;
    const id = await makeGroup(site.wire);
    after = await saveClosedRow(site, after, { ...after.row, [role]: id });
  }
  return after;
}
