/** Choosing for oneself alone, and taking it back. Nobody is told. */
import * as v from 'valibot';
import { personContainer } from '../kernel/container.ts';
import { Invalid, isKantineError } from '../kernel/errors.ts';
import { id, personId } from '../kernel/input.ts';
import { command } from '../kernel/operation.ts';
import type { Host } from '../kernel/ports.ts';
import { byKeys } from '../kernel/query.ts';
import { fieldsOf, preferenceKey, preferences } from './preference.ts';
import type { Preference } from './preference.ts';

async function choose({ store, identity }: Host, preference: Preference): Promise<void> {
  const container = personContainer(await identity.me());
  await store.insert(preferences, container, preferenceKey(preference), fieldsOf(preference));
}

/** To take back what was never chosen changes nothing. */
async function takeBack({ store, identity }: Host, preference: Preference): Promise<void> {
  const me = await identity.me();
  const query = byKeys(preferences, personContainer(me), me, [preferenceKey(preference)]);
  const [{ records }] = await store.read([query]);
  const [record] = records;
  if (!record) return;
  try {
    await store.remove(preferences, record);
  } catch (error) {
    // Another window took it back at the same moment.
    if (!isKantineError(error, 'NotFound')) throw error;
  }
}

const ofGroup = v.strictObject({ group: id });
const ofPerson = v.strictObject({ person: personId });

/** Leaves a group out of what tells of new posts. It can be read as before. */
export const mute = command({ input: ofGroup, run: choose });

export const unmute = command({ input: ofGroup, run: takeBack });

/** Folds what somebody wrote. They are not told, and read what they read before. @throws Invalid for oneself */
export const block = command({
  input: ofPerson,
  run: async (host, preference): Promise<void> => {
    if (preference.person === (await host.identity.me())) {
      const message = 'You see what you write yourself. Choose somebody else.';
      throw new Invalid({ field: 'person', reason: 'yourself' }, message);
    }
    await choose(host, preference);
  },
});

export const unblock = command({ input: ofPerson, run: takeBack });
