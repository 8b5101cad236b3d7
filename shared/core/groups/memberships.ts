import { isWellFormed } from '../kernel/collection.ts';
import type { RecordOf } from '../kernel/collection.ts';
import { communityContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { byIds, byKeys, count, maxIn, maxLimit, rows } from '../kernel/query.ts';
import { groups, memberships } from './collections.ts';
import { accessOf, admitGroup, admitMembership, groupIdOf, recordIdOf } from './group.ts';
import type { GroupRecord, GroupSummary } from './group.ts';

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
export const groupById = (group: string) =>
  accessOf(group) === 'secret'
    ? rows(groups, { container: group, index: 'recent', order: 'ascending', limit: 5 })
    : groupsById([group]);

/** The group itself among the answers to `groupById`. */
export const findGroup = (
  records: readonly GroupRecord[],
  group: string,
): GroupRecord | undefined =>
  records.find((record) => isGroup(record) && groupIdOf(record) === group);

/** The query for the newest groups. */
export const newestGroups = () =>
  rows(groups, {
    container: communityContainer,
    index: 'recent',
    order: 'descending',
    limit: maxLimit,
  });

/** The query for what a person joined. Only they write it. */
export const joinedBy = (person: PersonId) =>
  rows(memberships, {
    container: communityContainer,
    index: 'byPerson',
    eq: person,
    author: person,
    order: 'descending',
    limit: maxLimit,
  });

/** The groups that some people joined, by person; the newest 60 of them all. */
export async function membershipsOf(
  { store }: Host,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly GroupSummary[]>> {
  const answers = await store.read([...new Set(people)].map(joinedBy));
  const joined = answers.flatMap(({ records }) => records.filter(isMembership));
  const ids = [...new Set(joined.map(({ fields }) => fields.group))].slice(0, maxIn);
  const [found] = await store.read([groupsById(ids)]);
  const open = found.records.filter((record) => isGroup(record) && record.fields.access === 'open');
  const names = new Map(open.map(({ id, fields }) => [id, fields.name]));
  const result = new Map<PersonId, GroupSummary[]>();
  for (const { fields } of joined) {
    const name = names.get(fields.group);
    if (name === undefined) continue;
    result.set(fields.person, [...(result.get(fields.person) ?? []), { id: fields.group, name }]);
  }
  return result;
}
