import { collections } from '@kantine/core';
import type { Stage } from './stage.ts';

/** Rows about Anna that are no thanks, more than are looked through at once. */
export async function floodOfThanks({ storeOf }: Stage): Promise<void> {
  const row = { recipient: 'anna', value: 'helps-out', reason: 'a b c', batch: 'flood' };
  for (let turn = 0; turn < 310; turn += 1)
    await storeOf('bram').insert(collections.kudos, 'community', `flood ${turn}`, row);
}
