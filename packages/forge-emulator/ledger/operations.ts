/**
 * Realtime's limit: 50 operations a second for an installation, subscribing, publishing and signing
 * together, enforced since 26 June 2026: https://developer.atlassian.com/platform/forge/limits-realtime/
 */
import type { Clock } from '../clock/index.ts';
import { Tally } from './tally.ts';
import { Window } from './window.ts';

const MOST = 50;
const SECOND = 1000;

export type RealtimeOperation = 'subscribe' | 'publish' | 'sign';

export class Operations {
  /** Each operation that was let through, as `subscribe`, `publish` or `sign` with its channel. */
  readonly tally: Tally;
  /** How many were refused so far. */
  refused = 0;
  readonly #second: Window;

  constructor(clock: Clock) {
    this.tally = new Tally(clock);
    this.#second = new Window(clock, SECOND);
  }

  /** @returns whether there may be one more now; counts it. */
  admit(operation: RealtimeOperation, channel: string): boolean {
    if (this.#second.sum >= MOST) {
      this.refused += 1;
      return false;
    }
    this.#second.add(1);
    this.tally.add(`${operation} ${channel}`);
    return true;
  }
}
