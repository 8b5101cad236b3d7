import type { Change, Changes } from '../ports.ts';

/** Passes every change on to whoever listens; several people's hosts may share one. */
export interface ChangeHub extends Changes {
  announce(change: Change): void;
}

export function changeHub(): ChangeHub {
  const listeners = new Set<(change: Change) => void>();
  return {
    announce(change) {
      for (const listener of [...listeners]) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
