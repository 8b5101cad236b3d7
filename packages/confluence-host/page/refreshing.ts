/**
 * A page that asked again because of a change, and was not answered, asks once more, later every time; in
 * the end it says that it is behind.
 */
import { isKantineError } from '@kantine/core';
import type { Change } from '@kantine/core';

export interface RefreshingOptions {
  readonly now: () => number;
  /** A number from 0 to 1. */
  readonly random: () => number;
  readonly tell: (change: Change) => void;
  /** Whether the page shows less than there is, and nothing is tried any more. */
  readonly isBehind: (isBehind: boolean) => void;
}

export interface Refreshing {
  /** Changes that the page asks about now. */
  told(change: Change): void;
  /** Looks at what came of a call. */
  answered(error: unknown): void;
  /** Asks again now. */
  again(): void;
  end(): void;
}

/** Calls that begin within this time of a change are made because of it. In milliseconds. */
const because = 3000;
/** How long to wait before each further attempt. In milliseconds. */
const delays = [5000, 15_000, 45_000] as const;

/** A longer wait is the quota of an hour: pages are told when it is over. In seconds. */
const longestWait = 60;

export function refreshing({ now, random, tell, isBehind }: RefreshingOptions): Refreshing {
  let changes = new Map<string, Change>();
  let last = Number.NEGATIVE_INFINITY;
  let attempts = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;

  function repeat(): void {
    retry = undefined;
    for (const change of [...changes.values()]) {
      last = now();
      tell(change);
    }
  }

  function failed(asked: number): void {
    clearTimeout(settling);
    settling = undefined;
    if (retry !== undefined || asked > longestWait) return;
    const delay = delays[attempts];
    attempts += 1;
    if (delay === undefined) isBehind(true);
    else retry = setTimeout(repeat, Math.max(delay, asked * 1000) + random() * delay);
  }

  function settled(): void {
    settling = undefined;
    changes = new Map();
    attempts = 0;
    isBehind(false);
  }

  return {
    told(change) {
      changes.set(JSON.stringify([change.container, change.collection]), change);
      last = now();
    },
    answered(error) {
      if (changes.size === 0 || now() - last > because) return;
      if (isKantineError(error, 'Throttled')) failed(error.data.retryAfterSeconds);
      else if (isKantineError(error, 'Offline')) failed(0);
      // Others that were asked at the same time may still fail.
      else if (retry === undefined) settling ??= setTimeout(settled, because);
    },
    again() {
      clearTimeout(retry);
      attempts = 0;
      repeat();
    },
    end() {
      clearTimeout(retry);
      clearTimeout(settling);
      retry = settling = undefined;
      changes = new Map();
      attempts = 0;
    },
  };
}
