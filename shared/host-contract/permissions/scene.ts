/** A group of some kind, and the person who tries to do something in it. */
import { createCommunity, groupContainer, lettersOf } from '@kantine/core';
import type { Community, Host, PersonId } from '@kantine/core';
import type { World } from '../rule.ts';
import type { Actor, GroupKind } from './matrix.ts';

export interface Scene {
  readonly world: World;
  readonly group: string;
  readonly kind: GroupKind;
  readonly actor: Actor;
  /** The host as whoever tries it sees it. */
  readonly host: Host;
  /** A member who looks at what came of it, and writes what others act upon; never the one who tries. */
  readonly watcher: Community;
  readonly watcherId: PersonId;
  /** The steward who founded it. */
  readonly founder: Community;
  readonly founderId: PersonId;
  newKey(): string;
}

async function found(world: World, kind: GroupKind): Promise<string> {
  const founder = createCommunity(world.anna);
  const draft = { name: 'A group of theirs', purpose: '', access: kind, key: founder.newKey() };
  const { id } = await founder.groups.create(draft);
  const { approver } = world.harness;
  if (kind !== 'open' && approver) {
    const by = world.harness.people.anna;
    await createCommunity(approver).groups.approve({ group: id, by });
    await founder.groups.create(draft);
  }
  return id;
}

/** Opens a group with two people in it besides the one who tries, if that one is in it. */
export async function openScene(world: World, kind: GroupKind, actor: Actor): Promise<Scene> {
  const { anna, ben, zoe, harness } = world;
  const { people, owner } = harness;
  const group = await found(world, kind);
  const founder = createCommunity(anna);
  const admit = (person: PersonId) => founder.groups.admit({ group, person, role: 'member' });
  const host = { member: ben, author: ben, steward: anna, owner }[actor as string] ?? zoe;
  const inside = host === ben ? [ben, zoe] : [ben];
  for (const each of inside) {
    if (kind !== 'open') await admit(await each.identity.me());
    await createCommunity(each).groups.join({ group });
  }
  if (actor === 'former') {
    await admit(people.zoe);
    await founder.groups.expel({ group, person: people.zoe });
  }
  if (actor === 'visitor') {
    const container = groupContainer(group);
    // Nobody who may not write in a place writes letters about it.
    for (const place of [container, lettersOf(container)])
      await harness.restrict(place, people.zoe, 'read');
  }
  return {
    world,
    group,
    kind,
    actor,
    host,
    watcher: createCommunity(host === ben ? zoe : ben),
    watcherId: host === ben ? people.zoe : people.ben,
    founder,
    founderId: people.anna,
    newKey: () => founder.newKey(),
  };
}
