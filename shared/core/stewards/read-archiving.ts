/** Reading whether a group is archived. */
import { deskOf, groupContainer } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import { maxLimit, rows } from '../kernel/query.ts';
import { acts, isAct } from './acts.ts';
import type { ActRecord } from './acts.ts';
import { byAuthors } from './by-authors.ts';
import { archivingFamilies, archivingIn } from './archiving.ts';
import { deskLast } from './log.ts';
import { stewardsOf } from './stewards.ts';

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

/** The act by which a group is archived; undefined for one in use. @throws Forbidden to who may not read it */
export async function archivedBy(host: Host, group: string): Promise<ActRecord | undefined> {
  const container = groupContainer(group);
  const [stewards, [atDesk, inGroup]] = await Promise.all([
    stewardsOf(host, group),
    host.store.read([archivingActs(deskOf(container)), archivingActs(container)]),
  ]);
  const byStewards = await byAuthors(
    host.store,
    archivingActs(container),
    inGroup,
    stewards.terms?.ever ?? [],
  );
  const counting = [...atDesk.records, ...byStewards]
    .filter((act) => isAct(act) && stewards.isStewardAct(act))
    .sort(deskLast);
  return archivingIn(counting).now;
}
