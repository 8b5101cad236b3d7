/** How many colleagues a group has, as far as that decides whether it sets goals. */
import { admitEach } from '../kernel/admit.ts';
import { isClosed } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { maxLimit } from '../kernel/query.ts';
import { isMembership, newestMembers } from '../groups/memberships.ts';
import { lookUp } from '../people/person.ts';

async function membersOf({ store, containers }: Host, group: string): Promise<readonly PersonId[]> {
  if (isClosed(group)) {
    return (await containers.members(group)).slice(0, maxLimit).map(({ person }) => person);
  }
  const query = newestMembers([group], maxLimit);
  const [answer] = await store.read([query]);
  const { records } = await admitEach(store, query, answer, isMembership);
  return records.map(({ author }) => author);
}

/** Of at most a hundred members: those who work here, guests left out. */
export async function groupSize(host: Host, group: string): Promise<number> {
  const members = await membersOf(host, group);
  const people = await lookUp(host.directory, members, 'work');
  return people.filter(({ active, guest }) => active && !guest).length;
}
