/** Repeats what may be repeated, within small bounds: a person is waiting. */
import { isKantineError } from './errors.ts';

const fewTimes = 2;

export type Wait = (milliseconds: number) => Promise<void>;

/** How a host waits before it asks again. */
export interface Patience {
  readonly wait: Wait;
  /** A host that asks for more than this is not waited for: the person is told instead. */
  readonly longestWaitSeconds: number;
  /** How often in a row it waits: two times, where a person looks on. */
  readonly mostThrottled?: number;
}

/**
 * A request that was refused for now has not happened, so any may be repeated, as late as the host
 * asks. One without an answer may have happened: only a question is repeated, once.
 *
 * @param isQuestion whether the request changes nothing.
 * @throws what the last try threw.
 */
export async function repeating<T>(
  { wait, longestWaitSeconds, mostThrottled = fewTimes }: Patience,
  isQuestion: boolean,
  request: () => Promise<T>,
): Promise<T> {
  let throttled = 0;
  let unanswered = 0;
  for (;;) {
    try {
      return await request();
    } catch (error) {
      if (isKantineError(error, 'Throttled')) {
        const seconds = error.data.retryAfterSeconds;
        if (seconds > longestWaitSeconds || ++throttled > mostThrottled) throw error;
        await wait(seconds * 1000);
      } else if (!isQuestion || !isKantineError(error, 'Offline') || ++unanswered > 1) {
        throw error;
      }
    }
  }
}
