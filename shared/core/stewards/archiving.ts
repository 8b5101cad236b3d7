/** When a group was archived, and when it was opened again, by the acts of its stewards that count. */
import type { Instant } from '../kernel/record.ts';
import type { ActRecord } from './acts.ts';
import { momentOf } from './log.ts';

/** The families of acts that archive a group and open it again. */
export const archivingFamilies = ['archive', 'unarchive'] as const;

export interface Archiving {
  /** The act by which the group is archived; undefined for a group in use. */
  readonly now: ActRecord | undefined;
  /** Whether something was written while the group was archived. What has the same stamp came before. */
  isDuring(created: Instant): boolean;
}

const archives = (act: ActRecord | undefined): act is ActRecord => act?.fields.family === 'archive';

/** @param counting well-formed acts of stewards, the oldest first; others than those families change nothing. */
export function archivingIn(counting: readonly ActRecord[]): Archiving {
  const acts = counting.filter(({ fields }) =>
    (archivingFamilies as readonly string[]).includes(fields.family),
  );
  const last = acts.at(-1);
  return {
    now: archives(last) ? last : undefined,
    isDuring: (created) => archives(acts.findLast((act) => momentOf(act) < created)),
  };
}
