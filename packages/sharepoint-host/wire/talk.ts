/**
 * Several questions in one round trip. Each is a generator that yields the requests it needs next
 * and is given how they ended; what all of them need next goes out as one $batch.
 */
import { isUnread } from './rest-request.ts';
import type { RestRequest, Outcome } from './rest-request.ts';
import type { Wire } from './wire.ts';

export type Talk<T> = AsyncGenerator<readonly RestRequest[], T, readonly Outcome[]>;

/**
 * Lets several talks go on at the same time; what two of them ask alike is asked once. A talk is given what
 * it asked for when all of it was read; what was not, since it stood behind an answer that is too long, is
 * asked again beside what others need.
 */
export async function* concurrently<T>(talks: readonly Talk<T>[]): Talk<T[]> {
  let steps = await Promise.all(talks.map((talk) => talk.next([])));
  const read: Outcome[][] = talks.map(() => []);
  while (steps.some((step) => step.done !== true)) {
    const asked = steps.map((step, at) =>
      step.done === true ? [] : step.value.slice(read[at]?.length),
    );
    const once = new Map(asked.flat().map((question) => [JSON.stringify(question), question]));
    const outcomes = yield [...once.values()];
    const answers = new Map([...once.keys()].map((question, at) => [question, outcomes[at]]));
    for (const [at, questions] of asked.entries()) {
      for (const question of questions) {
        const outcome = answers.get(JSON.stringify(question));
        if (isUnread(outcome)) break;
        read[at]?.push(outcome as Outcome);
      }
    }
    steps = await Promise.all(
      steps.map(async (step, at) => {
        const whole = read[at] ?? [];
        if (step.done === true || whole.length < step.value.length) return step;
        read[at] = [];
        return (talks[at] as Talk<T>).next(whole);
      }),
    );
  }
  return steps.map((step) => (step as IteratorReturnResult<T>).value);
}

/** Holds a talk with the server, one batch a round. */
export async function hold<T>(wire: Wire, talk: Talk<T>): Promise<T> {
  const held = concurrently([talk]);
  let step = await held.next([]);
  while (step.done !== true) step = await held.next(await wire.begin(step.value));
  return step.value[0] as T;
}
