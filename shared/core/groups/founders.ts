/**
 * Groups from before their host knew who founded them: their records say it, and an owner's visit keeps it at
 * their desks, so that it does not hang on a row of the founder's.
 */
import { deskOf, groupContainer } from '../kernel/container.ts';
import { KantineError } from '../kernel/errors.ts';
import { maxNewest, newest } from '../kernel/newest-query.ts';
import type { Host } from '../kernel/ports.ts';
import { actFields, acts } from '../stewards/acts.ts';
import { groupIdOf } from './group.ts';
import type { GroupRecord } from './group.ts';
import { newestOpenGroups } from './newest-open.ts';

/** So many founders one visit keeps. */
const mostKept = 10;

/** The key of the row, once a group. */
const founderKey = 'founder';

async function withoutFounder(host: Host): Promise<readonly GroupRecord[]> {
  const { store, containers } = host;
  const open = await newestOpenGroups(store);
  const nameOf = (record: GroupRecord) => groupContainer(groupIdOf(record));
  const [founders, rights] = await Promise.all([
    containers.founders(open.map(nameOf)),
    containers.rights(open.map(nameOf).map(deskOf)),
  ]);
  return open.filter(
    (record) => !founders.has(nameOf(record)) && rights.get(deskOf(nameOf(record))) === 'write',
  );
}

/**
 * Keeps the founders of such groups at their desks. To do it again changes nothing, and of those who are no
 * owners nothing is done. The call that they made does not wait for its success.
 */
export async function confirmFounders(host: Host): Promise<void> {
  const { store, identity, supports } = host;
  if (!supports.foundersInIds) return;
  try {
    const old = await withoutFounder(host);
    if (old.length === 0) return;
    const deskFor = (record: GroupRecord) => deskOf(groupContainer(groupIdOf(record)));
    const [appointed] = await store.read([
      newest(acts, {
        containers: old.map(deskFor),
        of: { index: 'byFamily', eq: 'appoint' },
        since: 0,
        limit: maxNewest,
      }),
    ]);
    const done = new Set(appointed.records.map(({ container }) => container));
    const me = await identity.me();
    for (const record of old.filter((each) => !done.has(deskFor(each))).slice(0, mostKept)) {
      const fields = actFields({ family: 'appoint', person: record.author }, me);
      await store.insert(acts, deskFor(record), founderKey, fields);
    }
  } catch (error) {
    // The next visit, or another owner's, tries again.
    if (!(error instanceof KantineError)) throw error;
  }
}
