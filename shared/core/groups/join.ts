/** Joining and leaving groups. */
import * as v from 'valibot';
import { removeIfThere } from '../kernel/admit.ts';
import { communityContainer, isClosed } from '../kernel/container.ts';
import { Forbidden, isKantineError } from '../kernel/errors.ts';
import { id } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { Host } from '../kernel/ports.ts';
import { peopleFinder } from '../people/person.ts';
import { memberships } from './collections.ts';
import { membersIfAny } from './closed-members.ts';
import { accessOf } from './group.ts';
import type { GroupView } from './group.ts';
import { knownGroup } from './known.ts';
import { letGo } from './letting-go.ts';
import { findGroup, groupById, ownMemberships } from './memberships.ts';
import { groupView } from './read.ts';
import { outsideView } from './closed-views.ts';
import { withMember } from './views.ts';

/** @returns the group with the reader in it. @throws Forbidden for a closed group: people come in through its stewards. */
export async function join(host: Host, group: string): Promise<GroupView> {
  const { store, identity, directory } = host;
  const view = await groupView(host, group);
  if (view.joined) return view;
  if (isClosed(group)) throw new Forbidden(`group ${group}`);
  const { name } = view;
  const person = await identity.me();
  await store.insert(memberships, communityContainer, group, { group, person, name });
  const find = await peopleFinder(directory, [person]);
  return withMember(view, find(person));
}

export const joinGroup = command({
  input: v.strictObject({ group: id }),
  run: (host, { group }): Promise<GroupView> => join(host, group),
});

/**
 * @returns the group as a list shows it from now on; undefined where the reader no longer knows of it.
 * @throws Invalid `last-steward`
 */
export const leaveGroup = command({
  input: v.strictObject({ group: id }),
  run: async (host, { group }): Promise<GroupView | undefined> => {
    const { store, identity, containers } = host;
    const me = await identity.me();
    if (isClosed(group)) {
      const members = await membersIfAny(host, group);
      if (members?.some(({ person }) => person === me)) {
        await letGo(host, group, members, me, () => containers.expel(group, me));
      }
      return fromOutside(host, group);
    }
    const [own] = await store.read([ownMemberships([group], me)]);
    const record = own.records[0];
    if (record) await removeIfThere(store, memberships, record);
    return groupView(host, group).catch((error: unknown) => {
      // A group whose record is gone ends with its last member.
      if (isKantineError(error, 'NotFound')) return undefined;
      throw error;
    });
  },
});

/** A closed group as those outside see it in a list; nobody outside knows of a secret one. */
async function fromOutside(host: Host, group: string): Promise<GroupView | undefined> {
  if (accessOf(group) === 'secret') return undefined;
  const [{ records }] = await host.store.read([groupById(group)]);
  const record = findGroup(records, group);
  return record && outsideView(host, knownGroup(record), false);
}
