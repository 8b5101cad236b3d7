/**
 * The lists of closed containers. A list that inherits the site's permissions is open to the whole
 * site, so such a list comes first in every run: a new one is removed, with whatever a stranger wrote
 * into it; one that was in use is protected and kept.
 */
import { Conflict } from '@kantine/core';
import type { ContainerId } from '@kantine/core';
import { closedLists, closedOfList } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
import { grantToMembers, givenOut } from './access.ts';
import type { ClosedList } from './access.ts';
import type { ClosedContainer } from './closed-groups.ts';
import type { FoundLists } from './found.ts';
import { makeColumns } from './make-columns.ts';
import type { ColumnsMade } from './make-columns.ts';
import { makeLists, protect, recycle } from './make-lists.ts';
import type { ListSettings } from './settings.ts';
import type { Site } from './site.ts';

const listsIn = (site: Site, { container, members }: ClosedContainer): readonly ClosedList[] =>
  closedLists(site.collections, container).map((list) => ({ list, members }));

/** Whether any list of a container is missing, or inherits. */
export const isIncomplete = (site: Site, container: ClosedContainer, found: FoundLists): boolean =>
  listsIn(site, container).some(({ list }) => found.get(list.name)?.isProtected !== true);

export interface InUse {
  /** The lists that were given to members or owners. */
  readonly lists: ReadonlySet<string>;
  /** The containers that have such a list: every list was proven empty and protected before. */
  readonly containers: ReadonlySet<ContainerId>;
}

/** What of some containers is in use already. */
export async function inUse(
  site: Site,
  containers: readonly ClosedContainer[],
  found: FoundLists,
): Promise<InUse> {
  const there = containers
    .flatMap((container) => listsIn(site, container))
    .filter(({ list }) => found.get(list.name)?.isProtected === true);
  const lists = await givenOut(site, there);
  const made = containers.filter((container) =>
    listsIn(site, container).some(({ list }) => lists.has(list.name)),
  );
  return { lists, containers: new Set(made.map(({ container }) => container)) };
}

/**
 * Closes the lists of closed containers that are open to the site, and removes a new one in which
 * somebody wrote before it was protected.
 *
 * @param isNew whether a list has never been in use.
 */
export async function secure(
  site: Site,
  found: FoundLists,
  isNew: (name: string) => boolean,
): Promise<void> {
  const steps = [...found.values()].flatMap((list) => {
    if (closedOfList(list.name) === undefined) return [];
    if (isNew(list.name)) return list.isProtected && list.items === 0 ? [] : [recycle(site, list)];
    return list.isProtected ? [] : [protect(site, list)];
  });
  await site.wire.perform(steps);
}

interface Completion {
  readonly containers: readonly ClosedContainer[];
  /** Whether a list had never been in use when this run began. */
  readonly isNew: (name: string) => boolean;
  /** The settings that a list had after an earlier run. */
  readonly recorded?: (list: ListSpec) => ListSettings | undefined;
}

/**
 * Makes what is missing of containers' lists, and gives them to the members.
 *
 * @throws Conflict where somebody wrote into a new list before it was protected; the next run removes it
 */
export async function completeLists(
  site: Site,
  { containers, isNew, recorded }: Completion,
): Promise<ColumnsMade> {
  const lists = containers.flatMap((container) => listsIn(site, container));
  const specs = lists.map(({ list }) => list);
  const found = await makeLists(site, specs, recorded);
  const used = specs.find(({ name }) => isNew(name) && (found.get(name)?.items ?? 0) > 0);
  if (used) throw new Conflict(`list ${used.name}`);
  const columns = await makeColumns(site, specs, found);
  await grantToMembers(site, lists);
  return columns;
}
