import type { Behaviours } from '../behaviours/behaviours.ts';
import type { Limits } from '../limits/limits.ts';
import type { Database } from '../store/database.ts';

/** What outlives a request: the data, the clock, and a secret to sign digests with. */
export interface Farm {
  readonly db: Database;
  readonly secret: string;
  readonly limits: Limits;
  /** How it answers where SharePoint's answer is not certain; it may change while the farm runs. */
  behaviours: Behaviours;
  now(): Date;
}

/** SharePoint keeps whole seconds and answers in UTC. */
export const timestamp = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

export const newGuid = (): string => crypto.randomUUID();
