/** Which rows this page has sent: one key is written by one attempt at a time, and a repeat looks first. */
export interface Attempts {
  /** @param work is told whether the page tried before. */
  oneByOne<T>(name: string, work: (isRepeat: boolean) => Promise<T>): Promise<T>;
  /** The key is free again. */
  forget(name: string): void;
}

/** Beyond this many the page starts to remember anew; a double is then found by the answer to it. */
const mostRemembered = 1_000;

export function openAttempts(): Attempts {
  const attempts = new Map<string, Promise<unknown>>();
  return {
    oneByOne(name, work) {
      const before = attempts.get(name);
      const done = before
        ? before.then(
            () => work(true),
            () => work(true),
          )
        : work(false);
      if (attempts.size >= mostRemembered) attempts.clear();
      attempts.set(name, done);
      return done;
    },
    forget: (name) => void attempts.delete(name),
  };
}
