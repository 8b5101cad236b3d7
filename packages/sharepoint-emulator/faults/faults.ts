/** What should go wrong, and with which requests. */
export interface Fault {
  /** Matched against `POST /sites/a/_api/web/lists`, or against an operation inside of a batch. */
  readonly match?: RegExp | string;
  /** Milliseconds to wait before anything else happens. */
  readonly latency?: number;
  /** Answer this status instead of doing the work: 429, 500, 503. */
  readonly status?: number;
  /** Seconds in Retry-After; SharePoint sends it along with 429 and 503. */
  readonly retryAfter?: number;
  /** Cut the connection: before the work is done, or after it and so without an answer. */
  readonly drop?: 'before' | 'after';
  /** Let it hit single operations of a batch and not the batch as a whole. */
  readonly inBatch?: boolean;
}

interface Armed {
  readonly fault: Fault;
  remaining: number;
}

/** The faults that are waiting for a request. */
export class Faults {
  #armed: Armed[] = [];

  /** Strikes the next matching request, or the next few. */
  next(fault: Fault, times = 1): void {
    this.#armed.push({ fault, remaining: times });
  }

  /** Strikes every matching request until the returned function is called. */
  always(fault: Fault): () => void {
    const armed = { fault, remaining: Number.POSITIVE_INFINITY };
    this.#armed.push(armed);
    return () => {
      this.#armed = this.#armed.filter((each) => each !== armed);
    };
  }

  clear(): void {
    this.#armed = [];
  }

  /** Takes the first fault that fits a request. */
  take(method: string, path: string, inBatch: boolean): Fault | undefined {
    const line = `${method} ${path}`;
    const armed = this.#armed.find(
      ({ fault, remaining }) =>
        remaining > 0 && (fault.inBatch ?? false) === inBatch && fits(fault.match, line),
    );
    if (!armed) return undefined;
    armed.remaining -= 1;
    if (armed.remaining <= 0) this.#armed = this.#armed.filter((each) => each !== armed);
    return armed.fault;
  }
}

function fits(match: RegExp | string | undefined, line: string): boolean {
  if (match === undefined) return true;
  return typeof match === 'string' ? new RegExp(match, 'i').test(line) : match.test(line);
}
