import type { Clock } from '../clock/index.ts';

/** Counts what happened in the window that is open now; the next one opens with the next use. */
export class Window {
  readonly #clock: Clock;
  readonly #length: number;
  #began = Number.NEGATIVE_INFINITY;
  #sum = 0;

  constructor(clock: Clock, length: number) {
    this.#clock = clock;
    this.#length = length;
  }

  get sum(): number {
    return this.#clock.now() - this.#began >= this.#length ? 0 : this.#sum;
  }

  add(amount: number): void {
    if (this.#clock.now() - this.#began >= this.#length) {
      this.#began = this.#clock.now();
      this.#sum = 0;
    }
    this.#sum += amount;
  }
}
