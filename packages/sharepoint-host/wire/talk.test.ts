import { expect, it } from 'vitest';
import { get } from './rest-request.ts';
import type { RestRequest, Outcome } from './rest-request.ts';
import { unread } from './refusal.ts';
import { concurrently } from './talk.ts';
import type { Talk } from './talk.ts';

async function* asking(...paths: readonly string[]): Talk<unknown> {
  return (yield paths.map(get)).map((outcome) => (outcome.ok ? outcome.value : outcome.error));
}

/** Lets talks go on, answering each question with its path, as long as it may. */
async function held(talks: readonly Talk<unknown>[], mostAtOnce = Infinity) {
  const rounds: string[][] = [];
  const talk = concurrently(talks);
  let step = await talk.next([]);
  while (step.done !== true) {
    rounds.push(step.value.map(({ path }) => path));
    const answer = ({ path }: RestRequest, at: number): Outcome =>
      at < mostAtOnce ? { ok: true, value: `${path}!` } : { ok: false, error: unread };
    step = await talk.next(step.value.map(answer));
  }
  return { answers: step.value, rounds };
}

it('a question that two talks ask alike is asked once, and answered to both', async () => {
  const { answers, rounds } = await held([asking('a', 'b'), asking('b', 'c'), asking('b')]);
  expect(rounds).toEqual([['a', 'b', 'c']]);
  expect(answers).toEqual([['a!', 'b!'], ['b!', 'c!'], ['b!']]);
});

it('a question whose answer was not read is asked again, and each answer finds its question', async () => {
  const { answers, rounds } = await held([asking('a', 'b'), asking('c', 'a')], 2);
  expect(rounds).toEqual([
    ['a', 'b', 'c'],
    ['c', 'a'],
  ]);
  expect(answers).toEqual([
    ['a!', 'b!'],
    ['c!', 'a!'],
  ]);
});
