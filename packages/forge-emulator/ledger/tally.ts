import type { Clock } from '../clock/index.ts';

/** One use of something that is limited. */
export interface Entry {
  /** Milliseconds since 1970, by the emulator's clock. */
  readonly at: number;
  readonly what: string;
  readonly amount: number;
}

const HOUR = 3_600_000;
/** Old entries are looked for once in so many new ones. */
const BATCH = 1000;

/** What was used in the last hour, for tests and budgets to read, and for limits to look at. */
export class Tally {
  readonly #clock: Clock;
  #entries: Entry[] = [];
  #total = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Everything since the start. */
  get total(): number {
    return this.#total;
  }

  /** The uses of the last hour, the oldest first. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  add(what: string, amount = 1): void {
    const at = this.#clock.now();
    this.#entries.push({ at, what, amount });
    this.#total += amount;
    if (this.#entries.length % BATCH === 0) {
      this.#entries = this.#entries.filter((entry) => at - entry.at <= HOUR);
    }
  }

  /** The sum since a moment. */
  since(moment: number): number {
    let sum = 0;
    for (let at = this.#entries.length - 1; at >= 0; at -= 1) {
      const entry = this.#entries[at];
      if (!entry || entry.at < moment) break;
      sum += entry.amount;
    }
    return sum;
  }

  /** The most in any stretch of time of this length, wherever it begins. */
  mostWithin(milliseconds: number): number {
    let most = 0;
    let sum = 0;
    let first = 0;
    for (const { at, amount } of this.#entries) {
      sum += amount;
      for (
        let entry = this.#entries[first];
        entry && at - entry.at >= milliseconds;
        entry = this.#entries[++first]
      ) {
        sum -= entry.amount;
      }
      most = Math.max(most, sum);
    }
    return most;
  }
}
