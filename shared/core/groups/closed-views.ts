/** Closed and secret groups as people see them. A page fetches it with the first one. */
import { lookUp, summaryOf } from '../people/person.ts';
import type { Host, Member } from '../kernel/ports.ts';
import { maxLimit } from '../kernel/query.ts';
import type { GroupView, KnownGroup } from './group.ts';
import { mostFaces } from './views.ts';

/** A closed or secret group as anybody sees it who knows of it. */
export const closedGroupView = (group: KnownGroup, joined: boolean): GroupView => ({
  ...group,
  requested: false,
  members: [],
  joined,
  steward: false,
});

/** A closed group as a list shows it to those outside. @param asked whether the reader asked to be let in. */
export const outsideView = (
  { supports: { asking, closedLetters } }: Host,
  group: KnownGroup,
  asked: boolean,
): GroupView => ({
  ...closedGroupView(group, false),
  ...(asking ? { asking } : {}),
  ...(closedLetters === 'owners' ? { letters: closedLetters } : {}),
  ...(asked ? { asked } : {}),
});

/** A closed or secret group that the reader is in, as a list shows it. */
export const ownClosedGroupView = ({ supports }: Host, group: KnownGroup): GroupView => ({
  ...closedGroupView(group, true),
  ...(supports.leaving === 'asked' ? { leaving: 'asked' } : {}),
});

/** A closed or secret group as its members see it. */
export async function groupViewForMembers(
  host: Host,
  group: KnownGroup,
  members: readonly Member[],
): Promise<GroupView> {
  const { directory, identity } = host;
  const me = await identity.me();
  const own = members.find(({ person }) => person === me);
  const shown = members.slice(0, maxLimit).map(({ person }) => person);
  const people = (await lookUp(directory, shown, 'names')).filter(({ active }) => active);
  return {
    ...(own ? ownClosedGroupView(host, group) : closedGroupView(group, false)),
    memberCount: members.length <= maxLimit ? people.length : members.length,
    members: people.slice(0, mostFaces).map(summaryOf),
    steward: own?.role === 'steward',
  };
}
