/** Takes the steps of an erasure one by one, from a page. Whoever stops it anywhere begins it again. */

import type { Methods } from '../kernel/operation.ts';
import { repeating } from '../kernel/repeating.ts';
import type { Patience } from '../kernel/repeating.ts';
import type { operations } from './domain.ts';
import type { Erased } from './erase.ts';
import type { Erasure } from './job.ts';
import { goesWith } from './kinds.ts';

/**
 * @param done is told what came of each step.
 * @param patience how a step waits for a host that asks to be left alone; not at all by default.
 * @throws KantineError; what is left is erased by the next run.
 */
export async function runErasure(
  { me }: { readonly me: Methods<typeof operations> },
  { upTo, ...what }: Erasure,
  done: (step: Erased) => void = () => undefined,
  patience: Patience = { wait: () => Promise.resolve(), longestWaitSeconds: 0 },
): Promise<void> {
  const [{ places }, kinds] = await repeating(patience, false, () =>
    Promise.all([me.places(), me.kinds()]),
  );
  const going = kinds.filter(({ name, erasing }) => goesWith({ name, privacy: { erasing } }, what));
  for (const place of places) {
    for (const { name: collection } of going) {
      let until: number | undefined = upTo;
      while (until !== undefined) {
        const asked = { collection, place, until };
        const step: Erased & { readonly next?: number } = await repeating(patience, false, () =>
          me.erase(asked),
        );
        done(step);
        until = step.next;
      }
    }
  }
  await repeating(patience, false, () => me.endErasing());
}
