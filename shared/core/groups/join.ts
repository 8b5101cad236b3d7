/** Joining and leaving groups. */
import * as v from 'valibot';
import { removeIfThere } from '../kernel/admit.ts';
import { communityContainer, isClosed } from '../kernel/container.ts';
import { Forbidden } from '../kernel/errors.ts';
import { id } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { Host } from '../kernel/ports.ts';
import { memberships } from './collections.ts';
import { membersIfAny } from './closed-members.ts';
import { assertAnotherSteward } from './members.ts';
import { ownMemberships } from './memberships.ts';
import { groupView } from './read.ts';

/** @throws Forbidden for a closed group: people come in through its stewards. */
export async function join(host: Host, group: string): Promise<void> {
  const { joined, name } = await groupView(host, group);
  if (joined) return;
  if (isClosed(group)) throw new Forbidden(`group ${group}`);
  const person = await host.identity.me();
  await host.store.insert(memberships, communityContainer, group, { group, person, name });
}

export const joinGroup = command({
  input: v.strictObject({ group: id }),
  run: (host, { group }): Promise<void> => join(host, group),
});

/** @throws Invalid `last-steward` */
export const leaveGroup = command({
  input: v.strictObject({ group: id }),
  run: async (host, { group }): Promise<void> => {
    const { store, identity, containers } = host;
    const me = await identity.me();
    if (isClosed(group)) {
      const members = await membersIfAny(host, group);
      if (!members?.some(({ person }) => person === me)) return;
      assertAnotherSteward(members, me);
      return containers.expel(group, me);
    }
    const [own] = await store.read([ownMemberships([group], me)]);
    const record = own.records[0];
    if (record) await removeIfThere(store, memberships, record);
  },
});
