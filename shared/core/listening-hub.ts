/** Passes on what this page writes, and what a look at the lists finds others to have written. */
import type { Change, Changes } from '@kantine/core';

export interface ChangeHub extends Changes {
  announce(change: Change): void;
  /** Told whenever the first listener comes and after the last one went. */
  onListening(told: (isListening: boolean) => void): void;
}

export function changeHub(): ChangeHub {
  const listeners = new Set<(change: Change) => void>();
  let tell: (isListening: boolean) => void = () => undefined;
  return {
    announce(change) {
      for (const listener of [...listeners]) {
        // A listener's fault is its own: the write has happened, and the others must hear of it.
        queueMicrotask(() => {
          if (listeners.has(listener)) listener(change);
        });
      }
    },
    onListening: (told) => void (tell = told),
    subscribe(listener) {
      const subscription = (change: Change): void => listener(change);
      listeners.add(subscription);
      if (listeners.size === 1) tell(true);
      return () => {
        if (listeners.delete(subscription) && listeners.size === 0) tell(false);
      };
    },
  };
}
