/** How a page stands: up to date, behind, or waiting until Confluence answers again. */
export type Standing =
  | { readonly kind: 'current' }
  /** The page may show old content, since asking again failed several times. */
  | { readonly kind: 'behind' }
  /** The reader wrote so much that they have to wait. */
  | { readonly kind: 'paused'; /** Milliseconds since 1970. */ readonly until: number }
  /** The quota of an hour is used up. */
  | { readonly kind: 'waiting'; /** Milliseconds since 1970. */ readonly until: number };

export interface StandingOptions {
  readonly now: () => number;
  /** A number from 0 to 1. */
  readonly random: () => number;
  /** Confluence answers again. */
  readonly over: () => void;
}

export interface StandingKeeper {
  /** Calls back now and whenever it changes. */
  subscribe(told: (standing: Standing) => void): void;
  waitUntil(moment: number): void;
  pauseUntil(moment: number): void;
  behind(isBehind: boolean): void;
}

/** Pages go on at different moments. In milliseconds. */
const spreadOver = 12_000;

export function keepStanding({ now, random, over }: StandingOptions): StandingKeeper {
  const listeners = new Set<(standing: Standing) => void>();
  let standing: Standing = { kind: 'current' };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(next: Standing): void {
    standing = next;
    for (const told of listeners) told(next);
  }

  return {
    subscribe(told) {
      listeners.add(told);
      told(standing);
    },
    waitUntil(until) {
      if (standing.kind === 'waiting' && standing.until === until) return;
      set({ kind: 'waiting', until });
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          set({ kind: 'current' });
          over();
        },
        until - now() + 1000 + random() * spreadOver,
      );
    },
    pauseUntil(until) {
      if (standing.kind === 'waiting') return;
      set({ kind: 'paused', until });
      clearTimeout(timer);
      timer = setTimeout(() => set({ kind: 'current' }), until - now());
    },
    behind(isBehind) {
      if (
        standing.kind === 'waiting' ||
        standing.kind === 'paused' ||
        (standing.kind === 'behind') === isBehind
      )
        return;
      set({ kind: isBehind ? 'behind' : 'current' });
    },
  };
}
