import type { Change, Changes } from '../kernel/changes.ts';

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
