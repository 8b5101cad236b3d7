/** Where a closed container is kept, as an owner of the site can see. */
import type { ContainerId } from '@kantine/core';
import { listPathById } from '../schema/index.ts';
import { askForClosedRows, closedRowsIn } from '../setup/closed-row.ts';
import type { ClosedRow, KeptRow } from '../setup/closed-row.ts';
import { environmentOf } from '../wire/index.ts';
import type { Organisation } from './organisation.ts';

/** The owners' rows by their containers. */
export async function closedRows({
  wireOf,
  contextOf,
}: Organisation): Promise<ReadonlyMap<ContainerId, KeptRow>> {
  const environment = environmentOf(contextOf('owner'));
  return closedRowsIn(await wireOf('owner').send(askForClosedRows(environment)));
}

export async function closedRow(
  organisation: Organisation,
  container: ContainerId,
): Promise<ClosedRow> {
  const row = (await closedRows(organisation)).get(container)?.row;
  if (!row) throw new Error(`No owner has a row of ${container}.`);
  return row;
}

/** The paths of its lists below `_api/`. */
export async function closedPaths(
  organisation: Organisation,
  container: ContainerId,
): Promise<readonly string[]> {
  const { lists } = await closedRow(organisation, container);
  return Object.values(lists).flatMap(({ id }) => (id === undefined ? [] : [listPathById(id)]));
}
