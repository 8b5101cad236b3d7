/** The work of every hour, as far as its time goes. */
import type { Instance } from '../instance.ts';
import { migrate } from '../schema/index.ts';
import { reportPersonalData } from './personal-data.ts';
import { removeOldRecords } from './retention.ts';

/** A scheduled function has 55 seconds; a step that begins before this ends in time. */
const mostMilliseconds = 35_000;

export async function upkeep(instance: Instance): Promise<void> {
  const { database, collections, now, room } = instance;
  const end = now() + mostMilliseconds;
  const isTimeLeft = (): boolean => now() < end;
  await migrate(database, collections);
  try {
    await reportPersonalData(instance, isTimeLeft);
  } finally {
    // Where accounts cannot be reported, what is too old goes all the same.
    const removed = await removeOldRecords(instance, isTimeLeft);
    if (removed > 0) room.forget();
  }
}
