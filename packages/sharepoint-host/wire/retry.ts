/** Repeats what may be repeated, as often and as late as the server asks, within small bounds. */
import { isKantineError } from '@kantine/core';
import type { Environment } from './context.ts';

/** Longer than this nobody waits without being told. */
const longestWaitSeconds = 5;
const mostThrottled = 2;

/**
 * A throttled request has not happened, so any may be repeated. A request without an answer may have
 * happened: only a question is repeated, once.
 */
export async function retrying<T>(
  { wait }: Pick<Environment, 'wait'>,
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
