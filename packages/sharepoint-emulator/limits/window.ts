/** Limits count in windows of five minutes. */
const WINDOW_SECONDS = 300;

/** A count that begins anew with every window, by the clock of the farm. */
export class Window {
  readonly #now: () => Date;
  #start = Number.NEGATIVE_INFINITY;
  #count = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  get count(): number {
    this.#turn();
    return this.#count;
  }

  add(amount: number): void {
    this.#turn();
    this.#count += amount;
  }

  /** Whole seconds until the next window, at least 1: the value of Retry-After. */
  get secondsLeft(): number {
    this.#turn();
    const passed = (this.#now().getTime() - this.#start) / 1000;
    return Math.max(1, Math.ceil(WINDOW_SECONDS - passed));
  }

  #turn(): void {
    const now = this.#now().getTime();
    if (now - this.#start < WINDOW_SECONDS * 1000) return;
    this.#start = now;
    this.#count = 0;
  }
}
