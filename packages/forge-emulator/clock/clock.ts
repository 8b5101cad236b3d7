/** Where the time comes from: limits, delays, lifetimes and stamps all follow it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs something later; the answer takes it back. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The machine's own time. Its timers never keep a process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

export async function sleep(clock: Clock, milliseconds: number): Promise<void> {
  await new Promise<void>((resolve) => void clock.after(milliseconds, resolve));
}
