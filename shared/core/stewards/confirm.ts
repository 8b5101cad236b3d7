/**
 * A steward's page confirms those with whom the steward works, so that they stay if the row of who appointed
 * them goes; an owner's confirms them at the desk.
 */
import { kindOf } from '../kernel/container.ts';
import type { ContainerId } from '../kernel/container.ts';
import { KantineError } from '../kernel/errors.ts';
import type { Host } from '../kernel/ports.ts';
import type { PersonId } from '../kernel/record.ts';
import { actFields, acts } from './acts.ts';
import { confirming, momentOf, mostSteps } from './log.ts';
import type { Steward } from './log.ts';
import type { Stewards } from './stewards.ts';

/** So many at a time: the others follow with the next act. */
const mostAtOnce = 3;

/**
 * Done after an act, which does not wait for its success. To do it again changes nothing.
 * @param place where the reader writes acts.
 */
export async function confirmStewards(
  { store, identity }: Host,
  place: ContainerId,
  { terms, log }: Stewards,
): Promise<void> {
  if (!terms || !log) return;
  const me = await identity.me();
  const isDesk = kindOf(place) === 'desk';
  if (!isDesk && (terms.now.get(me)?.step ?? mostSteps) >= mostSteps) return;
  const isConfirmed = (person: PersonId, { since }: Steward): boolean =>
    log.rows.some(
      (row) =>
        row.container === place &&
        (isDesk || row.author === me) &&
        row.fields.family === 'appoint' &&
        row.fields.person === person &&
        momentOf(row) >= since,
    );
  const waiting = [...terms.now].filter(
    ([person, steward]) => ![me, log.founder].includes(person) && !isConfirmed(person, steward),
  );
  try {
    for (const [person, { since, act = '' }] of waiting.slice(0, mostAtOnce)) {
      const fields = actFields({ family: 'appoint', person, target: confirming(since) }, me);
      await store.insert(acts, place, `confirms ${act}`, fields);
    }
  } catch (error) {
    if (!(error instanceof KantineError)) throw error;
  }
}
