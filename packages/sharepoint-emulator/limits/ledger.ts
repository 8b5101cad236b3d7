import type { ODataRequest } from '../context/context.ts';
import { unitsOf } from './units.ts';
import { Window } from './window.ts';

export interface LedgerEntry {
  readonly verb: string;
  readonly path: string;
  readonly units: number;
}

/** The newest entries are kept, for tests that ask who spent what. */
const KEPT = 10_000;

/**
 * What all requests cost in resource units (S-B5). "Throttled requests count towards usage limits":
 * each request is entered before it is answered or refused. The operations of a batch are entered one
 * by one, and the batch itself with nothing.
 */
export class Ledger {
  readonly #window: Window;
  #entries: LedgerEntry[] = [];
  #requests = 0;
  #units = 0;

  constructor(now: () => Date) {
    this.#window = new Window(now);
  }

  /** All requests since the start or the last clear, operations of batches among them. */
  get requests(): number {
    return this.#requests;
  }

  get units(): number {
    return this.#units;
  }

  /** Units of the current five minutes. */
  get unitsInWindow(): number {
    return this.#window.count;
  }

  get secondsLeft(): number {
    return this.#window.secondsLeft;
  }

  /** The newest 10,000, oldest first. */
  get entries(): readonly LedgerEntry[] {
    return this.#entries.slice(-KEPT);
  }

  enter(request: ODataRequest): void {
    const units = unitsOf(request);
    this.#requests += 1;
    this.#units += units;
    this.#window.add(units);
    this.#entries.push({ verb: request.verb, path: request.path, units });
    if (this.#entries.length > 2 * KEPT) this.#entries = this.#entries.slice(-KEPT);
  }

  clear(): void {
    this.#entries = [];
    this.#requests = 0;
    this.#units = 0;
  }
}
