/**
 * Closed containers of version 0.1, which found them by names. An owner's update takes them over by what
 * their lists' permissions say: the site group that may write there, and the one that owns that group. A
 * title proves nothing: stewards may rename their groups. A group that does not fit is left as it is and
 * shown.
 */
import { isClosed } from '@kantine/core';
import type { ContainerId } from '@kantine/core';
import { closedOfList, kindOfList } from '../schema/index.ts';
import { answerIfThere, answerOf, get } from '../wire/index.ts';
import type { RestRequest } from '../wire/index.ts';
import { askGrants, givenOut, grantsIn } from './access.ts';
import type { ClosedRow, KeptRow } from './closed-row.ts';
import { addClosedRow, readClosedRows } from './closed-rows.ts';
import type { FoundList, FoundLists } from './found.ts';
import { protect, recycle } from './make-lists.ts';
import { makingMark } from './row.ts';
import type { SetupRow } from './row.ts';
import { groupPath, proveGroups } from './site-groups.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';

type Earlier = ReadonlyMap<ContainerId, readonly FoundList[]>;

/** Lists with the names of version 0.1, by the containers in these names. */
export function earlierIn(found: FoundLists): Earlier {
  const containers = new Map<ContainerId, FoundList[]>();
  for (const list of found.values()) {
    const container = closedOfList(list.name);
    if (container === undefined || !isClosed(container)) continue;
    containers.set(container, [...(containers.get(container) ?? []), list]);
  }
  return containers;
}

const asSpec = ({ id, name }: FoundList) =>
  ({
    id,
    name,
    kind: kindOfList(name),
    columns: [],
    inSpare: [],
    readSecurity: 1,
    writers: 'readers',
  }) as const;

/** The containers of version 0.1 that somebody has a right to. */
export async function earlierInUse(
  site: Site,
  found: FoundLists,
): Promise<ReadonlySet<ContainerId>> {
  const earlier = earlierIn(found);
  const guarded = [...earlier.values()].flat().filter(({ isProtected }) => isProtected);
  if (guarded.length === 0) return new Set();
  const given = await givenOut(site, guarded.map(asSpec));
  const used = [...earlier].filter(([, lists]) => lists.some(({ name }) => given.has(name)));
  return new Set(used.map(([container]) => container));
}

/**
 * Closes lists of version 0.1 that are open to the site. One that an attempt left behind goes, with
 * whatever a stranger wrote into it; one that was in use is protected and kept.
 */
export async function secureEarlier(site: Site, found: FoundLists, row: SetupRow): Promise<void> {
  const known = await knownLists(site, found);
  const used = await earlierInUse(site, found);
  const left = new Set(row.making);
  const guarded = [...found.values()].filter(
    ({ name, isProtected }) => isProtected && closedOfList(name) !== undefined,
  );
  const given = await givenOut(site, guarded.map(asSpec));
  const steps: RestRequest[] = [];
  for (const [container, lists] of earlierIn(found)) {
    for (const list of lists) {
      if (known.has(list.id)) continue;
      const isLeft = left.has(await makingMark(list.name)) && !given.has(list.name);
      if (!used.has(container) || isLeft)
        steps.push(recycle(site, { name: list.name, id: list.id }));
      else if (!list.isProtected) steps.push(protect(site, { name: list.name, id: list.id }));
    }
  }
  await site.wire.perform(steps);
}

/** The lists that stand in an owner's row already. */
async function knownLists(site: Site, found: FoundLists): Promise<ReadonlySet<string>> {
  const rows = [...(await readClosedRows(site, found)).values()];
  return new Set(
    rows.flatMap(({ row }) =>
      Object.values(row.lists).flatMap(({ id }) => (id === undefined ? [] : [id])),
    ),
  );
}

/** Why a container of version 0.1 cannot be taken over. */
export interface Unfit {
  readonly container: ContainerId;
  /**
   * `members`: its lists are given to no site group or to several, or to one that has another container. `stewards`: that group is not owned by a site group that owns itself.
   */
  readonly why: 'members' | 'stewards';
}

type Fitting = Required<Pick<ClosedRow, 'container' | 'members' | 'stewards' | 'lists'>>;

interface Examined {
  readonly fitting: readonly Fitting[];
  readonly unfit: readonly Unfit[];
}

/** What an update can take over, and what not. Asks nothing where there is nothing of version 0.1. */
export async function examineEarlier(
  site: Site,
  found: FoundLists,
  rows: ReadonlyMap<ContainerId, KeptRow>,
): Promise<Examined> {
  const used = await earlierInUse(site, found);
  const open = [...earlierIn(found)].filter(
    ([container]) => used.has(container) && !rows.has(container),
  );
  if (open.length === 0) return { fitting: [], unfit: [] };
  const usual = await associatedGroups(site);
  const taken = [...rows.values()].flatMap(({ row }) => [row.members, row.stewards]);
  const writers = new Map<ContainerId, number | undefined>();
  for (const [container, lists] of open) {
    const only = await onlyGroup(site, lists, usual);
    const isFree = only !== undefined && !taken.includes(only);
    writers.set(container, isFree ? only : undefined);
  }
  const fitting: Fitting[] = [];
  const unfit: Unfit[] = [];
  const counts = [...writers.values()];
  for (const [container, lists] of open) {
    const members = writers.get(container);
    if (members === undefined || counts.filter((each) => each === members).length > 1) {
      unfit.push({ container, why: 'members' });
      continue;
    }
    const stewards = await ownerGroup(site, members);
    const isOwn =
      stewards !== undefined &&
      stewards !== members &&
      !usual.has(stewards) &&
      ![...taken, ...counts].includes(stewards) &&
      (await ownerGroup(site, stewards)) === stewards;
    if (!isOwn) {
      unfit.push({ container, why: 'stewards' });
      continue;
    }
    const names = lists.map(({ name, id }) => [kindOfList(name), { name, id }] as const);
    fitting.push({ container, members, stewards, lists: Object.fromEntries(names) });
    taken.push(members, stewards);
  }
  return { fitting, unfit };
}

/** The groups of owners, members and visitors that a site has anyway. */
async function associatedGroups({ wire }: Site): Promise<ReadonlySet<number>> {
  const outcomes = await wire.batch(
    ['Owner', 'Member', 'Visitor'].map((group) => get(`web/associated${group}Group?$select=Id`)),
  );
  const ids = outcomes.map((outcome) => answerIfThere<{ Id: number }>(outcome)?.Id);
  return new Set(ids.filter((id) => id !== undefined));
}

/** The one site group that has a right to any of these lists, beside those that the site has anyway. */
async function onlyGroup(
  site: Site,
  lists: readonly FoundList[],
  usual: ReadonlySet<number>,
): Promise<number | undefined> {
  const guarded = lists.filter(({ isProtected }) => isProtected);
  const outcomes = await site.wire.batch(guarded.map((list) => askGrants(pathOf(site, list))));
  const groups = new Set(
    outcomes
      .flatMap((outcome) => grantsIn(outcome))
      .filter(({ to, isPerson }) => !isPerson && !usual.has(to))
      .map(({ to }) => to),
  );
  return groups.size === 1 ? [...groups][0] : undefined;
}

/** SP.Utilities.PrincipalType of a site group. */
const siteGroup = 8;

async function ownerGroup({ wire }: Site, group: number): Promise<number | undefined> {
  const [outcome] = await wire.batch([
    get(`${groupPath(group)}?$select=Owner/Id,Owner/PrincipalType&$expand=Owner`),
  ]);
  const { Owner } = answerOf<{ Owner: { Id: number; PrincipalType: number } }>(outcome);
  return Owner.PrincipalType === siteGroup ? Owner.Id : undefined;
}

/** Makes a row for each container of version 0.1 that can be taken over. Nothing is lost of the others. */
export async function adoptEarlier(site: Site, found: FoundLists): Promise<void> {
  const rows = await readClosedRows(site, found);
  const { fitting } = await examineEarlier(site, found, rows);
  for (const fit of fitting) {
    const row: ClosedRow = { ...fit, state: 'made', founder: '' };
    await proveGroups(site, row);
    await addClosedRow(site, row);
  }
}
