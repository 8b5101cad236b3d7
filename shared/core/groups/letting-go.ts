/**
 * A closed group that has members has a steward, also where two go at the same instant. No host looks and writes
 * in one step: so who goes is written down first, where stewards read it, and only then it is asked who stays. Of
 * two at once the later one reads of the earlier one, or both of both, and then nobody goes.
 */
import { deskOf } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { Invalid, isKantineError } from '../kernel/errors.ts';
import { removeIfThere } from '../kernel/admit.ts';
import type { Host, Member } from '../kernel/ports.ts';
import { rows } from '../kernel/query.ts';
import type { Instant, PersonId } from '../kernel/record.ts';
import { actFields, acts, isAct } from '../stewards/acts.ts';
import type { ActRecord } from '../stewards/acts.ts';

/** Who has not gone so long after it was written down stays. */
const goesWithin = 60_000;

/** @throws Invalid `last-steward` */
function assertAnother(members: readonly Member[], going: ReadonlySet<PersonId>): void {
  const others = members.filter(({ person }) => !going.has(person));
  if (others.some(({ role }) => role === 'steward')) return;
  throw new Invalid(
    { field: 'person', reason: 'last-steward' },
    'This is the last steward of the group. Make somebody else a steward first.',
  );
}

/** @returns undefined in a group from before there were desks. */
async function writeDown(
  { store, identity, ids }: Host,
  desk: ContainerId,
  person: PersonId,
): Promise<ActRecord | undefined> {
  try {
    const fields = actFields({ family: 'go', person }, await identity.me());
    return (await store.insert(acts, desk, ids.next(), fields)).record;
  } catch (error) {
    if (isKantineError(error, 'Forbidden')) return undefined;
    throw error;
  }
}

/** Who goes at this moment. */
async function goingIn({ store }: Host, desk: ContainerId, now: Instant): Promise<Set<PersonId>> {
  const [{ records }] = await store.read([
    rows(acts, { container: desk, index: 'byFamily', eq: 'go', order: 'descending', limit: 60 }),
  ]);
  const recent = records.filter((act) => isAct(act) && act.created > now - goesWithin);
  return new Set(recent.map(({ fields }) => fields.person));
}

/**
 * Takes somebody out of a closed group, or out of its stewards.
 * @param members as they were asked for.
 * @throws Invalid `last-steward`
 */
export async function letGo(
  host: Host,
  group: ContainerId,
  members: readonly Member[],
  person: PersonId,
  take: () => Promise<void>,
): Promise<void> {
  const isSteward = members.some((member) => member.person === person && member.role === 'steward');
  if (!isSteward || members.length === 1) return take();
  assertAnother(members, new Set([person]));
  // Whoever went before these members were asked for is not among them; whoever goes since wrote it down.
  const desk = deskOf(group);
  const note = await writeDown(host, desk, person);
  if (!note) return take();
  try {
    const going = await goingIn(host, desk, note.created);
    assertAnother(members, going.add(person));
  } catch (error) {
    await removeIfThere(host.store, acts, note);
    throw error;
  }
  await take();
}
