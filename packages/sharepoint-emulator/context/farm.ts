import type { Database } from '../store/database.ts';

/** What outlives a request: the data, the clock, and a secret to sign digests with. */
export interface Farm {
  readonly db: Database;
  readonly secret: string;
  now(): Date;
}

/** SharePoint keeps whole seconds and answers in UTC. */
export const timestamp = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

export const newGuid = (): string => crypto.randomUUID();
