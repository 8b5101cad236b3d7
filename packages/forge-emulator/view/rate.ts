import type { Clock } from '../clock/index.ts';

/** From one page one person may call resolvers 500 times in 25 seconds. */
const MOST = 500;
const WINDOW = 25_000;

export class InvokeRate {
  readonly #clock: Clock;
  #start = 0;
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  count(): void {
    const now = this.#clock.now();
    if (now - this.#start > WINDOW) {
      this.#start = now;
      this.#count = 0;
    }
    if (this.#count >= MOST) throw new Error('Resolver calls are rate limited at 500req/25s');
    this.#count += 1;
  }
}
