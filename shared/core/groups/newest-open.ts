/** The newest open groups by their records, past rows that are none. */
import { admitPage } from '../kernel/admit.ts';
import { maxContainers } from '../kernel/newest-query.ts';
import type { Store } from '../kernel/ports.ts';
import type { GroupRecord } from './group.ts';
import { isGroup } from './memberships.ts';
import { newestGroups } from './newest.ts';

/** @returns at most as many as one question is about. */
export async function newestOpenGroups(store: Store): Promise<readonly GroupRecord[]> {
  const query = newestGroups(maxContainers);
  const [first] = await store.read([query]);
  const { records } = await admitPage(store, query, first, isGroup);
  return records.filter(({ fields }) => fields.access === 'open').slice(0, maxContainers);
}
