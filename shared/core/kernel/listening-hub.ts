/** Passes changes on to the listeners in a page, and tells its source when anybody does. */
import type { Change, Changes } from './changes.ts';

export interface ListeningHub extends Changes {
  announce(change: Change): void;
  /** Told whenever the first listener comes and after the last one went. */
  onListening(told: (isListening: boolean) => void): void;
}

/** @param later runs something after what is under way, apart from it: `queueMicrotask` of the page. */
export function listeningHub(later: (work: () => void) => void): ListeningHub {
  const listeners = new Set<(change: Change) => void>();
  let tell: (isListening: boolean) => void = () => undefined;
  return {
    announce(change) {
      for (const listener of [...listeners]) {
        // A listener's fault is its own: the write has happened, and the others must hear of it.
        later(() => {
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
