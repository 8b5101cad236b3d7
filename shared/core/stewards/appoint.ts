/** Appointing and dismissing stewards of open groups. Those of closed ones are members with a role. */
import { isClosed } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { Forbidden, Invalid } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { acceptColleague } from '../people/colleague.ts';
import { actFields, acts } from './acts.ts';
import type { NewAct } from './acts.ts';
import { confirmStewards } from './confirm.ts';
import { mostSteps, mostStewards } from './log.ts';
import type { Steward } from './log.ts';
import { placeOfAct, stewardsOf } from './stewards.ts';
import type { Stewards } from './stewards.ts';

export interface Appointment {
  readonly group: string;
  readonly person: PersonId;
  /** Made once for each. */
  readonly key: string;
}

/** @throws Forbidden for a closed group, and to who is no steward. */
async function asSteward(
  host: Host,
  group: string,
): Promise<{ readonly stewards: Stewards; readonly place: ContainerId }> {
  if (isClosed(group)) throw new Forbidden(`the stewards of group ${group}`);
  const stewards = await stewardsOf(host, group);
  return { stewards, place: placeOfAct(group, stewards) };
}

/** Writes an act where the reader may. */
export async function writeAct(
  { store, identity }: Host,
  place: ContainerId,
  key: string,
  act: NewAct,
): Promise<void> {
  await store.insert(acts, place, key, actFields(act, await identity.me()));
}

/** @throws Forbidden, Invalid `too-many` and what a colleague is refused for */
export async function appointSteward(
  host: Host,
  { group, person: named, key }: Appointment,
): Promise<void> {
  const { stewards, place } = await asSteward(host, group);
  const person = await acceptColleague(host, 'person', named);
  const now = stewards.terms?.now ?? new Map<PersonId, Steward>();
  if (now.has(person)) return;
  if (!stewards.mayWriteDesk) {
    const own = now.get(await host.identity.me());
    if (now.size >= mostStewards) {
      throw new Invalid(
        { field: 'person', reason: 'too-many', limit: mostStewards },
        `A group has at most ${mostStewards} stewards. Dismiss one first.`,
      );
    }
    // Nobody is so many steps away from the founder by mistake: an owner appoints, or confirms.
    if ((own?.step ?? mostSteps) >= mostSteps) throw new Forbidden('appoint more stewards');
  }
  await writeAct(host, place, key, { family: 'appoint', person });
  await confirmStewards(host, place, stewards);
}

/** @throws Forbidden, of a founder too; Invalid `last-steward` */
export async function dismissSteward(
  host: Host,
  { group, person, key }: Appointment,
): Promise<void> {
  const { stewards, place } = await asSteward(host, group);
  if (!stewards.people.includes(person)) return;
  const me = await host.identity.me();
  if (!stewards.mayWriteDesk) {
    if (person === stewards.log?.founder && person !== me) {
      throw new Forbidden('dismiss who founded the group');
    }
    if (stewards.people.length === 1) {
      throw new Invalid(
        { field: 'person', reason: 'last-steward' },
        'This is the last steward of the group. Make somebody else a steward first.',
      );
    }
  }
  await writeAct(host, place, key, { family: 'dismiss', person });
}
