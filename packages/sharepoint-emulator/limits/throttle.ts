import type { ODataRequest } from '../context/context.ts';
import { throttled } from '../errors.ts';
import { Ledger } from './ledger.ts';
import { profileCallLimit, type Limits } from './limits.ts';
import { Window } from './window.ts';

/** Counts what the clients of a tenant ask for, and refuses what goes beyond its limits. */
export class Throttle {
  readonly ledger: Ledger;
  readonly #limits: Limits;
  readonly #profileCalls: Window;

  constructor(limits: Limits, now: () => Date) {
    this.#limits = limits;
    this.ledger = new Ledger(now);
    this.#profileCalls = new Window(now);
  }

  /** Calls of the profile service in the current five minutes. */
  get profileCalls(): number {
    return this.#profileCalls.count;
  }

  /** Enters a request or an operation of a batch; throws 429 with Retry-After beyond a limit. */
  enter(request: ODataRequest): void {
    this.ledger.enter(request);
    if (isProfileCall(request.path)) this.#profileCalls.add(1);
    const { resourceUnits = Number.POSITIVE_INFINITY } = this.#limits;
    if (this.ledger.unitsInWindow > resourceUnits) throw throttled(this.ledger.secondsLeft);
    if (isProfileCall(request.path) && this.profileCalls > profileCallLimit(this.#limits)) {
      throw throttled(this.#profileCalls.secondsLeft);
    }
  }
}

const isProfileCall = (path: string): boolean => /\/_api\/SP\.UserProfiles\./i.test(path);
