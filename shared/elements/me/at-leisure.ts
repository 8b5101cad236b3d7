/** What takes minutes goes on when a busy host lets it: nobody presses a button for each step. */
import { repeating } from '@kantine/core';
import type { Patience } from '@kantine/core';

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export const patience: Patience = { wait: pause, longestWaitSeconds: 300, mostThrottled: 20 };

/** Asks again when the host was busy, as late as it says. */
export const atLeisure = <T>(ask: () => Promise<T>): Promise<T> => repeating(patience, true, ask);
