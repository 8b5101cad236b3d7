/** Writing the owners' rows about closed containers. For owners: nobody else may. */
import { Conflict } from '@kantine/core';
import type { ContainerId } from '@kantine/core';
import { closedRowsList } from '../schema/index.ts';
import { answerOf, isRefusal, merge, post } from '../wire/index.ts';
import { askForClosedRow, askForClosedRows, bodyOf, closedRowsIn } from './closed-row.ts';
import { keptRowIn, rowPath, rowsPath } from './closed-row.ts';
import type { ClosedRow, KeptRow } from './closed-row.ts';
import type { FoundLists } from './found.ts';
import type { Site } from './site.ts';

/** Every row. A list that inherits the site's permissions may have been written by anybody, and counts for nothing. */
export async function readClosedRows(
  site: Site,
  found: FoundLists,
): Promise<ReadonlyMap<ContainerId, KeptRow>> {
  if (found.get(closedRowsList.name)?.isProtected !== true) return new Map();
  try {
    return closedRowsIn(await site.wire.send(askForClosedRows(site.environment)));
  } catch (error) {
    // Its columns are missing: an attempt broke off before there was a row.
    if (isRefusal(error, 400)) return new Map();
    throw error;
  }
}

/** Two owners at once make one row: the first counts, and the other one gives way. */
export async function addClosedRow({ wire, environment }: Site, row: ClosedRow): Promise<KeptRow> {
  await wire.send(post(rowsPath(environment), bodyOf(row)));
  const rows = closedRowsIn(await wire.send(askForClosedRows(environment)));
  const kept = rows.get(row.container);
  if (kept?.row.founder !== row.founder) throw new Conflict(row.container);
  return kept;
}

/** @throws Conflict where another owner's page works on one of them */
export async function saveClosedRows(
  { wire, environment }: Site,
  changes: readonly { readonly kept: KeptRow; readonly row: ClosedRow }[],
): Promise<KeptRow[]> {
  const outcomes = await wire.write(
    changes.flatMap(({ kept, row }) => [
      merge(rowPath(environment, kept.id), bodyOf(row), kept.version),
      askForClosedRow(environment, kept.id),
    ]),
  );
  return changes.map(({ row }, at) => {
    const [written, read] = outcomes.slice(2 * at, 2 * at + 2);
    if (written?.ok === false && isRefusal(written.error, 412)) throw new Conflict(row.container);
    answerOf(written);
    const kept = keptRowIn(answerOf(read));
    if (!kept) throw new Conflict(row.container);
    return kept;
  });
}

export async function saveClosedRow(site: Site, kept: KeptRow, row: ClosedRow): Promise<KeptRow> {
  return (await saveClosedRows(site, [{ kept, row }]))[0] as KeptRow;
}
