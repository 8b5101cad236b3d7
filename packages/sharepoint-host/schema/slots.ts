/** The column that was unique in lists of version 0.1. */
import type { ContainerId, PersonId } from '@kantine/core';
import { digestOf } from './digest.ts';

/**
 * The digest of one slot of an author's key. Rows are written into the first; where a list still
 * refuses repeats, into the next one that is free.
 */
export const slotDigest = (container: ContainerId, author: PersonId, key: string, slot: number) =>
  digestOf('slot', container, author, key, `${slot}`);

/** Slots that a key may have. */
export const mostSlots = 24;
