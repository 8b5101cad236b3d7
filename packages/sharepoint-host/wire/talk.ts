/**
 * Several questions in one round trip. Each is a generator that yields the operations it needs next
 * and is given how they ended; what all of them need next goes out as one $batch.
 */
import type { Operation, Outcome } from './operation.ts';
import type { Wire } from './wire.ts';

export type Talk<T> = AsyncGenerator<readonly Operation[], T, readonly Outcome[]>;

/** Lets several talks go on at the same time. */
export async function* together<T>(talks: readonly Talk<T>[]): Talk<T[]> {
  let steps = await Promise.all(talks.map((talk) => talk.next([])));
  for (;;) {
    const asked = steps.map((step) => (step.done === true ? [] : step.value));
    if (steps.every((step) => step.done === true)) break;
    const outcomes = yield asked.flat();
    let first = 0;
    const parts = asked.map(({ length }) => outcomes.slice(first, (first += length)));
    steps = await Promise.all(
      steps.map(async (step, position) =>
        step.done === true ? step : (talks[position] as Talk<T>).next(parts[position] ?? []),
      ),
    );
  }
  return steps.map((step) => (step as IteratorReturnResult<T>).value);
}

/** Holds a talk with the server, one batch a round. */
export async function hold<T>(wire: Wire, talk: Talk<T>): Promise<T> {
  let step = await talk.next([]);
  while (step.done !== true) {
    step = await talk.next(step.value.length === 0 ? [] : await wire.batch(step.value));
  }
  return step.value;
}
