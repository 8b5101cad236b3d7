/** Sets up a site, or brings it up to date: the shared lists, and those of every closed container. */
import { checkCollection, Forbidden } from '@kantine/core';
import { allLists, closedKinds, closedLists, setupList } from '../schema/index.ts';
import type { ListSpec } from '../schema/index.ts';
import { isRefusal } from '../wire/index.ts';
import { grantToReaders } from './access.ts';
import { closedContainers } from './closed-groups.ts';
import type { ClosedContainer } from './closed-groups.ts';
import { completeLists, inUse, isIncomplete, secure } from './closed-lists.ts';
import { findLists } from './found.ts';
import type { FoundLists } from './found.ts';
import { endUniqueness, makeColumns } from './make-columns.ts';
import type { ColumnsMade } from './make-columns.ts';
import { makeLists } from './make-lists.ts';
import { askForRow, earlierReady, makingMark, rowIn, writeRow } from './row.ts';
import type { FoundRow, SetupRow } from './row.ts';
import type { ListSettings } from './settings.ts';
import type { Site } from './site.ts';
import { thereAfter } from './there.ts';

/** @throws Forbidden to anybody but an owner of the site */
export async function provision(site: Site): Promise<void> {
  try {
    await bringUpToDate(site);
  } catch (error) {
    if (isRefusal(error, 403) || isRefusal(error, 401)) {
      throw new Forbidden('the setup of Kantine', { cause: error });
    }
    throw error;
  }
}

async function bringUpToDate(site: Site): Promise<void> {
  site.collections.forEach(checkCollection);
  const found = await findLists(site.wire);
  const containers = await closedContainers(site.wire);
  const before = await readRow(site, found);
  const plan = await planFor(site, containers, found, before?.row ?? {});
  const isNew = (name: string): boolean => plan.isNew.has(name);
  const recorded = ({ kind }: ListSpec): ListSettings | undefined =>
    before?.row.lists?.[kind]?.settings;
  // Lists that are open to the site come before everything else.
  await secure(site, found, isNew);

  const share = async (lists: readonly ListSpec[]): Promise<Done> => {
    await endUniqueness(site, lists, found);
    const made = await makeLists(site, lists, recorded);
    const columns = await makeColumns(site, lists, made);
    const isGranted = ({ name }: ListSpec): boolean =>
      before !== undefined && found.get(name)?.isProtected === true && !isNew(name);
    await grantToReaders(
      site,
      lists.filter((list) => !isGranted(list)),
    );
    return { made, columns };
  };
  const [setup, ...others] = allLists(site.collections) as [ListSpec, ...ListSpec[]];
  const first = await share([setup]);
  const there = rowIn(await site.wire.send(askForRow(site)));
  const begun = { ...before?.row, making: plan.making };
  const row = await writeRow(site, there, begun);
  const shared = await share(others);
  const ofClosed = await completeLists(site, { containers: plan.made, isNew, recorded });

  const lists = thereAfter({
    specs: [setup, ...others, ...closedKinds(site.collections), ...plan.closed],
    found: shared.made,
    columns: [first.columns, shared.columns, ofClosed],
    before: before?.row.lists ?? {},
    now: site.environment.now(),
  });
  const schemaVersion = Math.max(begun.schemaVersion ?? 0, earlierReady);
  // Last: a page that reads it finds everything else in place.
  await writeRow(site, row, { ...begun, making: [], schemaVersion, lists });
}

interface Done {
  readonly made: FoundLists;
  readonly columns: ColumnsMade;
}

/** The row, if owners alone could write it. */
async function readRow(site: Site, found: FoundLists): Promise<FoundRow | undefined> {
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

interface Plan {
  /** The closed containers that were made to the end; the others are for an approval to finish. */
  readonly made: readonly ClosedContainer[];
  /** The lists of these. */
  readonly closed: readonly ListSpec[];
  /** Lists that were never in use: missing ones, and those that an attempt left behind. */
  readonly isNew: ReadonlySet<string>;
  /** The marks of the lists that this run makes, and of those that the one before did not finish. */
  readonly making: readonly string[];
}

async function planFor(
  site: Site,
  containers: readonly ClosedContainer[],
  found: FoundLists,
  row: SetupRow,
): Promise<Plan> {
  const left = new Set(row.making);
  const incomplete = containers.filter(
    (container) => left.size > 0 || isIncomplete(site, container, found),
  );
  const used = await inUse(site, incomplete, found);
  const isMade = (container: ClosedContainer): boolean =>
    !incomplete.includes(container) || used.containers.has(container.container);
  const isNew = new Set<string>();
  const making: string[] = [];
  const note = async ({ name }: ListSpec, isUnfinished: boolean): Promise<void> => {
    const mark = await makingMark(name);
    if (found.has(name) && !isUnfinished && !left.has(mark)) return;
    if (used.lists.has(name)) return;
    isNew.add(name);
    making.push(mark);
  };
  for (const list of allLists(site.collections)) await note(list, false);
  for (const container of containers) {
    for (const list of closedLists(site.collections, container.container)) {
      await note(list, !isMade(container));
    }
  }
  const made = containers.filter(isMade);
  return {
    made,
    closed: made.flatMap(({ container }) => closedLists(site.collections, container)),
    isNew,
    making,
  };
}
