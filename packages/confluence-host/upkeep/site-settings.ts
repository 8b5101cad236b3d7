/** The setting of the site: how long posts are kept. */
import type { Database } from '../sql/index.ts';
import { readSetting, writeSetting } from './settings.ts';

export interface Retention {
  /** Absent keeps everything. */
  readonly keepMonths?: number | undefined;
}

const name = 'retention';

export async function readRetention(database: Database): Promise<Retention> {
  const { keepMonths } = ((await readSetting(database, name)) ?? {}) as Retention;
  return typeof keepMonths === 'number' ? { keepMonths } : {};
}

export const changeRetention = (database: Database, retention: Retention): Promise<void> =>
  writeSetting(database, name, retention);
