import type { GroupView } from '@kantine/core';

/** What the reader did about a group. */
export interface GroupChange {
  /** What was done, in words. */
  readonly said: string;
  readonly group: string;
  /** The group as it is now; undefined where the reader no longer knows of it. */
  readonly now: GroupView | undefined;
}
