import type { Change } from '@kantine/core';

/**
 * A change with the name that the resolver gave to the write behind it. A page knows by it what it wrote
 * itself; the origin of a write, which its page chooses, is told to no other page: anybody could repeat it.
 */
export interface MarkedChange extends Change {
  readonly mark?: string | undefined;
}
