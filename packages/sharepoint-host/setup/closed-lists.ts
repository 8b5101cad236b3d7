/**
 * The lists of closed containers. An owner's row plans a list by a random name, the list is made and
 * proven, and its GUID comes into the row: from then on it is the container's, and found by nothing else.
 */
import { closedKinds } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
import { post } from '../wire/index.ts';
import type { RestRequest } from '../wire/index.ts';
import { grantOnly } from './access.ts';
import type { Guarded } from './access.ts';
import { rowPath } from './closed-row.ts';
import type { ClosedListName, ClosedRow, KeptRow } from './closed-row.ts';
import { saveClosedRows } from './closed-rows.ts';
import { byGuid, findLists } from './found.ts';
import type { FoundLists } from './found.ts';
import { makeColumns } from './make-columns.ts';
import type { ColumnsMade } from './make-columns.ts';
import { makeNew, mendSettings, protect, recycle } from './make-lists.ts';
import { touched } from './prove-list.ts';
import { randomName } from './random-name.ts';
import type { ListSettings } from './settings.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';
import { groupsIn } from './site-groups.ts';

/** The declared lists of a container that its row knows by their GUIDs. */
export const listsIn = ({ collections }: Site, { lists }: ClosedRow): readonly ListSpec[] =>
  closedKinds(collections).flatMap((spec) => {
    const { name, id } = lists[spec.kind] ?? {};
    return name === undefined || id === undefined ? [] : [{ ...spec, name, id }];
  });

/** The lists of a container that were there, and are not any more. */
export function lostOf({ state, lists }: ClosedRow, found: FoundLists): readonly string[] {
  const there = byGuid(found);
  const named = Object.values(lists).filter(({ id }) => id !== undefined);
  const lost = named.filter(({ id = '' }) => !there.has(id)).map(({ name }) => name);
  // Where all of them are gone an owner has deleted the group.
  return state === 'made' && lost.length < named.length ? lost : [];
}

/** Whether a container was made, and all of its lists were deleted. */
export function isDeleted({ state, lists }: ClosedRow, found: FoundLists): boolean {
  const there = byGuid(found);
  return state === 'made' && Object.values(lists).every(({ id = '' }) => !there.has(id));
}

/** Whether a list that this version declares is missing, or is open to the site. */
export function isIncomplete(site: Site, row: ClosedRow, found: FoundLists): boolean {
  if (isDeleted(row, found)) return false;
  const there = byGuid(found);
  const lists = listsIn(site, row);
  return (
    lists.length < closedKinds(site.collections).length ||
    lists.some(({ id = '' }) => there.get(id)?.isProtected !== true)
  );
}

/**
 * Closes whatever is open to the site. A list that is in use is protected and kept; of one that is being
 * made nobody knows what strangers did to it, so that it goes, and so does one that no row knows by its GUID.
 */
export async function secureRows(
  site: Site,
  rows: readonly KeptRow[],
  found: FoundLists,
): Promise<void> {
  const there = byGuid(found);
  const named = rows.flatMap(({ row }) =>
    Object.values(row.lists).map((list) => ({ list, state: row.state })),
  );
  const open: RestRequest[] = [];
  const left: RestRequest[] = [];
  for (const { list, state } of named) {
    const seen = list.id === undefined ? found.get(list.name) : there.get(list.id);
    if (!seen || (seen.isProtected && list.id !== undefined)) continue;
    const isKept = state === 'made' && list.id !== undefined;
    (seen.isProtected ? left : open).push(isKept ? protect(site, list) : recycle(site, list));
  }
  await site.wire.perform([...open, ...left]);
}

/**
 * Takes away the lists of containers that are being made, unless they are as this owner would make them now:
 * somebody else may have begun, and kept Full Control of them.
 */
async function takeSpoilt(site: Site, rows: readonly KeptRow[]): Promise<void> {
  const making = rows.filter(({ row }) => row.state === 'making');
  const begun = making.flatMap(({ row }) => listsIn(site, row));
  if (begun.length === 0) return;
  const found = await findLists(site.wire);
  const there = byGuid(found);
  const spoilt = await touched(
    site,
    begun.filter(({ id = '' }) => there.has(id)),
    found,
  );
  await site.wire.perform(spoilt.map((list) => recycle(site, list)));
}

/** The kinds of which a row knows no list that is there and protected. */
function lackingIn(site: Site, row: ClosedRow, found: FoundLists): readonly ListSpec[] {
  const there = byGuid(found);
  return closedKinds(site.collections).filter(({ kind }) => {
    const id = row.lists[kind]?.id;
    return id === undefined || there.get(id)?.isProtected !== true;
  });
}

interface Completed {
  readonly rows: readonly KeptRow[];
  readonly columns: readonly ColumnsMade[];
}

type Names = Readonly<Record<string, ClosedListName>>;

/**
 * Makes what is missing of containers' lists, with their columns; nobody has a right to a new one yet.
 *
 * @throws Conflict where somebody touched a new list before it was protected; it is gone then
 */
export async function completeLists(
  site: Site,
  rows: readonly KeptRow[],
  recorded: (list: ListSpec) => ListSettings | undefined = () => undefined,
): Promise<Completed> {
  await secureRows(site, rows, await findLists(site.wire));
  await takeSpoilt(site, rows);
  const found = await findLists(site.wire);
  const plans = rows.map((kept) => ({
    kept,
    fresh: lackingIn(site, kept.row, found).map((spec) => ({ ...spec, name: randomName() })),
  }));
  const named = (fresh: readonly ListSpec[], after?: FoundLists): Names =>
    Object.fromEntries(
      fresh.map(({ kind, name }) => {
        const id = after?.get(name)?.id;
        return [kind, { name, ...(id === undefined ? {} : { id }) }];
      }),
    );
  const save = async (after?: FoundLists): Promise<readonly KeptRow[]> => {
    const wanting = plans.filter(({ fresh }) => fresh.length > 0);
    const saved = await saveClosedRows(
      site,
      wanting.map((plan) => {
        const row = {
          ...plan.kept.row,
          lists: { ...plan.kept.row.lists, ...named(plan.fresh, after) },
        };
        return { kept: plan.kept, row };
      }),
    );
    for (const [at, plan] of wanting.entries()) plan.kept = saved[at] as KeptRow;
    return plans.map(({ kept }) => kept);
  };
  await save();
  const fresh = plans.flatMap((plan) => plan.fresh);
  const after = fresh.length === 0 ? found : await makeNew(site, fresh);
  const kept = plans.flatMap((plan) => listsIn(site, plan.kept.row));
  await mendSettings(site, kept, after, recorded);
  const columns = await makeColumns(site, [...kept, ...fresh], after);
  return { rows: await save(after), columns: [columns] };
}

/**
 * Gives containers to their members and to the site's owners, and to nobody else; anybody else with a
 * right loses it. The proof is complete before anybody is let in.
 */
export async function giveToMembers(site: Site, rows: readonly KeptRow[]): Promise<void> {
  const lists = rows.flatMap(({ row }): Guarded[] => {
    const { members, stewards } = groupsIn(row);
    return listsIn(site, row).map((list) => ({
      path: pathOf(site, list),
      groups:
        list.writers === 'readers'
          ? [{ to: members, level: 'contribute' }]
          : [
              { to: stewards, level: 'contribute' },
              { to: members, level: 'read' },
            ],
    }));
  });
  await grantOnly(site, lists);
  // Without its row nobody finds the lists, so that the right to it comes behind all others.
  await site.wire.perform(
    rows.map(({ id }) =>
      post(
        `${rowPath(site.environment, id)}/breakRoleInheritance(copyRoleAssignments=false,clearSubscopes=true)`,
      ),
    ),
  );
  await grantOnly(
    site,
    rows.map(({ id, row }) => ({
      path: rowPath(site.environment, id),
      groups: [{ to: groupsIn(row).members, level: 'read' }],
    })),
  );
}
