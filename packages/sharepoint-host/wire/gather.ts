/** Puts what several widgets ask at the same moment into one batch. */
import type { Operation, Outcome } from './operation.ts';

interface Waiting {
  readonly operations: readonly Operation[];
  resolve(outcomes: readonly Outcome[]): void;
  reject(error: unknown): void;
}

type Send = (operations: readonly Operation[]) => Promise<readonly Outcome[]>;

/** Milliseconds: long enough for digests to be made, too short to be noticed. */
const moment = 2;

/** @returns asks in company; `within` says for how many milliseconds a question may wait for others, a moment by default. */
export function gathering(
  send: Send,
): (operations: readonly Operation[], within?: number) => Promise<readonly Outcome[]> {
  let waiting: Waiting[] = [];

  async function sendAll(): Promise<void> {
    const all = waiting;
    waiting = [];
    if (all.length === 0) return;
    try {
      const outcomes = await send(all.flatMap(({ operations }) => operations));
      let first = 0;
      for (const { operations, resolve } of all) {
        resolve(outcomes.slice(first, (first += operations.length)));
      }
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  }

  return (operations, within = moment) =>
    new Promise((resolve, reject) => {
      waiting.push({ operations, resolve, reject });
      setTimeout(() => void sendAll(), within);
    });
}
