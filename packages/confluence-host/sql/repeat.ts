/** Repeats what may be repeated, within small bounds: a person is waiting. */
import { isKantineError } from '@kantine/core';

/** Longer than this nobody waits without being told. */
const longestWaitSeconds = 2;
const mostThrottled = 2;

export type Wait = (milliseconds: number) => Promise<void>;

/**
 * A request that was refused for now has not happened, so any may be repeated. One without an answer
 * may have happened: only a question is repeated, once.
 */
export async function repeating<T>(
  wait: Wait,
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
