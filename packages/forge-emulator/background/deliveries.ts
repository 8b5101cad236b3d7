import type { Clock } from '../clock/index.ts';
import { NotImplementedError, SetupError } from '../errors.ts';
import { InvocationFailure, type Runtime } from '../runtime/index.ts';

/** An event that a function is to be called with, without a person. */
export interface Delivery {
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly background: boolean;
  /** Told once, when no further attempt follows. */
  readonly ended?: (outcome: 'success' | 'failed') => void;
  /** Asked before each attempt. */
  readonly cancelled?: () => boolean;
}

export interface RetryContext {
  readonly retryCount: number;
  readonly retryReason: string;
  readonly retryData: unknown;
}

interface RetryRequest {
  readonly _retry?: boolean;
  readonly retryOptions?: {
    readonly retryAfter?: number;
    readonly retryReason?: string;
    readonly retryData?: unknown;
  };
}

/** A function that failed in the background, as `forge logs` would list it. */
export interface BackgroundFailure {
  readonly functionKey: string;
  readonly error: unknown;
}

/** An event is delivered again up to four times, after 1 to 900 seconds. */
const MOST_RETRIES = 4;
const RETRY_AFTER = { usual: 1, most: 900 };

/** Delivers events to functions, now or later, and again when a function asks for it. */
export class Deliveries {
  readonly failures: BackgroundFailure[] = [];
  readonly #runtime: () => Runtime;
  readonly #clock: Clock;
  readonly #waiting = new Set<{ readonly due: number }>();
  readonly #running = new Set<Promise<void>>();
  #mistake: Error | undefined;

  constructor(runtime: () => Runtime, clock: Clock) {
    this.#runtime = runtime;
    this.#clock = clock;
  }

  schedule(delivery: Delivery, seconds: number, retry?: RetryContext): void {
    const waiting = { due: this.#clock.now() + seconds * 1000 };
    this.#waiting.add(waiting);
    this.#clock.after(seconds * 1000, () => {
      this.#waiting.delete(waiting);
      void this.#track(delivery, retry);
    });
  }

  /** Comes back after this attempt; a retry waits for the clock. */
  async run(delivery: Delivery, retry?: RetryContext): Promise<void> {
    await this.#track(delivery, retry);
    this.#throwMistake();
  }

  /** Waits until everything that is due has been delivered, and what that pushed as well. */
  async settled(): Promise<void> {
    for (;;) {
      const due = [...this.#waiting].some((each) => each.due <= this.#clock.now());
      if (!due && this.#running.size === 0) return this.#throwMistake();
      await Promise.all(this.#running);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async #track(delivery: Delivery, retry?: RetryContext): Promise<void> {
    const attempt = this.#attempt(delivery, retry);
    this.#running.add(attempt);
    await attempt.finally(() => this.#running.delete(attempt));
  }

  /** An app's failure is noted; what the emulator cannot do is thrown at the caller who waits. */
  #throwMistake(): void {
    const mistake = this.#mistake;
    this.#mistake = undefined;
    if (mistake) throw mistake;
  }

  async #attempt(delivery: Delivery, retry?: RetryContext): Promise<void> {
    if (delivery.cancelled?.()) return;
    const { functionKey, moduleKey, background } = delivery;
    const payload = retry ? { ...delivery.payload, retryContext: retry } : delivery.payload;
    try {
      const answer = await this.#runtime().call({ functionKey, moduleKey, background, payload });
      const request = answer as RetryRequest | undefined;
      if (request?._retry) return this.#again(delivery, request, retry?.retryCount ?? 0);
      delivery.ended?.('success');
    } catch (error) {
      this.failures.push({ functionKey, error });
      this.#mistake = mistakeIn(error) ?? this.#mistake;
      // The platform repeats by itself what it ended; an app's own error is the app's to handle.
      if (!(error instanceof InvocationFailure && error.code === 'FUNCTION_TIME_OUT')) {
        return delivery.ended?.('failed');
      }
      const request = { retryOptions: { retryReason: error.code } };
      this.#again(delivery, request, retry?.retryCount ?? 0);
    }
  }

  #again(delivery: Delivery, { retryOptions = {} }: RetryRequest, before: number): void {
    if (before >= MOST_RETRIES) return delivery.ended?.('failed');
    const { retryAfter = RETRY_AFTER.usual, retryReason, retryData } = retryOptions;
    this.schedule(delivery, Math.min(retryAfter, RETRY_AFTER.most), {
      retryCount: before + 1,
      retryReason: retryReason ?? 'FUNCTION_RETRY_REQUEST',
      retryData,
    });
  }
}

function mistakeIn(error: unknown): Error | undefined {
  const reason = error instanceof InvocationFailure ? error.cause : error;
  const isMistake = reason instanceof NotImplementedError || reason instanceof SetupError;
  return isMistake ? reason : undefined;
}
