/** Removes records that are older than the period that an administrator set, with everything about them. */
import { sql } from 'kysely';
import type { Instance } from '../instance.ts';
import { firstIdOf } from '../schema/index.ts';
import { homesOf } from './homes.ts';
import { removeRecords } from './removal.ts';
import { readRetention } from './site-settings.ts';

const month = 30.44 * 24 * 60 * 60_000;

/**
 * Removes old records of the collections that are kept until the period is over.
 * @param isTimeLeft is asked before each batch; the next run goes on where this one ended.
 * @returns how many records went, not counting those about them.
 */
export async function removeOldRecords(
  { database, collections, choices, now }: Instance,
  isTimeLeft: () => boolean,
): Promise<number> {
  const { keepMonths } = await readRetention(database);
  if (keepMonths === undefined) return 0;
  const condition = sql`_id < ${firstIdOf(now() - keepMonths * month)}`;
  const roots = collections.filter(
    ({ privacy, choice }) => privacy.keep === 'retention' && choice === undefined,
  );
  let removed = 0;
  for (const collection of roots) {
    const homes = await homesOf(database, collection.keptIn);
    const options = { database, collections, choices, isTimeLeft };
    const { records, isWhole } = await removeRecords(options, { collection, homes, condition });
    removed += records;
    if (!isWhole) break;
  }
  return removed;
}
