import type { Clock } from './clock.ts';

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/** A clock that stands still until it is told to go on. */
export class ManualClock implements Clock {
  #now: number;
  #timers: Timer[] = [];

  constructor(start: Date | number = Date.UTC(2026, 0, 5, 9)) {
    this.#now = Number(start);
  }

  now(): number {
    return this.#now;
  }

  /** A callback that is due at once runs after the caller has finished, as with a real timer. */
  after(milliseconds: number, run: () => void): () => void {
    const timer = { due: this.#now + Math.max(0, milliseconds), run };
    this.#timers.push(timer);
    if (timer.due === this.#now) setImmediate(() => this.#fire(timer));
    return () => this.#remove(timer);
  }

  /** Moves the time on, and lets what it woke up run as far as it comes by itself. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#now = next.due;
      this.#fire(next);
      await turnOfTheLoop();
    }
    this.#now = end;
    await turnOfTheLoop();
  }

  #next(end: number): Timer | undefined {
    const due = this.#timers.filter((timer) => timer.due <= end);
    return due.sort((one, other) => one.due - other.due)[0];
  }

  #fire(timer: Timer): void {
    if (!this.#timers.includes(timer)) return;
    this.#remove(timer);
    timer.run();
  }

  #remove(timer: Timer): void {
    this.#timers = this.#timers.filter((each) => each !== timer);
  }
}

async function turnOfTheLoop(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
