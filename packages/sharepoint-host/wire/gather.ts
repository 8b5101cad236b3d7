/** Puts what several widgets ask at the same moment into one batch. */
import type { RestRequest, Outcome } from './rest-request.ts';

interface Waiting {
  readonly requests: readonly RestRequest[];
  resolve(outcomes: readonly Outcome[]): void;
  reject(error: unknown): void;
}

type Send = (requests: readonly RestRequest[]) => Promise<readonly Outcome[]>;

/** Milliseconds: long enough for digests to be made, too short to be noticed. */
const moment = 2;

/** @returns asks in company; `within` says for how many milliseconds a question may wait for others, a moment by default. */
export function gathering(
  send: Send,
): (requests: readonly RestRequest[], within?: number) => Promise<readonly Outcome[]> {
  let waiting: Waiting[] = [];

  async function sendAll(): Promise<void> {
    const all = waiting;
    waiting = [];
    if (all.length === 0) return;
    try {
      const outcomes = await send(all.flatMap(({ requests }) => requests));
      let first = 0;
      for (const { requests, resolve } of all) {
        resolve(outcomes.slice(first, (first += requests.length)));
      }
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  }

  return (requests, within = moment) =>
    new Promise((resolve, reject) => {
      waiting.push({ requests, resolve, reject });
      setTimeout(() => void sendAll(), within);
    });
}
