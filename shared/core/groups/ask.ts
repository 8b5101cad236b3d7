/** Asking to be let into a closed group that everybody may know of. */
import * as v from 'valibot';
import { acceptOptionalText } from '../kernel/accept-text.ts';
import { communityContainer } from '../kernel/container.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import { id, personId, text } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { InputOf } from '../kernel/operation.ts';
import { byKeys } from '../kernel/query.ts';
import { limits } from '../settings/settings.ts';
import { groups } from './collections.ts';
import { accessOf, founderOf } from './group.ts';
import type { GroupView } from './group.ts';
import { join } from './join.ts';
import { knownGroup } from './known.ts';
import { findGroup, groupsById } from './memberships.ts';
import { groupView } from './read.ts';
import { outsideView } from './closed-views.ts';

/** The query for a group as everybody may look for it. That of a secret one is one for a group that is not there. */
function listed(group: string) {
  const founder = founderOf(group);
  return founder === undefined
    ? groupsById([group])
    : byKeys(groups, communityContainer, founder, [group]);
}

/**
 * Asks the stewards of a closed group to let the reader in; an open one is joined. To ask again changes nothing.
 * @returns the group as a list shows it from now on.
 * @throws NotFound for a group that is not there, and alike for a secret one; Invalid `too-long`
 */
export const askToJoin = command({
  input: v.strictObject({ group: id, note: text }),
  run: async (host, { group, note }): Promise<GroupView> => {
    const { store, containers, supports } = host;
    if (accessOf(group) === 'open') return join(host, group);
    const clean = acceptOptionalText('note', note, limits.askNote);
    const [[{ records }], joined] = await Promise.all([
      store.read([listed(group)]),
      containers.joined(),
    ]);
    if (joined.includes(group)) return groupView(host, group);
    const record = findGroup(records, group);
    if (!record) throw new NotFound(`group ${group}`);
    if (!supports.asking) throw new Forbidden(`group ${group}`);
    await containers.askToJoin(group, clean);
    return outsideView(host, knownGroup(record), true);
  },
});

export type NewAsk = InputOf<typeof askToJoin>;

/** Ends a wish to be let in: who asked takes it back, a steward says «not now». @throws Forbidden to others */
export const endJoin = command({
  input: v.strictObject({ group: id, by: personId }),
  run: ({ containers }, { group, by }): Promise<void> => containers.endJoin(group, by),
});
