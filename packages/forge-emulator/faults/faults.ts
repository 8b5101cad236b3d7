type FaultKind = 'error' | 'rate-limit' | 'lost-answer' | 'consent' | 'answer';

/** The services whose calls can be made to fail, as the log of a call names them. */
export type ServiceName = 'kvs' | 'sql' | 'confluence' | 'stargate' | 'realtime' | 'invoke';

/** What should go wrong, and with which calls. */
export interface Fault {
  readonly service?: ServiceName;
  /** Matched against `POST /api/v1/set`; for `invoke`, against the key of the resolver function. */
  readonly match?: RegExp;
  /** Milliseconds of the clock to wait before anything else happens. */
  readonly latency?: number;
  /**
   * `error` and `rate-limit` answer instead of doing the work. `lost-answer` does the work and
   * then loses the connection, so that the caller cannot know. `consent` is what Atlassian's proxy
   * answers while a person has not consented to what the app asks as them.
   */
  readonly kind?: FaultKind;
  /** With `answer`: what the service answers instead of doing the work, for what no site here does. */
  readonly answer?: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  /** Seconds, where the service says how long to wait. */
  readonly retryAfter?: number;
}

interface Armed {
  readonly fault: Fault;
  remaining: number;
}

/** The faults that are waiting for a call. */
export class Faults {
  #armed: Armed[] = [];

  /** Strikes the next matching call, or the next few. */
  next(fault: Fault, times = 1): void {
    this.#armed.push({ fault, remaining: times });
  }

  /** Strikes every matching call until the returned function is called. */
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

  /** Takes the first fault that fits a call. */
  take(service: ServiceName, line: string): Fault | undefined {
    const armed = this.#armed.find(
      ({ fault }) =>
        (fault.service ?? service) === service &&
        (fault.match === undefined || fault.match.test(line)),
    );
    if (!armed) return undefined;
    armed.remaining -= 1;
    this.#armed = this.#armed.filter(({ remaining }) => remaining > 0);
    return armed.fault;
  }
}
