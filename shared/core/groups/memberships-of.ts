/** The open groups that people joined, for their profile cards. */
import { communityContainer } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { maxIn, maxLimit, rows } from '../kernel/query.ts';
import { memberships } from './collections.ts';
import { groupIdOf } from './group.ts';
import type { GroupSummary } from './group.ts';
import { groupsById, isGroup, isMembership } from './memberships.ts';

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
  const names = new Map(open.map((record) => [groupIdOf(record), record.fields.name]));
  const result = new Map<PersonId, GroupSummary[]>();
  for (const { fields } of joined) {
    const name = names.get(fields.group);
    if (name === undefined) continue;
    result.set(fields.person, [...(result.get(fields.person) ?? []), { id: fields.group, name }]);
  }
  return result;
}
