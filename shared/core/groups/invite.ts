/** Asking a colleague into a group, and answering that. */
import { isClosed } from '../kernel/container.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { acceptColleague } from '../people/colleague.ts';
import { keepDone } from '../preferences/of-group.ts';
import { writeAct } from '../stewards/appoint.ts';
import { confirmStewards } from '../stewards/confirm.ts';
import { placeOfAct, stewardsOf } from '../stewards/stewards.ts';

export interface NewInvitation {
  readonly group: string;
  readonly person: PersonId;
  /** Made once for each. */
  readonly key: string;
}

/**
 * Into a closed group its stewards let them, who find it among their groups; into an open one they are asked,
 * and nobody is in it against their will.
 * @throws Forbidden to who is no steward, and what a colleague is refused for
 */
export async function inviteColleague(
  host: Host,
  { group, person: named, key }: NewInvitation,
): Promise<void> {
  const stewards = await stewardsOf(host, group);
  const place = placeOfAct(group, stewards);
  const person = await acceptColleague(host, 'person', named);
  if (isClosed(group)) {
    const members = await host.containers.members(group);
    // Somebody who is in has nothing to answer, and keeps their role.
    if (members.some((member) => member.person === person)) return;
    await host.containers.admit(group, person, 'member');
  }
  await writeAct(host, place, key, { family: 'invite', person });
  await confirmStewards(host, place, stewards);
}

/** The reader has answered the invitations into a group that there are by now. */
export const answerInvitation = (
  host: Host,
  { group }: { readonly group: string },
): Promise<void> => keepDone(host, 'invitation', group);
