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
/** For how many moments more questions wait while others join them: a busy page prepares its questions slowly. */
const mostMoments = 10;

const pass = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Gathering {
  /** Asks in company. @param within for how many milliseconds a question may wait for others, a moment by default */
  ask(requests: readonly RestRequest[], within?: number): Promise<readonly Outcome[]>;
  /** Lets questions wait for a part of the code that is on its way, and that will ask something as well. */
  fetching<T>(part: Promise<T>): Promise<T>;
}

/** @param isPreparing whether somebody is about to ask, and waits for nothing that is asked. */
export function gathering(send: Send, isPreparing = (): boolean => false): Gathering {
  let waiting: Waiting[] = [];
  let asked = 0;
  const parts = new Set<Promise<unknown>>();

  /** A moment that a busy thread slept through is over before anybody could ask: one turn more is for them. */
  async function gathered(): Promise<void> {
    let before = asked;
    await pass(0);
    const isBusy = (): boolean => asked > before || isPreparing();
    for (let moments = 0; moments < mostMoments && isBusy(); moments += 1) {
      before = asked;
      await pass(moment);
    }
  }

  async function sendAll(): Promise<void> {
    while (parts.size > 0) {
      await Promise.allSettled(parts);
      await pass(moment);
    }
    await gathered();
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

  return {
    ask: (requests, within = moment) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.push({ requests, resolve, reject });
        setTimeout(() => void sendAll(), within);
      }),
    async fetching(part) {
      parts.add(part);
      try {
        return await part;
      } finally {
        parts.delete(part);
      }
    },
  };
}
