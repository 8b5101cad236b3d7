/**
 * When a page asks again about a change. Many pages hear of it in one moment; asking at once, they would
 * want more of Confluence and of the database than it gives in a second. The page of a person who has just
 * done something waits least. A page asks at most once in two seconds, however many changes arrive.
 */
import type { Change } from '@kantine/core';

export interface SpreadOptions {
  readonly now: () => number;
  /** A number from 0 to 1. */
  readonly random: () => number;
  /** When the reader did something in this page last. */
  readonly active: () => number;
  readonly tell: (change: Change) => void;
}

/** A reader is taking part for so long after they did something. In milliseconds. */
const takesPart = 60_000;
/** From when to when a page asks, by whether its reader takes part. In milliseconds. */
const soon = { from: 200, to: 4000 } as const;
const later = { from: 3000, to: 14_000 } as const;
const least = 2000;

export interface Spread {
  /** Tells of a change, some time later. @param mark names the write that made it. */
  add(change: Change, mark?: string): void;
  /** Tells of nothing that this write alone changed. */
  forget(mark: string): void;
  end(): void;
}

interface Pending {
  readonly change: Change;
  /** The writes that made it; one without a mark is somebody's. */
  readonly marks: Set<string | undefined>;
}

export function spread({ now, random, active, tell }: SpreadOptions): Spread {
  let pending = new Map<string, Pending>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = Number.NEGATIVE_INFINITY;

  function tellAll(): void {
    timer = undefined;
    told = now();
    const changes = pending;
    pending = new Map();
    for (const { change } of changes.values()) tell(change);
  }

  return {
    add(change, mark) {
      const key = JSON.stringify(change);
      const marks = pending.get(key)?.marks ?? new Set();
      pending.set(key, { change, marks: marks.add(mark) });
      if (timer !== undefined) return;
      const { from, to } = now() - active() < takesPart ? soon : later;
      const wait = from + random() * (to - from);
      timer = setTimeout(tellAll, Math.max(wait, told + least - now()));
    },
    forget(mark) {
      for (const [key, { marks }] of pending) {
        if (marks.delete(mark) && marks.size === 0) pending.delete(key);
      }
    },
    end() {
      clearTimeout(timer);
      timer = undefined;
      pending = new Map();
    },
  };
}
