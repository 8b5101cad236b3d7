/** Reading whether a group is archived. */
import { deskOf, groupContainer } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Host, Store } from '../kernel/ports.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import type { Rows } from '../kernel/query.ts';
import { acts, isAct } from './acts.ts';
import type { ActRecord } from './acts.ts';
import { archivingFamilies, archivingIn } from './archiving.ts';
import { deskLast } from './log.ts';
import { stewardsOf } from './stewards.ts';
import type { Stewards } from './stewards.ts';

/** The query for when the group of a container was archived and opened again, the newest first. */
export const archivingActs = (container: ContainerId) =>
  rows(acts, {
    container,
    index: 'byFamily',
    in: archivingFamilies,
    limitOf: 'all',
    order: 'descending',
    limit: maxLimit,
  });

/**
 * What stewards wrote of it in a container: where others wrote so much that one answer did not hold it, theirs
 * is asked for alone, the former ones' included.
 * @param found the answer to `archivingActs`.
 */
export async function archivingByStewards(
  store: Store,
  container: ContainerId,
  found: Rows<ActRecord['fields']>,
  { terms }: Stewards,
): Promise<readonly ActRecord[]> {
  if (!found.incomplete) return found.records;
  const queries = (terms?.ever ?? []).map((author) => ({ ...archivingActs(container), author }));
  const answers = await store.read(queries);
  return answers.flatMap(({ records }) => records);
}

/** The act by which a group is archived; undefined for one in use. @throws Forbidden to who may not read it */
export async function archivedBy(host: Host, group: string): Promise<ActRecord | undefined> {
  const container = groupContainer(group);
  const [stewards, [atDesk, inGroup]] = await Promise.all([
    stewardsOf(host, group),
    host.store.read([archivingActs(deskOf(container)), archivingActs(container)]),
  ]);
  const byStewards = await archivingByStewards(host.store, container, inGroup, stewards);
  const counting = [...atDesk.records, ...byStewards]
    .filter((act) => isAct(act) && stewards.isStewardAct(act))
    .sort(deskLast);
  return archivingIn(counting).now;
}
