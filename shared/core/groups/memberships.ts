import { isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { communityContainer } from '../kernel/container.ts';
import type { PersonId } from '../kernel/record.ts';
import { byIds, byKeys, count, rows } from '../kernel/query.ts';
import { groups, memberships } from './collections.ts';
import {
  accessOf,
  admitGroup,
  admitMembership,
  founderOf,
  groupIdOf,
  recordIdOf,
} from './group.ts';
import type { GroupRecord } from './group.ts';

export const isGroup = (record: GroupRecord): boolean =>
  isWellFormed(groups, record) && admitGroup(record);
export const isMembership = (record: RecordOf<typeof memberships>): boolean =>
  isWellFormed(memberships, record) && admitMembership(record);

/** The query for the newest members of some groups. */
export const newestMembers = (groupIds: readonly string[], limit = 8) =>
  rows(memberships, {
    container: communityContainer,
    index: 'byGroup',
    in: groupIds,
    order: 'descending',
    limit,
  });

/** The query for how many people joined each of some groups. */
export const memberCounts = (groupIds: readonly string[]) =>
  count(memberships, {
    container: communityContainer,
    index: 'byGroup',
    in: groupIds,
    by: 'group',
    distinctAuthors: true,
    keyed: true,
  });

/** The query for one person's own membership rows of some groups. */
export const ownMemberships = (groupIds: readonly string[], person: PersonId) =>
  byKeys(memberships, communityContainer, person, groupIds);

/** The query for some groups that are not secret. */
export const groupsById = (groupIds: readonly string[]) =>
  byIds(groups, communityContainer, groupIds.map(recordIdOf));

/** The query for one group. A secret one's record is the first that its container got. */
export function groupById(group: string) {
  const founder = founderOf(group);
  if (founder !== undefined) return byKeys(groups, communityContainer, founder, [group]);
  return accessOf(group) === 'secret'
    ? rows(groups, { container: group, index: 'recent', order: 'ascending', limit: 5 })
    : groupsById([group]);
}

/** The group itself among the answers to `groupById`. */
export const findGroup = (
  records: readonly GroupRecord[],
  group: string,
): GroupRecord | undefined =>
  records.find((record) => isGroup(record) && groupIdOf(record) === group);
