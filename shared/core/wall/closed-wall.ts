/** What a wall says of a closed group, and of one that the reader may not read. */
import { membersIfAny } from '../groups/closed-members.ts';
import { closedGroupView, groupViewForMembers } from '../groups/closed-views.ts';
import { accessOf } from '../groups/group.ts';
import type { GroupView, KnownGroup } from '../groups/group.ts';
import { findGroup, groupById } from '../groups/memberships.ts';
import type { ContainerId } from '../kernel/container.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';

/** A closed group of which the host has said who is in it. */
export interface Inside {
  view(group: KnownGroup): GroupView | Promise<GroupView>;
}

export async function lookInside(host: Host, container: ContainerId): Promise<Inside> {
  const members = await membersIfAny(host, container);
  return {
    // An owner of the site may read a closed group without being told who is in it.
    view: (group) =>
      members ? groupViewForMembers(host, group, members) : closedGroupView(group, false),
  };
}

/** @throws NotFound when the group is gone or secret, Forbidden when it is only closed to the reader. */
export async function refuse({ store }: Host, group: string): Promise<never> {
  const gone = new NotFound(`group ${group}`);
  if (accessOf(group) === 'secret') throw gone;
  const [{ records }] = await store.read([groupById(group)]);
  throw findGroup(records, group) ? new Forbidden(`group ${group}`) : gone;
}
