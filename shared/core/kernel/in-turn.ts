/** The answers to questions that were put together, given back as they were asked for. */
import type { Answer, Query } from './query.ts';

/** @returns what takes the answers to the next of these questions; asked for in their order. */
export function inTurn(answers: readonly unknown[]) {
  let at = 0;
  return <Asked extends Query>(asked: readonly Asked[]): readonly Answer<Asked>[] =>
    answers.slice(at, (at += asked.length)) as readonly Answer<Asked>[];
}
