import { withoutOrigin } from '../kernel/changes.ts';
import type { Change, Changes } from '../kernel/changes.ts';
import type { PersonId } from '../kernel/record.ts';

/** Passes every change on to all listeners; several people's hosts may share one. */
export interface ChangeHub extends Changes {
  announce(change: Change): void;
}

export function changeHub(): ChangeHub {
  const listeners = new Set<(change: Change) => void>();
  return {
    announce(change) {
      for (const listener of [...listeners]) {
        try {
          listener(change);
        } catch (error) {
          // The write has happened and the others must hear of it; the fault is the listener's own.
          void Promise.resolve().then(() => {
            throw error;
          });
        }
      }
    },
    subscribe(listener) {
      // One function may subscribe twice; each subscription ends by itself.
      const subscription = (change: Change): void => listener(change);
      listeners.add(subscription);
      return () => void listeners.delete(subscription);
    },
  };
}

/** Who made the changes that are told; what another page tells was made by nobody who is known here. */
const writers = new WeakMap<Change, PersonId>();

export function madeBy(person: PersonId, change: Change): Change {
  writers.set(change, person);
  return change;
}

/** @returns the change as a person is told of it: with its origin where they made it. */
export const toldTo = (person: PersonId, change: Change): Change =>
  writers.get(change) === person ? change : withoutOrigin(change);
