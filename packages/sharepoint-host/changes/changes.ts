/** Tells this page's own writes; what others write is found out by asking again. */
import type { Change, Changes } from '@kantine/core';

export interface OwnChanges extends Changes {
  announce(change: Change): void;
}

export function ownChanges(): OwnChanges {
  const listeners = new Set<(change: Change) => void>();
  return {
    announce(change) {
      for (const listener of [...listeners]) {
        // A listener's fault is its own: the write has happened, and the others must hear of it.
        queueMicrotask(() => {
          if (listeners.has(listener)) listener(change);
        });
      }
    },
    subscribe(listener) {
      const subscription = (change: Change): void => listener(change);
      listeners.add(subscription);
      return () => void listeners.delete(subscription);
    },
  };
}
