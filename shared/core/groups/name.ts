/** What a group is called, for who shows nothing else of it. */
import type { GroupRecord } from './group.ts';
import { knownGroup } from './known.ts';
import { findGroup } from './memberships.ts';

/** By the answer to `groupById`; empty where its record is gone. */
export function nameAmong(records: readonly GroupRecord[], group: string): string {
  const record = findGroup(records, group);
  return record ? knownGroup(record).name : '';
}
